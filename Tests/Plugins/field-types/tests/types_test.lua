describe("Field types", function()
  local function made()
    local a = arena { people = { "Ada Moe", "Bo Lie" }, places = { "Hall" } }
    a.organisations:add { name = "Mill" }
    a.strategy_elements:add { framework = "Plan", code = "2.1", title = "Air" }
    local g = a:act("announce", { title = "One", by = "Ada Moe", slots = {} })
    local c = a:act("contribute", { group = g, title = "Out", body = "- x" })
    local s = a:act("commit", { about = c, what = "Ring", who = "Bo Lie" })
    a.blocks:add { kind = "slot", number = 1, day = 1 }
    return a, g, c, s
  end

  it("arrive in an action as the contract says, from text and from records", function()
    local a, g, c, s = made()
    a:act("keep", {
      group = g, a_text = "t", a_rich = "*r*", a_choice = "Upwards", a_side = "Northern", a_whole = "7", a_number = 2.5,
      a_flag = true, some_items = { { text = "one", category = "good" }, { text = "para", bullet = false } },
      a_count = "6 (8)", a_date = "12 March 2031", an_actor = "Somebody", a_person = "Ada Moe", a_house = "Mill",
      a_group = g, a_result = c, a_slot = 1, a_block = a.blocks[1], a_place = "Hall", a_step = s, an_aim = "2.1",
      a_record = c, a_reference = { arena = "Elsewhere", code = "4", title = "Soup" }, texts = "single",
      people = { "Ada Moe", a:person "Bo Lie" }, numbers = { 1, 2.5 }, choices = { "x", "y" },
    })
    local f = g.fields
    expect(f.a_text):equals "t"
    expect(f.a_rich):equals "*r*"
    expect(f.a_choice):equals "up"
    expect(f.a_side):equals "north"
    expect(math.type(f.a_whole)):equals "integer"
    expect(f.a_number):equals(2.5)
    expect(f.a_flag):equals(true)
    expect(f.some_items[1].text):equals "one"
    expect(f.some_items[1].category):equals "good"
    expect(f.some_items[2].bullet):equals(false)
    expect(#f.some_items[1].items):equals(0)
    expect(type(f.some_items[1].id)):equals "string"
    expect(f.a_count.text):equals "6 (8)"
    expect(f.a_count.value):equals(6)
    expect(f.a_date.value):equals "2031-03-12"
    expect(f.a_date.text):equals "12 March 2031"
    expect(f.an_actor):equals "Somebody"
    expect(f.a_person):equals(a:person "Ada Moe")
    expect(f.a_house.name):equals "Mill"
    expect(f.a_group):equals(g)
    expect(f.a_result):equals(c)
    expect(f.a_slot.number):equals(1)
    expect(f.a_block):equals(a.blocks[1])
    expect(f.a_place.name):equals "Hall"
    expect(f.a_step):equals(s)
    expect(f.an_aim.title):equals "Air"
    expect(f.a_record):equals(c)
    expect(f.a_reference.arena):equals "Elsewhere"
    expect(f.a_reference.title):equals "Soup"
    expect(#f.texts):equals(1)
    expect(f.people[2].name):equals "Bo Lie"
    expect(f.numbers[2]):equals(2.5)
    expect(f.choices[2]):equals "y"
  end)

  it("are nil, empty or false where nothing was given", function()
    local a, g = made()
    a:act("keep", { group = g })
    expect(g.fields.a_text):equals(nil)
    expect(g.fields.a_flag):equals(false)
    expect(#g.fields.texts):equals(0)
    expect(#g.fields.some_items):equals(0)
    expect(g.fields.flagged):equals(true)
    expect(g.fields.a_count):equals(nil)
  end)

  it("are refused where they don't fit", function()
    local a, g = made()
    expect(function() a:act("keep", { group = g, a_whole = "many" }) end):fails "a_whole"
    expect(function() a:act("keep", { group = g, a_choice = "sideways" }) end):fails "a_choice"
    expect(function() a:act("keep", { group = g, a_person = "Nobody" }) end):fails "Nobody"
    expect(function() a:act("keep", { group = g, a_sidee = "north" }) end):fails "id you mean 'a_side'?"
    expect(function() g.fields.a_whole = "many" end):fails "many"
    expect(function() g.fields.nothing = 1 end):fails "has no field"
  end)
end)
