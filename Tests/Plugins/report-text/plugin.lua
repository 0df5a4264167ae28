return {
  api = 1, kind = "reporter", title = "One text", extension = "ics",
  text = function(arena) return "BEGIN:" .. arena.title .. "\r\n" .. arena:utc(arena.slots[1].date .. "T09:00") end,
}
