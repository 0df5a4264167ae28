-- A small format that other plugins' tests stand on.
return {
  api = 1, kind = "format", title = "Hall talks",
  slot = { noun = "talk", labels = { number = "Talk {number}" } },
  group = { noun = "topic", nouns = "topics", code = "{slot}.{n}", labels = { headcount = { "Heads", "How many" } } },
  person = { fields = { { "diet", "text", personal = true } } },
  contribution = { noun = "loaf", labels = { body = "Recipe" },
    kinds = { { "sweet", fields = { { "secret", "text", personal = true } } } } },
  roles = { { "host" }, { "guest" } },
  perspectives = { { "user" }, { "baker" } },
  templates = { { "sheet", fields = { { "text", "rich" }, { "illness", "text", personal = true } } } },
  remarks = { { "cheer", on = "group", fields = { { "from_where", "text", personal = true } } } },
  ballots = { { "best" } },
  next_step = { states = { { "open" }, { "done" } } },
  programme = { { "talk", count = 2 } },
  actions = {
    { "announce", as = "host" }, { "join", as = "guest" }, { "contribute" }, { "commit" }, { "fill" }, { "remark" },
    { "vote" }, { "trace" }, { "assign" }, { "revise" },
  },
}
