-- Meetings across groups: topics with sub-questions, and who met whom for the first time.

local function met()
  local a = arena {
    language = "en", formats = { "challenge-groups", "knowledge-meetings" },
    people = { "Ada Vik", "Bo Lund", "Cis Moe", "Dag Sol" },
  }
  a:act("challenge-groups.announce", { title = "Meals", by = "Ada Vik" })
  a:act("challenge-groups.announce", { title = "Nights", by = "Cis Moe" })
  a:act("challenge-groups.join", { group = "1", person = "Bo Lund" })
  a:act("challenge-groups.join", { group = "2", person = "Dag Sol" })
  a:act("knowledge-meetings.announce",
    { title = "Keys", by = "Ada Vik", slots = 3, sub_questions = { "Who locks?", "Who knocks?" } })
  a:act("knowledge-meetings.join", { group = "K1", person = "Bo Lund" })
  return a
end

describe("Knowledge meetings", function()
  it("brings topics with sub-questions", function()
    local a = met()
    local meeting = a:group "K1"
    expect(#meeting.fields.sub_questions):equals(2)
    expect(meeting.slots[1].number):equals(3)
    a:act("fill", { template = "record_sheet", of = "K1", learned = "- Ask before you turn it" })
    expect(#meeting.reports:where { template = "record_sheet" }):equals(1)
    expect(#a:check "no_questions"):equals(0)
  end)

  it("knows who met whom for the first time", function()
    local a = met()
    expect(#a:check "nobody_new"):equals(1)
    expect(#a:check "first_encounters"):equals(0)
    expect(#a:check "met_nobody"):equals(2)
    a:act("knowledge-meetings.join", { group = "K1", person = "Dag Sol" })
    expect(#a:check "nobody_new"):equals(0)
    expect(a:check("first_encounters")[1]):contains "2 of 3 pairs"
    local rows = a:view "first_meetings"
    expect(#rows):equals(2)
    expect(rows[1][4]):equals "Dag Sol"
  end)

  it("takes people who met in an earlier meeting as known", function()
    local a = met()
    a:act("knowledge-meetings.join", { group = "K1", person = "Dag Sol" })
    a:act("add", { type = "block", kind = "slot", number = 6, format = "knowledge-meetings" })
    a:act("knowledge-meetings.announce", { title = "Doors", by = "Dag Sol", slots = 6 })
    a:act("knowledge-meetings.join", { group = "K2", person = "Bo Lund" })
    expect(#a:view "first_meetings"):equals(2)
    expect(#a:check "nobody_new"):equals(1)
  end)
end)
