-- Hooks before and after shared actions: they see p, the record that was made, and may tell, object or refuse.
local function told(action)
  return { action,
    before = function(tx, p)
      local mood = action == "announce" and p.fields.mood or "-"
      tx:tell("before {a} {mood}", { a = action, mood = mood })
      if action == "join" and p.group.title == "Full" then tx:refuse("{group} is full.", { group = p.group }) end
      if action == "join" and p.group.title == "Crowded" then tx:object("{group} is crowded.", { group = p.group }) end
    end,
    after = function(tx, p, record)
      tx:tell("after {a}: {record}", { a = action, record = record or "nothing" })
      if action == "announce" then record.challenge = "From " .. p.title end
    end,
  }
end

local announce = told "announce"
announce.as = "host"
local join = told "join"
join.as = "guest"

return {
  api = 1, kind = "format", title = "Hooks", roles = { { "host" }, { "guest" } },
  group = { noun = "room", code = "{n}", fields = { { "mood", "text" } } },
  contribution = { noun = "note", fields = { { "mood", "text" } } },
  remarks = { { "word", on = "group" } }, ballots = { { "best", on = "group" } },
  templates = { { "sheet", fields = { { "text", "rich" } } } }, phases = { { "one", allows = {
    "announce", "join", "assign", "leave", "revise", "move", "merge", "split", "cancel", "continue", "contribute", "fill",
    "remark", "vote", "commit", "follow_up", "trace", "hand_over", "begin" } }, { "two", allows = {} } },
  actions = {
    announce, join, told "assign", told "leave", told "revise", told "move", told "merge", told "split", told "cancel",
    told "continue", told "contribute", told "fill", told "remark", told "vote", told "commit", told "follow_up",
    told "trace", told "hand_over", told "begin",
  },
}
