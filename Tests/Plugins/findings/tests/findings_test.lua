describe("What when may answer", function()
  local function fair()
    local a = arena { formats = { "hall-talks" }, people = { "Ada Moe", "Bo Lie" } }
    a:act("announce", { title = "Rye", by = "Ada Moe", slots = 1 })
    a:act("announce", { title = "Oats", by = "Bo Lie", slots = 2 })
    a:act("join", { group = "1.1", person = "Bo Lie" })
    return a
  end

  it("is false, nil, an empty table, true, values, or a list of values", function()
    local a = fair()
    for _, name in ipairs { "never", "nothing", "empty" } do expect(a:check(name)):equals {} end
    expect(a:check "plain"):equals { "1.1 Rye by Ada Moe.", "2.1 Oats by Bo Lie." }
    expect(a:check "values"):equals { "1.1: 1 guest, Ada Moe and Bo Lie.", "2.1: 0 guests, Bo Lie." }
    expect(a:check "several"):equals { "1.1 Rye is here.", "2.1 Oats is here." }
    expect(a:check "slots"):equals { "1 on 2031-03-12: 1.1 Rye.", "2 on 2031-03-12: 2.1 Oats." }
    expect(a:check "own_fields"):equals {}
    a:person("Ada Moe").fields.diet = "rye"
    expect(a:check "own_fields"):equals { "Ada Moe eats rye." }
  end)

  it("is nothing else, and a key that nothing fills is an error", function()
    local a = fair()
    expect(function() a:check "unfilled" end):fails "{nobody}"
    expect(function() a:check "wrong" end):fails "when gives false, true, a table of values"
    expect(function() a:check "breaks" end):fails("findings, in checks.breaks on 1.1 Rye: plugins/findings/plugin.lua:24: "
      .. "a group has no field 'kindd'")
  end)
end)
