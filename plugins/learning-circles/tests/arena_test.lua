-- The year after: invitations, meetings, and where every next step stands.

local function arranged()
  local a = arena {
    language = "en", formats = { "challenge-groups", "learning-circles" },
    people = { "Ada Vik", "Bo Lund", "Cis Moe", "Dag Sol" },
  }
  a:act("challenge-groups.announce", { title = "Meals", by = "Ada Vik" })
  a:act("challenge-groups.assign", { group = "1", actor = "Bo Lund", role = "facilitator" })
  a:act("challenge-groups.join", { group = "1", person = "Dag Sol" })
  a:act("learning-circles.announce", { title = "Keep going", by = "Cis Moe" })
  return a
end

local function invited()
  local a = arranged()
  for _, step in ipairs(a:propose("invitations", { circle = "L1" })) do
    a:act("learning-circles.assign", { group = "L1", actor = step.actor, role = "invited" })
  end
  return a
end

describe("Learning circles", function()
  it("invites owners and facilitators on, and keeps their answers", function()
    local a = arranged()
    local steps = a:propose("invitations", { circle = "L1" })
    expect(#steps):equals(2)
    expect(steps[1].why):equals "Owner in 1"
    a = invited()
    expect(#a:check "unanswered"):equals(2)
    a:act("accept", { circle = "L1", who = "Ada Vik" })
    a:act("decline", { circle = "L1", who = "Bo Lund", why = "A new job." })
    expect(#a:check "unanswered"):equals(0)
    expect(tostring(a:group("L1"):people("member")[1])):equals "Ada Vik"
    expect(a:group("L1").remarks[1].text):equals "A new job."
    expect(function() a:act("accept", { circle = "L1", who = "Dag Sol" }) end):fails "isn't invited"
  end)

  it("meets over the year, in person and online, and tells what was tried and learned", function()
    local a = arranged()
    a:act("plan_meeting", { circle = "L1", starts = "2031-06-10T10:00", mode = "online", at = "by telephone" })
    a:act("plan_meeting", { circle = "L1", starts = "2031-09-10T10:00" })
    local slots = a:group("L1").slots
    expect(#slots):equals(2)
    expect(slots[1].fields.mode):equals "online"
    expect(slots[2].fields.mode):equals "in_person"
    a:act("fill", {
      template = "meeting_record", of = "L1", slot = slots[1], tried = "- Soup on Tuesdays", learned = "- Fetch people",
    })
    local rows = a:view "tried"
    expect(rows[1][3]):equals "Soup on Tuesdays"
    expect(rows[1][4]):equals "Fetch people"
  end)

  it("knows where every next step stands, whatever format it came from", function()
    local a = arranged()
    a:act("challenge-groups.begin", { phase = "group_work" })
    a:act("challenge-groups.commit", { about = "group:1", what = "Ask the cook", who = "Bo Lund", due = "2019-01-02" })
    expect(#a:check "overdue"):equals(1)
    expect(#a:check "left_alone"):equals(1)
    a:act("learning-circles.follow_up", { next_step = "Ask the cook", state = "done", text = "She said yes." })
    expect(#a:check "overdue"):equals(0)
    local rows = a:view "status"
    expect(rows[1][7]):equals "She said yes."
  end)
end)
