-- Everything that CONTRACT.md section 3 says of the transaction.
local function own(name, params, run) return { name, params = params, run = run } end

return {
  api = 1, kind = "format", title = "Workshop", roles = { { "lead" }, { "hand" } },
  slot = { noun = "round" }, group = { noun = "bench", code = "{n}", fields = { { "tools", "text", many = true } } },
  contribution = { noun = "piece" }, ballots = { { "best" } },
  programme = { { "round", count = 2 } },
  next_step = { states = { { "open" }, { "done" } } },
  actions = {
    { "announce", as = "lead" }, { "join", as = "hand" }, { "assign" }, { "contribute" }, { "vote" }, { "commit" },
    { "move", agreed_by = "lead" }, { "trace" }, { "follow_up" },
    own("fill_lists", {}, function(tx)
      tx.places:add { name = "Loft", capacity = 12, note = "Stairs" }
      tx.organisations:add { name = "Guild", kind = "union" }
      local person = tx.people:add { name = "Ida Sol", organisation = tx:organisation "Guild", contact = "12" }
      tx.blocks:add { kind = "break", title = "Soup", day = 1, starts = "2031-03-12T12:00" }
      local group = tx.groups:add { code = "9", title = "Nine", slots = { tx:slot(1), 2 }, place = "Loft" }
      tx.memberships:add { group = group, actor = person, role = "hand", state = "present" }
      local piece = tx.contributions:add { code = "9", title = "Chair", groups = group, body = "- Legs\n- Seat" }
      tx.reports:add { template = "sheet", of = group, state = "missing" }
      local step = tx.next_steps:add { about = piece, what = "Sand", who = { person, "A friend" }, due = "12 March 2031" }
      tx.remarks:add { kind = "note", on = group, text = "Good", by = person }
      tx.votes:add { ballot = "best", on = piece, by = person, dots = 2 }
      local aim = tx.strategy_elements:add { framework = "Plan", code = "1", title = "Wood" }
      tx.links:add { kind = "traces_to", from = piece, to = aim, basis = "stated" }
      return step
    end),
    own("assigning", { { "group", "group", required = true } }, function(tx, p)
      local g = p.group
      g.title = "New title"
      g.open = false
      g.headcount = "3 + 2"
      g.slots = { tx:slot(2) }
      g.place = tx.places:add { name = "Cellar" }
      g.fields.tools = { "saw", "plane" }
      g.challenge = "Say *it*."
      local seen = g.title
      g.title = "Last title"
      return seen == "New title" and g or nil
    end),
    own("removing", {}, function(tx)
      for _, m in ipairs(tx.memberships) do tx.memberships:remove(m) end
      for _, v in ipairs(tx.votes) do tx.votes:remove(v) end
      for _, l in ipairs(tx.links) do tx.links:remove(l) end
    end),
    own("remove_group", { { "group", "group" } }, function(tx, p) tx.groups:remove(p.group) end),
    own("chain", { { "by", "person", required = true } }, function(tx, p)
      local g = tx:act("announce", { title = "Chained", by = p.by, slots = { 1 } })
      tx:act("move", { group = g, slots = { tx:slot(2) }, lead = p.by })
      return tx:act("contribute", { group = g, title = "Made", body = { { text = "one" }, { text = "two" } } })
    end),
    own("speak", { { "word", "text", required = true } }, function(tx, p)
      tx:tell("{word} was said by {who} at {now}.", { word = p.word, who = tx.actor, now = tx.now })
      if p.word == "never" then tx:refuse("{word} can't be said.", { word = p.word }) end
      if p.word == "loud" then tx:object("{word} is too loud.", { word = p.word }) end
      tx.title = "Said " .. p.word
    end),
    own("typo", { { "group", "group" } }, function(_, p) p.group.titel = "x" end),
    own("undeclared", {}, function(_, p) return p.wrong end),
    own("bad_return", {}, function() return 7 end),
    own("wrong_value", { { "group", "group" } }, function(_, p) p.group.headcount = true end),
    own("computed", { { "group", "group" } }, function(_, p) p.group.parts = {} end),
    own("while_iterating", {}, function(tx)
      local n = 0
      for _, g in ipairs(tx.groups) do
        n = n + 1
        tx.groups:add { code = g.code .. "b", title = g.title }
      end
      tx:tell("{n} of {all}", { n = n, all = #tx.groups })
    end),
  },
  views = {
    { "meddles", table = function(arena) arena.groups[1].title = "x" end },
    { "adds", table = function(arena) arena.places:add { name = "x" } end },
    { "removes", table = function(arena) arena.memberships:remove(arena.memberships[1]) end },
    { "acts", table = function(arena) arena:act("announce", {}) end },
    { "asks", table = function(arena) return arena.actor end },
  },
}
