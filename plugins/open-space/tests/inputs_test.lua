-- What conversations hand in, on the second day of three kinds; work reports beside the inputs; the two walls.

local function second_day()
  local a = arena { title = "The forest arena", people = { "Ada Vik", "Bo Lund", "Cis Moe" }, places = { "Hall" } }
  local one = a:act("announce", { title = "Paths", by = "Ada Vik", slots = 1 })
  local first = a:act("contribute", { group = one, title = "Paths for wheels", body = "- Widen two paths\n- Say so" })
  a:act("begin", { phase = "day_two" })
  local three = a:act("announce", { title = "Widths", by = "Bo Lund", slots = 3 })
  return a, first, three
end

local function hand_in(a, group, kind, on, options)
  local input = { group = group, kind = kind, refers_to = on, title = "More of it", body = "- Two metres" }
  return a:act("contribute", input, options)
end

describe("Inputs", function()
  it("come from every conversation, coded after it", function()
    local a, first = second_day()
    expect(first.code):equals "1.1"
    expect(first.body[2].text):equals "Say so"
    local further = a:act("contribute", { group = "1.1", title = "A second", body = "- More" })
    expect(further.code):equals "1.1-2"
  end)

  it("are of three kinds on the second day", function()
    local a, first, three = second_day()
    expect(hand_in(a, three, "idea").kind):equals "idea"
    expect(hand_in(a, three, "deepening", first).kind):equals "deepening"
    expect(hand_in(a, three, "implementation", first).kind):equals "implementation"
    expect(#first.referred_by):equals(2)
  end)

  it("are of no kind on the first day", function()
    local a = arena { people = { "Ada Vik" } }
    local one = a:act("announce", { title = "Paths", by = "Ada Vik", slots = 1 })
    expect(function() hand_in(a, one, "idea") end):fails "idea"
    expect(a:act("contribute", { group = one, title = "T", body = "- x" }).kind):equals(nil)
  end)

  it("build on one that is picked from the wall, and on earlier ones only", function()
    local a, first, three = second_day()
    expect(function() hand_in(a, three, "deepening") end):fails "refers_to"
    expect(function() hand_in(a, three, "deepening", "9.9") end):fails "9.9"
    expect(hand_in(a, three, "deepening", "1.1").refers_to[1]):equals(first)
    local later = a:act("announce", { title = "Later", by = "Cis Moe", slots = 4 })
    local last = a:act("contribute", { group = later, kind = "idea", title = "Last", body = "- x" })
    expect(function() hand_in(a, three, "implementation", last) end):fails "earlier"
  end)

  it("that say no kind on the second day are found", function()
    local a, _, three = second_day()
    hand_in(a, three)
    expect(a:check "kind_unstated"):equals {
      "3.1 does not say whether it is new, a deepening or an implementation proposal." }
  end)

  it("have work reports beside them", function()
    local a, first = second_day()
    local report = a:act("fill", { template = "work_report", of = "group:1.1", discussion = "We *walked*." })
    a:act("commit", { about = first, what = "Measure the paths", who = "Cis Moe", due = "2031-04-01" })
    expect(report.of):equals(first.group)
    expect(report.sections.discussion.value):equals "We *walked*."
    expect(#first.group.next_steps):equals(1)
    expect(#a.contributions):equals(1)
    expect(#a.reports):equals(1)
  end)
end)

describe("The walls", function()
  it("count personas by perspective", function()
    local a = second_day()
    a:act("remark", { kind = "persona", text = "A child who fears dogs", perspectives = { "user" } })
    a:act("remark", { kind = "persona", text = "A nurse with a bad knee", perspectives = { "user", "provider" } })
    local count = {}
    for _, row in ipairs(a:view "perspectives") do count[row[1]] = row[2] end
    expect(count.User):equals "2"
    expect(count.Provider):equals "1"
    expect(count.Researcher):equals "0"
    expect(function() a:act("remark", { kind = "persona", text = "Nobody" }) end):fails "perspectives"
  end)

  it("take remarks on inputs", function()
    local a, first = second_day()
    local said = a:act("remark", { kind = "comment", on = first, by = "Cis Moe", text = "And in winter?" })
    expect(first.remarks[1]):equals(said)
    expect(tostring(said.by)):equals "Cis Moe"
    expect(function() a:act("remark", { kind = "comment", on = "block:1", text = "x" }) end):fails()
  end)
end)
