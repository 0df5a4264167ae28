describe("The transaction", function()
  local function shop()
    local a = arena { people = { "Ada Moe", "Bo Lie" } }
    return a, a:act("announce", { title = "One", by = "Ada Moe" })
  end

  it("adds to every list of the arena", function()
    local a = shop()
    local step = a:act "fill_lists"
    expect(step.what):equals "Sand"
    expect(tostring(step.who[1])):equals "Ida Sol"
    expect(step.who[2]):equals "A friend"
    expect(step.due.value):equals "2031-03-12"
    expect(a:place("Loft").capacity):equals(12)
    expect(a:person("Ida Sol").organisation.name):equals "Guild"
    expect(#a:group("9").slots):equals(2)
    expect(a:group("9").place):equals(a:place "Loft")
    expect(a:contribution("9").body[2].text):equals "Seat"
    expect(a:contribution("9"):tally "best"):equals(2)
    expect(a.reports[1].state):equals "missing"
    expect(a.remarks[1].by.name):equals "Ida Sol"
    expect(a.links[1].to):equals(a:strategy_element "1")
    expect(#a:group("9"):people "hand"):equals(1)
    a:act "removing"
    expect(#a.memberships + #a.votes + #a.links):equals(0)
  end)

  it("assigns, and reads what it assigned", function()
    local a, g = shop()
    expect(a:act("assigning", { group = g })):equals(g)
    expect(g.title):equals "Last title"
    expect(g.open):equals(false)
    expect(g.headcount.text):equals "3 + 2"
    expect(g.headcount.value):equals(5)
    expect(g.slots[1].number):equals(2)
    expect(g.fields.tools[2]):equals "plane"
    expect(g.place.name):equals "Cellar"
  end)

  it("runs other actions, whose rules hold", function()
    local a = shop()
    local piece = a:act("chain", { by = "Bo Lie" })
    expect(piece.title):equals "Made"
    expect(piece.body[2].text):equals "two"
    expect(piece.group.slots[1].number):equals(2)
  end)

  it("tells, objects and refuses", function()
    local a = shop()
    a:act("speak", { word = "soft" }, { by = "Bo Lie" })
    expect(a.tells[#a.tells]):contains "soft was said by Bo Lie at 20"
    expect(a.title):equals "Said soft"
    expect(function() a:act("speak", { word = "never" }, { by = "Bo Lie", anyway = true }) end):fails "never can't be said."
    expect(function() a:act("speak", { word = "loud" }, { by = "Bo Lie" }) end):fails "loud is too loud."
    expect(a.title):equals "Said soft"
    a:act("speak", { word = "loud" }, { by = "Bo Lie", anyway = true })
    expect(a.objections):equals { "loud is too loud." }
    expect(a.title):equals "Said loud"
  end)

  it("names the bug, the place and what was meant, and rolls back", function()
    local a, g = shop()
    expect(function() a:act("typo", { group = g }) end):fails "a group has no field 'titel'; did you mean 'title'?"
    expect(function() a:act("typo", { group = g }) end):fails "writing, in actions.typo"
    expect(function() a:act "undeclared" end):fails "there is no parameter 'wrong'"
    expect(function() a:act "bad_return" end):fails "run gives a record or nil"
    expect(function() a:act("wrong_value", { group = g }) end):fails "headcount"
    expect(function() a:act("computed", { group = g }) end):fails "can't be assigned"
    expect(function() a:act("remove_group", { group = g }) end):fails "can't be removed"
  end)

  it("keeps a snapshot while it adds", function()
    local a = shop()
    a:act "while_iterating"
    expect(a.tells[#a.tells]):equals "1 of 2"
  end)

  it("is read-only everywhere else", function()
    local a = shop()
    for _, name in ipairs { "meddles", "adds", "removes", "acts", "asks" } do
      expect(function() a:view(name) end):fails "read-only here"
    end
  end)
end)
