describe("Fishbowl", function()
  local function bowl()
    local a = arena { people = { "Ada Moe", "Bo Lie", "Cy Rud" } }
    local group = a:act("announce", { title = "Night buses", by = "Ada Moe", slots = 1 })
    a:act("join", { group = group, person = "Bo Lie" })
    return a, group
  end

  it("lets a listener take a chair", function()
    local a, group = bowl()
    a:act("take_chair", { group = group, person = "Bo Lie" })
    expect(group:people("speaker")[1].name):equals "Bo Lie"
    expect(#group:people "listener"):equals(0)
    expect(a:check "too_few"):equals { "1A has 1 speaker so far." }
  end)

  it("lets somebody who just came take one", function()
    local a, group = bowl()
    a:act("take_chair", { group = group, person = "Cy Rud" })
    expect(a:view "chairs"):equals { { "1A Night buses", "1", "1" } }
  end)

  it("has no more chairs than there are", function()
    local a, group = bowl()
    a:act("configure", { what = "settings.chairs", value = "1" })
    a:act("take_chair", { group = group, person = "Bo Lie" })
    expect(function() a:act("take_chair", { group = group, person = "Cy Rud" }) end):fails "are taken"
  end)
end)
