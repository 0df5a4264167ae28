-- A whole arena of challenge groups, from registration to what is carried over.

local function person(a, name, sides, resource)
  return a:act("add", { type = "person", name = name, perspectives = sides, resource = resource })
end

--- An arena with two groups, their owners and facilitators.
local function registered(language)
  local a = arena { language = language or "en", people = { "Ada Vik", "Bo Lund", "Cis Moe" } }
  a:act("add", { type = "organisation", name = "Harbour Clinic" })
  a:act("announce", {
    title = "Meals together", by = "Harbour Clinic", project_phase = "planning", background = "Everybody eats alone.",
  })
  a:act("announce", { title = "Quiet nights", by = "Ada Vik" })
  a:act("assign", { group = "1", actor = "Bo Lund", role = "facilitator" })
  a:act("assign", { group = "2", actor = "Cis Moe", role = "facilitator" })
  return a
end

local function work(a)
  a:act("begin", { phase = "group_work" })
  return a
end

local function filled(report, section)
  for _, found in ipairs(report.sections) do
    if found.name == section or found.heading == section then return found.value end
  end
end

describe("Challenge groups", function()
  it("registers groups with owners, facilitators, background and phase", function()
    local a = registered()
    local group = a:group "1"
    expect(tostring(group:actors("owner")[1])):equals "Harbour Clinic"
    expect(tostring(group:people("facilitator")[1])):equals "Bo Lund"
    expect(group.fields.project_phase):equals "planning"
    expect(group.fields.background):equals "Everybody eats alone."
    expect(#group.slots):equals(4)
  end)

  it("takes nobody into a closed group", function()
    local a = registered()
    a:act("revise", { group = "1", open = false })
    expect(function() a:act("join", { group = "1", person = "Ada Vik" }) end):fails "closed"
  end)

  it("lays run plans over the sessions", function()
    local a = registered()
    expect(#a.blocks:where { kind = "preparation" }):equals(1)
    expect(#a:propose "run_plans"):equals(8)
    a:act("fill", { template = "run_plan", of = "group:1", slot = 1, aim = "Meet." })
    local steps = a:propose "run_plans"
    expect(#steps):equals(7)
    expect(steps[1].why):contains "1 has no run plan"
  end)

  it("sees who brings which side", function()
    local a = registered()
    person(a, "Dag Sol", { "user" })
    a:act("join", { group = "1", person = "Dag Sol" })
    local rows = a:view "composition"
    expect(rows[1][2]):equals "2"
    expect(rows[1][3]):equals "1"
    expect(rows[1][#rows[1]]):equals "Provider, Researcher, Authority"
  end)

  it("exchanges people as proposed, and only so that groups keep their size", function()
    local a = registered()
    local here = { "user", "user", "provider", "authority" }
    local there = { "researcher", "researcher", "provider", "authority" }
    for i, side in ipairs(here) do
      person(a, "Here " .. i, { side })
      a:act("join", { group = "1", person = "Here " .. i })
      person(a, "There " .. i, { there[i] })
      a:act("join", { group = "2", person = "There " .. i })
    end
    local steps = a:propose "swaps"
    expect(#steps):equals(1)
    expect(steps[1].action):equals "swap"
    expect(steps[1].why):contains "Researcher"
    a:act("swap", { people = { "Here 2", "There 2" }, to = { "2", "1" } })
    expect(#a:propose "swaps"):equals(0)
    expect(#a:group("1"):people "participant"):equals(4)
    expect(function() a:act("swap", { people = { "Here 1" }, to = { "2" } }) end):fails "as many people"
  end)

  it("sends resource persons where a side is lacking", function()
    local a = registered()
    person(a, "Eva Holm", { "researcher" }, true)
    local steps = a:propose "reinforcements"
    expect(#steps):equals(1)
    expect(steps[1].role):contains "esource"
  end)

  it("joins two groups and splits one", function()
    local a = work(registered())
    local joined = a:act("merge", { groups = { "1", "2" }, facilitator = { "Bo Lund", "Cis Moe" } })
    expect(joined.code):equals "1 and 2"
    expect(a:group("1").state):equals "merged"
    expect(#joined:people "facilitator"):equals(2)
    a:act("announce", { title = "Long days", by = "Ada Vik" })
    a:act("split", { group = "3", titles = { "Mornings", "Evenings" } })
    expect(a:group("3-2").title):equals "Evenings"
  end)

  it("continues a group of another arena, and carries one over", function()
    local a = work(registered())
    a:act("continue", { group = "1", from = { arena = "Forum 2030", code = "4", title = "Soup" } })
    expect(#a:group("1").links):equals(1)
    a:act("carry_over", { group = "2", parties = { "The parish", "Ada Vik" }, arena = "Forum 2032", why = "Too few." })
    expect(a:group("2").fields.carried_over):equals(true)
    expect(a:check "party_missing"):equals { "2 still misses The parish." }
    local rows = a:view "carried_over"
    expect(#rows):equals(1)
    expect(rows[1][2]):equals "Quiet nights"
  end)

  it("keeps a section of the group's own", function()
    local a = work(registered())
    a:act("fill", {
      template = "group_report", of = "group:1", result = "- A long table", section = "What we sang\nAll of it.",
    })
    local report = a.reports:where { template = "group_report" }[1]
    expect(filled(report, "What we sang")):equals "All of it."
    expect(filled(report, "result")[1].text):equals "A long table"
  end)

  it("recommends something to somebody", function()
    local a = work(registered())
    local made = a:act("recommend",
      { group = "1", to = { "Harbour Clinic", "The mayor" }, body = "- Open the kitchen" })
    expect(#made.addressees):equals(2)
    expect(made.kind):equals "recommendation"
    expect(#a:check "no_recipient"):equals(0)
    a:act("contribute", { group = "1", kind = "recommendation", body = "- To nobody" })
    expect(#a:check "no_recipient"):equals(1)
  end)

  it("lists next steps with who, when and where", function()
    local a = work(registered())
    a:act("commit", { about = "group:1", what = "Ask the cook", who = "Bo Lund", where = "The kitchen" })
    expect(#a:check "no_date_to_meet"):equals(1)
    a:act("commit", { about = "group:1", what = "Meet", due = "2031-05-02", backup = "2031-05-09", who = "Ada Vik" })
    expect(#a:check "no_date_to_meet"):equals(0)
    local rows = a:view "next_steps"
    expect(#rows):equals(2)
    expect(rows[2][6]):contains "2031"
  end)

  it("counts the answers of the self-evaluations", function()
    local a = work(registered())
    a:act("fill", { template = "self_evaluation", of = "group:1", results = "- [proposals] A table\n- Friends" })
    expect(#a:check "unsorted_answers"):equals(1)
    a:act("sort", { group = "1", question = "results", answer = "Friends", category = "networks" })
    expect(#a:check "unsorted_answers"):equals(0)
    local counted = {}
    for _, row in ipairs(a:view "evaluation") do counted[row[2]] = row[3] end
    expect(counted["New networks"]):equals "1"
    expect(counted["Ideas and concrete proposals"]):equals "1"
    expect(function()
      a:act("sort", { group = "1", question = "results", answer = "Friends", category = "frends" })
    end):fails "no category"
  end)

  it("keeps reflections after a talk", function()
    local a = work(registered())
    local talk = a.blocks:where { kind = "talk" }[1]
    a:act("remark", { kind = "reflection", on = talk, by = "Ada Vik", text = "I shall listen more." })
    expect(#talk.remarks):equals(1)
  end)

  it("speaks Norwegian where the arena does", function()
    local a = registered "nb"
    expect(a:group("1").format.roles.owner.label):equals "Eier"
    expect(a:propose("run_plans")[1].why):contains "gjennomføringsplan"
  end)
end)
