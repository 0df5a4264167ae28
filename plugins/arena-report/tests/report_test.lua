-- The report of an arena with two formats: every chapter that it has, and none that would be empty.

local function made()
  local a = arena {
    formats = { "challenge-groups", "knowledge-meetings" }, language = "en", people = { "Ada Vik", "Bo Lund" },
  }
  a:act("challenge-groups.announce", { title = "Long tables", by = "Ada Vik", background = "Everybody eats alone." })
  a:act("challenge-groups.announce", { title = "Quiet nights", by = "Bo Lund" })
  a:act("knowledge-meetings.announce",
    { title = "Who owns the door?", by = "Bo Lund", sub_questions = { "Who has keys?" } })
  a:act("challenge-groups.begin", { phase = "group_work" })
  return a
end

describe("The arena's report", function()
  it("tells of every format's groups, and of reports that aren't there", function()
    local a = made()
    a:act("fill", { template = "group_report", of = "group:1", result = "- A table for twelve",
      section = "Opportunities and obstacles\n- The hall is empty at noon" })
    a:act("fill", { template = "group_report", of = "group:2", state = "missing" })
    local text = a:export("arena-report", "commonmark")
    expect(text):contains "Long tables"
    expect(text):contains "A table for twelve"
    expect(text):contains "Who has keys?"
    expect(text):contains "There is no report from this group."
    local _, times = text:gsub("The hall is empty at noon", "")
    expect(times):equals(1)
  end)

  it("counts evaluations, and lists next steps and recommendations by their recipients", function()
    local a = made()
    a:act("fill", { template = "self_evaluation", of = "group:1", results = "- [networks] We met the cook" })
    a:act("commit", { about = "group:1", what = "Ask the cook", who = "Ada Vik", due = "2031-05-02" })
    a:act("recommend", { group = "1", to = { "The mayor" }, body = "- Open the kitchen" })
    local text = a:export("arena-report", "commonmark")
    expect(text):contains "New networks | 1"
    expect(text):contains "Ask the cook | Ada Vik"
    expect(text):contains "The mayor"
    expect(text):contains "Open the kitchen"
  end)
end)
