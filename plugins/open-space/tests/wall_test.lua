-- The first day: an empty wall, topics from anyone, rooms and corners, the conveners' word.

local names = { "Ada Vik", "Bo Lund", "Cis Moe", "Dag Sol", "Eva Holm" }

local function forest(options)
  options = options or {}
  return arena {
    title = "The forest arena", people = names, places = options.places or { "Hall", "Attic" },
    language = options.language or "en",
  }
end

local function announce(a, title, by, slot)
  return a:act("announce", { title = title, by = by, slots = slot or 1 })
end

describe("The first day of an Open Space", function()
  it("has a theme and its questions", function()
    local a = forest()
    a:act("set", { record = "arena", theme = "The forest we share", questions = { "Who walks here?", "Who can't?" } })
    expect(a.theme):equals "The forest we share"
    expect(a.questions[2]):equals "Who can't?"
  end)

  it("holds principles and law as content that the organiser may reword", function()
    local a = forest()
    local content = a.formats[1].content
    expect(content.principles.label):equals "Four principles"
    expect(content.principles.text):contains "Whoever comes is the right people."
    expect(content.law.label):equals "The law of two feet"
    a:act("configure", { what = "content.law.text", value = "Go where you are of use." })
    expect(a.formats[1].content.law.text):equals "Go where you are of use."
  end)

  it("begins with an empty wall", function()
    local a = forest()
    expect(#a.groups):equals(0)
    expect(#a.contributions):equals(0)
    expect(a.formats[1].phase):equals "day_one"
  end)

  it("has several sessions over two days, numbered across the days", function()
    local a = forest()
    expect(a.slots:map(function(slot) return slot.number .. "/" .. slot.day end)):equals { "1/1", "2/1", "3/2", "4/2" }
    expect(tostring(a.slots[3])):equals "Day 2, session 3"
    expect(#a.blocks:where { kind = "circle" }):equals(4)
  end)

  it("takes a topic from anyone, known or not", function()
    local a = forest()
    local one = announce(a, "Paths for wheels", "Ada Vik")
    local two = announce(a, "Night sounds", "Somebody passing by")
    expect(one.code .. " " .. two.code):equals "1.1 1.2"
    expect(tostring(one:people("convener")[1])):equals "Ada Vik"
    expect(tostring(two:actors("convener")[1])):equals "Somebody passing by"
    expect(announce(a, "Ski tracks", "Bo Lund", 3).code):equals "3.1"
  end)

  it("makes corners when all rooms are taken", function()
    local a = forest()
    local places = {}
    for i, name in ipairs(names) do places[i] = tostring(announce(a, "Topic " .. i, name).place) end
    expect(places):equals { "nil", "nil", "Corner 1", "Corner 2", "Corner 3" }
    expect(a:place("Corner 1").corner):equals(true)
    expect(announce(a, "Later", "Ada Vik", 2).place):equals(nil)
  end)

  it("lets sign-ups bind nobody", function()
    local a = forest()
    local one, two = announce(a, "Paths", "Ada Vik"), announce(a, "Sounds", "Bo Lund")
    a:act("join", { group = one, person = "Cis Moe" })
    a:act("join", { group = two, person = "Cis Moe" })
    expect(#a:person("Cis Moe").groups):equals(2)
    a:act("leave", { group = one, actor = "Cis Moe" })
    expect(#one:people "participant"):equals(0)
    expect(#a:findings():filter(function(found) return found.severity == "error" end)):equals(0)
  end)

  it("lets people wander, and knows who was where for how long", function()
    local a = forest()
    local one, two = announce(a, "Paths", "Ada Vik"), announce(a, "Sounds", "Bo Lund")
    a:act("join", { group = one, person = "Dag Sol", slots = 1, attendance = "the first half" })
    a:act("join", { group = two, person = "Dag Sol", slots = 1, attendance = "the second half" })
    local found = a:findings():filter(function(f) return f.message:find("Dag Sol", 1, true) ~= nil end)
    for _, finding in ipairs(found) do expect(finding.severity):equals "note" end
    local stays = a.memberships:where { role = "participant" }:map(function(m) return m.attendance end)
    expect(stays):equals { "the first half", "the second half" }
    expect(#one:people("participant", a.slots[1])):equals(1)
  end)

  it("has support facilitators, who are in one place at a time", function()
    local a = forest()
    local one, two = announce(a, "Paths", "Ada Vik"), announce(a, "Sounds", "Bo Lund")
    a:act("assign", { group = one, actor = "Eva Holm", role = "facilitator" })
    expect(tostring(one:people("facilitator")[1])):equals "Eva Holm"
    expect(function() a:act("assign", { group = two, actor = "Eva Holm", role = "facilitator" }) end):fails "Eva Holm"
    a:act("assign", { group = two, actor = "Eva Holm", role = "facilitator" }, { anyway = true })
    expect(#a:findings():filter(function(found) return found.severity == "error" end) > 0):equals(true)
  end)

  it("merges only with the word of each convener", function()
    local a = forest()
    local one, two = announce(a, "Paths", "Ada Vik"), announce(a, "Trails", "Bo Lund")
    local both = { groups = { one, two }, convener = "Ada Vik" }
    expect(function() a:act("merge", both) end):fails "1.2"
    both.convener = { "Ada Vik", "Bo Lund" }
    local joined = a:act("merge", both)
    expect(joined.code):equals "1.1 and 1.2"
    expect(#joined:people "convener"):equals(2)
    expect(one.state .. " " .. two.state):equals "merged merged"
  end)

  it("splits only with the convener's word", function()
    local a = forest()
    local one = announce(a, "Paths and signs", "Ada Vik")
    expect(function() a:act("split", { group = one, titles = { "Paths", "Signs" } }) end):fails "onvener"
    local other = { group = one, titles = { "Paths", "Signs" }, convener = "Bo Lund" }
    expect(function() a:act("split", other) end):fails "Ada Vik"
    a:act("split", { group = one, titles = { "Paths", "Signs" }, convener = "Ada Vik" })
    expect(a:group("1.1-2").title):equals "Signs"
    expect(a:group("1.1-2").part_of):equals(one)
  end)

  it("moves only with the convener's word", function()
    local a = forest()
    local one = announce(a, "Paths", "Ada Vik")
    expect(function() a:act("move", { group = one, place = "Attic" }) end):fails "onvener"
    a:act("move", { group = one, slots = 2, place = "Attic", convener = "Ada Vik" })
    expect(one.slots[1].number):equals(2)
    expect(one.place.name):equals "Attic"
    expect(one.code):equals "1.1"
  end)

  it("fits the rooms to the sign-ups when asked", function()
    local a = forest { places = {} }
    a.places:add { name = "Small", capacity = 8 }
    a.places:add { name = "Large", capacity = 60 }
    local one, two = announce(a, "Paths", "Ada Vik"), announce(a, "Sounds", "Bo Lund")
    for _, name in ipairs { "Cis Moe", "Dag Sol" } do a:act("join", { group = two, person = name }) end
    a:act("move", { group = two, place = "Small", convener = "Bo Lund" }, { anyway = true })
    a:act("move", { group = one, place = "Large", convener = "Ada Vik" }, { anyway = true })
    local steps = a:propose "rooms"
    expect(steps[1].action):equals "move"
    expect(steps[1].place):equals "Large"
    expect(steps[1].why):equals "3 have signed up"
  end)

  it("speaks Norwegian", function()
    local a = forest { language = "nb" }
    expect(tostring(a.slots[1])):equals "Dag 1, gruppesesjon 1"
    expect(a.formats[1].roles.convener.label):equals "Initiativtaker"
    for _, name in ipairs(names) do announce(a, "Om " .. name, name) end
    expect(a:group("1.3").place.name):equals "Hjørne 1"
  end)
end)
