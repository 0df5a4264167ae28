describe("Reading", function()
  local function full()
    local a = arena { title = "Fair", formats = { "hall-talks" }, people = { "Ada Moe", "Bo Lie" }, places = { "Hall" },
      timezone = "Europe/Oslo" }
    a.series, a.number, a.theme, a.questions = "Fairs", 3, "Bread", { "How?", "Why?" }
    a.venue, a.city, a.aims = "The mill", "Elverum", "To *bake*."
    local ada = a:person "Ada Moe"
    ada.organisation = a.organisations:add { name = "Mill", kind = "firm" }
    ada.perspectives, ada.title, ada.contact = { "user" }, "Baker", "12 34"
    ada.fields.diet = "none"
    local one = a:act("announce", { title = "Rye", by = "Ada Moe", slots = 1, place = "Hall" })
    local two = a:act("announce", { title = "Barley", by = "Bo Lie", slots = 2 })
    one.challenge, one.headcount, two.headcount = "Say *it*.", "6 (8)", ""
    a:act("join", { group = one, person = "Bo Lie", slots = 1 })
    local first = a:act("contribute", { group = one, title = "Bake", body = "- One\n- Two" })
    a:act("contribute", { group = two, title = "Brew", body = "- Three", refers_to = first })
    a:act("commit", { about = first, what = "Buy", who = "Ada Moe", due = "2031-04-01", where = "Here" })
    a:act("fill", { template = "sheet", of = one, text = "Good" })
    a:act("remark", { kind = "cheer", on = one, by = "Bo Lie", text = "Yes" })
    a:act("vote", { ballot = "best", on = first, by = "Bo Lie", dots = 2 })
    local top = a.strategy_elements:add { framework = "Plan", code = "1", title = "Food" }
    a.strategy_elements:add { framework = "Plan", code = "1.1", title = "Bread", parent = top }
    a:act("trace", { from = first, to = { arena = "Fair 2032", code = "4" }, basis = "stated", why = "Agreed" })
    return a
  end

  it("sees the arena", function()
    expect(full():check "arena_fields"):equals { "Fair|Fairs|3|Bread|How?|en|Europe/Oslo|The mill|Elverum|2|2031-03-12|"
      .. "2031-03-12T08:00|hall-talks|To *bake*.|arena|true|2031-03-12T08:00:00Z" }
  end)

  it("sees groups", function()
    expect(full():check "group_fields"):equals {
      "1.1|0|Rye|Say *it*.|hall-talks|1|Hall|announced|true|6|nil|0|2|1|1|1|2|1|1|2|1|1|0",
      "2.1|0|Barley|nil|hall-talks|1|nil|announced|true|nil|nil|0|1|1|0|0|1|1|0|1|1|0|0" }
  end)

  it("sees slots and people", function()
    local a = full()
    expect(a:check("slot_fields")[1]):equals "1|2031-03-12|nil|nil|slot|1|nil|0|hall-talks|1"
    expect(a:check "person_fields"):equals { "Ada Moe|0|Baker|Mill|1|12 34|named|nil|1|1|none",
      "Bo Lie|0|nil|nil|0|nil|named|nil|2|2|nil" }
  end)

  it("sees contributions", function()
    expect(full():check "contribution_fields"):equals { "1.1|Bake|1|1.1 Rye|Talk 1|nil|0|nil|1|2|nil|1",
      "2.1|Brew|1|2.1 Barley|Talk 2|nil|1|nil|0|1|nil|0" }
  end)

  it("sees all else", function()
    expect(full():check("other_fields")[1]):equals("1.1|true|host|present|0|nil|Mill|0|firm|sheet|1.1|nil|draft|1|1.1|Buy|1"
      .. "|2031-04-01|Here|nil|nil|open|0|cheer|group|Bo Lie|Yes|best|1.1|Bo Lie|2|Plan|1.1|Bread|1|traces_to|1.1|Fair 2032|"
      .. "stated|0|Agreed|Hall|nil|nil|false")
  end)

  it("has lists with pandoc's methods, and where", function()
    expect(full():check "lists"):equals { "1.1 2.1|2|2|Barley|Barley|Ada Moe,Bo Lie|true|kept|4|true|nil|1|2.1" }
  end)

  it("says", function()
    expect(full():check "says"):equals { "1 group|2 groups|Ada Moe and Bo Lie and 1.1 Rye|Heads|6 (8)|1|true|nil|0.5|"
      .. "1.1 Rye|Talk 1|true" }
  end)

  it("raises where something isn't declared", function()
    local text = full():check("raises")[1]
    for _, part in ipairs { "did you mean 'title'?", "did you mean 'groups'?", "a group has no field 'fields.nothing'",
      "did you mean 'host'?", "there is no ballot 'none'", "did you mean 'code'?", "no field 'wrong'", "nobody",
      "read-only here", "nil|nil|nil" } do
      expect(text):contains(part)
    end
  end)
end)
