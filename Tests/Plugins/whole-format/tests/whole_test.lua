describe("A format with every key", function()
  local function harbour()
    local a = arena { people = { "Ada Moe", "Bo Lie", "Cy Rud" } }
    return a, a:act("announce", { title = "Gull", by = "Ada Moe", quay = "a" })
  end

  it("makes its programme", function()
    local a = arena {}
    local kinds = a.blocks:map(function(b) return b.kind .. (b.day or "") end)
    expect(table.concat(kinds, " ")):equals "preparation0 plenary1 slot1 slot1 slot2 slot2 break2 circle2"
    expect(a.slots[3].number):equals(3)
    expect(tostring(a.slots[3])):equals "Watch 3"
  end)

  it("numbers by own fields, splits and joins", function()
    local a, gull = harbour()
    expect(gull.code):equals "aA"
    expect(#gull.slots):equals(4)
    expect(a:act("announce", { title = "Tern", by = "Bo Lie", quay = "a" }).code):equals "aB"
    expect(a:act("announce", { title = "Skua", by = "Cy Rud", quay = "b" }).code):equals "bA"
  end)

  it("asks for the skipper's word", function()
    local a, gull = harbour()
    a:act("begin", { phase = "afloat" })
    expect(function() a:act("split", { group = gull, titles = { "One", "Two" } }) end):fails "kipper"
    a:act("split", { group = gull, titles = { "One", "Two" }, skipper = "Ada Moe" })
    expect(a:group("aA/1").title):equals "One"
    local joined = a:act("merge", { groups = { "aA/1", "aA/2" } })
    expect(joined.code):equals "aA/1 and aA/2+"
  end)

  it("reads declarations by position and by name", function()
    local a = arena { language = "en" }
    local f = a.formats[1]
    expect(f.name):equals "whole-format"
    expect(f.title):equals "Harbour days"
    expect(f.roles[1].name):equals "skipper"
    expect(f.roles.skipper.label):equals "Skipper"
    expect(f.roles.skipper.count):equals "1"
    expect(f.roles.owner.holder):equals "organisation"
    expect(f.contribution.kinds.fix.label):equals "Repair"
    expect(f.templates.crew_report.fields.story.type):equals "rich"
    expect(f.ballots.finest.most):equals(2)
    expect(f.composition.largest):equals(0.6)
    expect(f.actions.join.as):equals "deckhand"
    expect(f.settings.crew_size):equals(4)
    expect(#f.settings.flags):equals(0)
    expect(function() return f.settings.crew_sise end):fails "did you mean 'crew_size'?"
    expect(f.phase):equals "ashore"
    expect(f.content.rules.text):equals "Wear a *vest*."
    expect(f.slot.noun):equals "watch"
    expect(f.person.fields.berth.personal):equals(true)
    expect(f.next_step.states[2].name):equals "under_way"
    expect(f.programme.watch.count):equals(2)
  end)

  it("holds phases, settings and the overlay of the organiser", function()
    local a, gull = harbour()
    expect(function() a:act("vote", { ballot = "finest", on = "group:aA", by = "Bo Lie" }) end):fails "phase"
    a:act("begin", { phase = "afloat" })
    a:act("vote", { ballot = "finest", on = gull, by = "Bo Lie", dots = 2 })
    expect(gull:tally "finest"):equals(2)
    expect(function() a:act("vote", { ballot = "finest", on = gull, by = "Bo Lie" }) end):fails()
    a:act("configure", { what = "ballots.finest.most", value = 3 })
    a:act("vote", { ballot = "finest", on = gull, by = "Bo Lie" })
    expect(gull:tally "finest"):equals(3)
    a:act("configure", { what = "settings.flags", value = { "red", "blue" } })
    expect(a.formats[1].settings.flags[2]):equals "blue"
    a:act("configure", { what = "roles.deckhand.count", value = "0..9" })
    expect(a.formats[1].roles.deckhand.count):equals "0..9"
    a:act("configure", { what = "content.rules.text", value = "Stay dry." })
    expect(a.formats[1].content.rules.text):equals "Stay dry."
    a:act("configure", { what = "composition.largest", value = 0.9 })
    expect(a.formats[1].composition.largest):equals(0.9)
  end)

  it("fills templates of every kind", function()
    local a, gull = harbour()
    local report = a:act("fill", { template = "crew_report", of = gull, story = "We *sailed*.", lessons = "- [wind] Reef early" })
    expect(report.sections.story.value):equals "We *sailed*."
    expect(report.sections[1].name):equals(report.sections[1].name)
    expect(report.sections.lessons.value[1].category):equals "wind"
    a:act("fill", { template = "watch_sheet", of = gull, slot = 2, done = "Tarred." })
    a:act("fill", { template = "block_note", of = a.slots[1], note = "Calm." })
    a:act("fill", { template = "hand_card", of = a:person "Bo Lie", skills = { "knots", "tar" } })
    a:act("fill", { template = "harbour", of = a.people[1].type and "arena", verdict = "Good." })
    expect(#a.reports):equals(5)
  end)

  it("hangs remarks where they belong", function()
    local a, gull = harbour()
    local shout = a:act("remark", { kind = "shout", on = gull, by = "Bo Lie", text = "Ahoy", volume = 11 })
    expect(shout.fields.volume):equals(11)
    expect(function() a:act("remark", { kind = "shout", on = gull, text = "Ahoy" }) end):fails "volume"
    a:act("remark", { kind = "sign", on = a.slots[1], text = "Wet" })
    a:act("remark", { kind = "toast", on = a:person "Bo Lie", text = "Cheers" })
    a:act("remark", { kind = "motto", text = "Onward" })
    expect(#gull.remarks):equals(1)
    expect(#a.remarks):equals(4)
  end)

  it("hands in kinds in their phase, with their fields", function()
    local a, gull = harbour()
    a:act("begin", { phase = "afloat" })
    local one = a:act("contribute", { group = gull, kind = "wish", title = "Rope", body = "- Buy rope" })
    expect(one.code):equals "aA.1"
    local two = a:act("contribute", { group = gull, kind = "fix", refers_to = one, title = "Mast", body = "- Done", hours = 2.5 })
    expect(two.fields.hours):equals(2.5)
    expect(two.refers_to[1]):equals(one)
    expect(one.referred_by[1]):equals(two)
    expect(function() a:act("contribute", { group = gull, kind = "fix", title = "Sail", body = "x" }) end):fails "refers"
  end)

  it("proposes with a note, accepts, views and checks", function()
    local a, gull = harbour()
    expect(a:check "dry"):equals { "aA is dry." }
    a:act("begin", { phase = "afloat" })
    local plan = a:propose "launch_all"
    expect(plan.note):equals "Mind the wind."
    expect(plan[1].action):equals "launch"
    expect(plan[1].why):equals "High tide."
    expect(a:accept "launch_all"):equals(1)
    expect(gull.state):equals "open"
    expect(a:check "dry"):equals {}
    expect(a:view("boats", { quay = "b" })):equals {}
    expect(a:view "boats"):equals { { "aA Gull" } }
  end)
end)
