describe("Entries", function()
  local text = "Talk 1\n\n1.1 Bread\nHost: Ada Moe\nHeads: 6 (8)\n\nRecipe:\n- Flour\n- Water\n\n"
    .. "1.2 Skip me\nHost: Bo Lie\n\nRecipe:\n- Nothing\n"

  it("are taken as changed", function()
    local a = arena { formats = { "hall-talks" } }
    a:import("day.notes", text)
    expect(#a.contributions):equals(1)
    local made = a:contribution "1.1"
    expect(made.title):equals "BREAD"
    expect(made.language):equals "en"
    expect(#made.body):equals(2)
    expect(made.group.headcount.text):equals "6 (8)"
    expect(tostring(made.group:people("host")[1])):equals "Ada Moe"
    expect(a.tells[#a.tells]):contains "Took 1.1 BREAD from line "
  end)

  it("are taken once", function()
    local a = arena { formats = { "hall-talks" } }
    a:import("day.notes", text)
    a:import("day.notes", text)
    expect(#a.contributions):equals(1)
    expect(a.contributions[1].revision):equals(a.contributions[1].revision)
  end)
end)
