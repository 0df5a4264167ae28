-- Open Space: an empty wall, topics from anyone, an input from every conversation.

local rooms = require "rooms"

--- How many personas on the wall carry each perspective.
local function perspective_wall(arena)
  local count = {}
  for _, persona in ipairs(arena.remarks:where { kind = "persona" }) do
    for _, name in ipairs(persona.fields.perspectives) do count[name] = (count[name] or 0) + 1 end
  end
  return {
    columns = { { "perspective", "perspective" }, { "personas", "integer" } },
    rows = arena.format.perspectives:map(function(p)
      return { perspective = p.name, personas = count[p.name] or 0 }
    end),
  }
end

--- The inputs with their dots, the most wanted first.
local function priorities(arena)
  local rows = arena.contributions:map(function(input)
    return { input = input, dots = input:tally "priorities", adopted = #input.next_steps > 0 }
  end)
  rows = rows:filter(function(row) return row.dots > 0 end)
  table.sort(rows, function(a, b)
    if a.dots ~= b.dots then return a.dots > b.dots end
    return a.input.id < b.input.id
  end)
  return {
    columns = { { "input", "contribution" }, { "dots", "integer" }, { "adopted", "boolean", label = "Taken on" } },
    rows = rows,
  }
end

local on_the_day = {
  "announce", "join", "leave", "assign", "revise", "move", "merge", "split", "cancel",
  "contribute", "fill", "commit", "remark", "begin",
}

return {
  api = 1,
  kind = "format",
  title = "Open Space",
  summary = "An empty wall, topics from anyone, an input from every conversation.",

  slot = {
    noun = "session", nouns = "sessions",
    labels = { number = { "Day {day}, session {number}", "Session {number}" } },
  },

  group = {
    noun = "conversation", nouns = "conversations", code = "{slot}.{n}", corner = "Corner {n}",
    labels = { headcount = { "Number of participants", "Participants", "Headcount" } },
  },

  roles = {
    { "convener", label = { "Convener", "Initiator", "Host" }, count = "1..", exclusive = true },
    { "facilitator", label = { "Support facilitator", "Facilitator", "Note-taker" }, exclusive = true },
    { "participant", label = "Participant" },
  },

  contribution = {
    noun = "input", nouns = "inputs",
    labels = { body = { "Input", "Input to the strategy", "Input to the plan" } },
    kinds = {
      { "idea", label = { "New idea", "New topic", "New idea or topic" }, during = { "day_two" } },
      { "deepening", label = { "Deepening", "Deepening of input no. {code} day {day}", "Deepening of {code}" },
        refers_to = "contribution", during = { "day_two" } },
      { "implementation",
        label = { "Implementation proposal", "Implementation of input no. {code} day {day}",
          "Implementation of {code}" },
        refers_to = "contribution", during = { "day_two" } },
    },
  },

  templates = {
    { "work_report", label = "Work report", fields = {
      { "people", "members", label = { "Who took part", "Participants" } },
      { "discussion", "rich", label = { "What took place", "Discussion" } },
      { "next_steps", "next_steps", label = { "Next steps", "Next step" } },
    } },
  },

  perspectives = {
    { "user", label = { "User", "Patient", "Relative" } }, { "provider" }, { "employer" }, { "researcher" },
    { "authority" }, { "leader" },
  },

  remarks = {
    { "persona", label = "Persona on the perspective wall", on = "arena",
      fields = { { "perspectives", "perspective", many = true, required = true } } },
    { "comment", label = "Comment on the input wall", on = "contribution" },
    { "reflection", label = "Reflection in the circle", on = "block" },
  },

  ballots = { { "priorities", label = "Priorities", dots = 5 } },

  content = {
    { "principles", label = "Four principles", text = [[
1. Whoever comes is the right people.
2. Whenever it starts is the right time.
3. Whatever happens is the only thing that could have.
4. When it is over, it is over.]] },
    { "law", label = "The law of two feet",
      text = "If you neither learn nor contribute where you are, walk to where you do. Nobody is offended." },
  },

  programme = {
    { "opening", kind = "circle", day = 1 }, { "marketplace", kind = "circle" }, { "session", count = 2 },
    { "closing", kind = "circle", day = -1 },
  },

  phases = {
    { "day_one", label = "Day 1", allows = on_the_day },
    { "day_two", label = "Day 2", allows = on_the_day },
    { "convergence", allows = { "vote", "adopt", "contribute", "fill", "commit", "remark", "hand_over", "begin" } },
    { "afterwards", allows = { "contribute", "fill", "commit", "follow_up", "remark", "hand_over", "trace", "begin" } },
  },

  actions = {
    { "announce", label = "Put a topic on the wall", as = "convener" },
    { "join", as = "participant", help = "Signals interest and binds nobody." },
    { "leave" }, { "assign" }, { "revise", label = "Correct a topic" },
    { "move", agreed_by = "convener" }, { "merge", agreed_by = "convener" }, { "split", agreed_by = "convener" },
    { "cancel" }, { "contribute", label = "Hand in an input" }, { "fill" }, { "remark" }, { "vote" }, { "commit" },
    { "adopt", label = "Take on a priority",
      params = {
        { "input", "contribution", required = true }, { "by", "person", required = true }, { "first_step", "rich" },
      },
      run = function(tx, p)
        return tx:act("commit", { about = p.input, who = p.by, what = p.first_step or p.input.title })
      end },
    { "hand_over", help = "Who gave what to whom, and what for." }, { "follow_up" }, { "trace" }, { "begin" },
  },

  checks = {
    { "kind_unstated", each = "contribution", severity = "note",
      message = "{code} does not say whether it is new, a deepening or an implementation proposal.",
      fix = "Ask {convener}.",
      when = function(input) return input.slot and input.slot.day > 1 and not input.kind end },
    { "not_adopted", each = "contribution", severity = "note",
      message = "{code} got {dots} {dots:dot|dots}, and nobody has taken it on.", fix = "Ask in the closing circle.",
      when = function(input)
        local dots = input:tally "priorities"
        return dots > 0 and #input.next_steps == 0 and { dots = dots }
      end },
  },

  proposals = { { "rooms", label = "Fit the rooms after sign-up", propose = rooms.fit } },
  views = {
    { "perspectives", label = "Perspective wall", table = perspective_wall },
    { "priorities", label = "Priorities", table = priorities },
  },
}
