-- Every key of a format that CONTRACT.md section 1 names, each with a value of its own.
return {
  api = 1, kind = "format", title = "Harbour days", summary = "Crews mend boats.", version = "2.1",
  language = "en",
  slot = {
    noun = "watch", nouns = "watches", labels = { number = { "Watch {number}", "Shift {number}" } },
    fields = { { "tide", "choice", of = { { "low" }, { "high" } } } },
  },
  group = {
    noun = "crew", nouns = "crews", labels = { title = "Boat" }, code = "{quay}{letter}",
    part_code = "{code}/{n}", joined_code = "{codes}+", meets = "throughout", corner = "Slip {n}",
    fields = { { "quay", "choice", required = true, of = { { "a", label = "A" }, { "b", label = "B" } } } },
  },
  person = {
    noun = "hand", nouns = "hands", labels = { name = "Called" },
    fields = { { "berth", "text", personal = true }, { "knots", "integer", default = 2 } },
  },
  contribution = {
    noun = "log", nouns = "logs", labels = { body = { "Log", "Log book" } }, code = "{group}.{n}",
    fields = { { "weather", "text" } },
    kinds = {
      { "fix", label = "Repair", help = "What was mended.", refers_to = "contribution", during = { "afloat" },
        fields = { { "hours", "number" } } },
      { "wish" },
    },
  },
  next_step = {
    noun = "errand", nouns = "errands", labels = { what = "To do" }, fields = { { "cost", "number" } },
    states = { { "planned" }, { "under_way" }, { "done" } },
  },
  roles = {
    { "skipper", label = { "Skipper", "Captain" }, help = "Answers for the boat.", count = "1", exclusive = true,
      holder = "actor" },
    { "owner", count = "0..1", holder = "organisation" },
    { "deckhand", count = 2 },
  },
  perspectives = { { "sailor" }, { "builder" }, { "angler", label = { "Angler", "Fisher" } } },
  composition = { sides = { "sailor", "builder" }, largest = 0.6 },
  templates = {
    { "crew_report", label = "Crew report", per = "group", fields = {
      { "hands", "members", label = "Who" }, { "story", "rich" }, { "errands", "next_steps" },
      { "lessons", "items", categories = { { "wind" }, { "rope" } } },
    } },
    { "watch_sheet", per = "meeting", fields = { { "done", "text" } } },
    { "block_note", per = "block", fields = { { "note", "text" } } },
    { "hand_card", per = "person", fields = { { "skills", "text", many = true } } },
    { "harbour", per = "arena", fields = { { "verdict", "rich" } } },
  },
  remarks = {
    { "shout", on = "group", fields = { { "volume", "integer", required = true } } },
    { "sign", on = "slot" }, { "toast", on = "person" }, { "motto", on = "arena" },
  },
  ballots = { { "finest", on = "group", dots = 3, most = 2 }, { "truest" } },
  content = { { "rules", label = "House rules", text = "Wear a *vest*." } },
  settings = { { "crew_size", "integer", default = 4, help = "How many fit." }, { "flags", "text", many = true } },
  programme = {
    { "briefing", kind = "preparation", day = 0 }, { "muster", kind = "plenary", day = 1 },
    { "watch", count = 2 }, { "lunch", kind = "break", day = 2 }, { "ashore", kind = "circle", day = -1 },
  },
  phases = {
    { "ashore", allows = { "announce", "join", "remark", "begin", "fill" } },
    { "afloat", label = "On the water", allows = { "contribute", "fill", "vote", "launch", "split", "merge", "begin" } },
  },
  actions = {
    { "announce", label = "Name a boat", help = "Puts a boat up.", as = "skipper" }, { "join", as = "deckhand" },
    { "remark" }, { "fill" }, { "vote" }, { "contribute" }, { "split", agreed_by = "skipper" }, { "merge" }, { "begin" },
    { "launch", params = { { "group", "group", required = true } },
      run = function(_, p) p.group.state = "open" return p.group end },
  },
  checks = {
    { "dry", each = "group", scope = "format", severity = "note", message = "{code} is dry.", fix = "Ask {skipper}.",
      when = function(group) return group.state ~= "open" end },
  },
  proposals = { { "launch_all", params = { { "only", "group" } }, propose = function(arena, p)
    local groups = arena.format.groups:filter(function(g) return not p.only or g == p.only end)
    local steps = groups:map(function(g) return { "launch", group = g, why = "High tide." } end)
    steps.note = "Mind the wind."
    return steps
  end } },
  views = { { "boats", params = { { "quay", "text" } }, table = function(arena, p)
    local rows = arena.groups:filter(function(g) return not p.quay or g.fields.quay == p.quay end)
    return { title = "Boats", columns = { { "boat", "group", label = "Boat" } },
      rows = rows:map(function(g) return { boat = g } end) }
  end } },
  parts = {
    { "front", at = "overview", blocks = function(arena) return { pandoc.Para(arena.title) } end },
    { "how", at = "method", blocks = function() return pandoc.Blocks { pandoc.Para "By the rules." } end },
    { "that_day", at = "day", blocks = function(slot) return { pandoc.Para("On " .. slot.date) } end },
    { "boat", at = "group", blocks = function(group, arena)
      return { pandoc.Para(group.code .. " of " .. arena.title) }
    end },
    { "counted", at = "evaluation", blocks = function() return nil end },
    { "rest", at = "appendix", blocks = function() return pandoc.Para "The end." end },
  },
}
