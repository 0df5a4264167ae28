-- What is most wanted, who takes it on, what people say in the circle, and who gave what to whom.

local function converging()
  local a = arena { title = "The forest arena", people = { "Ada Vik", "Bo Lund", "Cis Moe" } }
  local inputs = {}
  for i, title in ipairs { "Paths", "Signs", "Benches" } do
    local group = a:act("announce", { title = title, by = "Ada Vik", slots = i })
    inputs[i] = a:act("contribute", { group = group, title = title, body = "- " .. title })
  end
  a:act("begin", { phase = "convergence" })
  return a, inputs
end

local function vote(a, input, by, dots)
  return a:act("vote", { ballot = "priorities", on = input, by = by, dots = dots })
end

describe("Convergence", function()
  it("gives each five dots, and no more", function()
    local a, inputs = converging()
    vote(a, inputs[1], "Ada Vik", 3)
    vote(a, inputs[2], "Ada Vik", 2)
    expect(function() vote(a, inputs[3], "Ada Vik") end):fails "Ada Vik"
    vote(a, inputs[1], "Bo Lund", 5)
    expect(inputs[1]:tally "priorities"):equals(8)
    expect(a:view "priorities"):equals { { "1.1 Paths", "8", "no" }, { "2.1 Signs", "2", "no" } }
  end)

  it("lets the organiser set how many dots there are, and how they spread", function()
    local a, inputs = converging()
    a:act("configure", { what = "ballots.priorities.dots", value = 3 })
    a:act("configure", { what = "ballots.priorities.most", value = 2 })
    expect(function() vote(a, inputs[1], "Ada Vik", 3) end):fails "at most 2"
    vote(a, inputs[1], "Ada Vik", 2)
    vote(a, inputs[2], "Ada Vik", 1)
    expect(function() vote(a, inputs[3], "Ada Vik") end):fails()
  end)

  it("is when a person takes on a priority", function()
    local a, inputs = converging()
    vote(a, inputs[1], "Bo Lund", 2)
    vote(a, inputs[2], "Bo Lund", 1)
    expect(a:check "not_adopted"):equals {
      "1.1 got 2 dots, and nobody has taken it on.", "2.1 got 1 dot, and nobody has taken it on." }
    local step = a:act("adopt", { input = inputs[1], by = "Cis Moe", first_step = "Call the county" })
    expect(step.what):equals "Call the county"
    expect(tostring(step.who[1])):equals "Cis Moe"
    expect(step.about):equals(inputs[1])
    expect(a:act("adopt", { input = inputs[2], by = "Ada Vik" }).what):equals "Signs"
    expect(a:check "not_adopted"):equals {}
    expect(function() a:act("adopt", { input = inputs[3] }) end):fails "by"
  end)

  it("doesn't put new topics on the wall", function()
    local a = converging()
    expect(function() a:act("announce", { title = "Late", by = "Ada Vik", slots = 4 }) end):fails "phase"
  end)
end)

describe("The closing circle and what follows", function()
  it("keeps reflections", function()
    local a = converging()
    local circle = a.blocks[#a.blocks]
    expect(circle.kind):equals "circle"
    local said = a:act("remark", { kind = "reflection", on = circle, by = "Bo Lund", text = "I came alone." })
    expect(circle.remarks[1]):equals(said)
    expect(said.text):equals "I came alone."
  end)

  it("says who gave what to whom, and what for", function()
    local a, inputs = converging()
    a:act("begin", { phase = "afterwards" })
    a:act("hand_over", { what = { inputs[1], inputs[2] }, to = "The county", by = "Ada Vik", why = "For its plan." })
    expect(#a.links):equals(2)
    local link = a.links[1]
    expect(link.kind):equals "hands_over_to"
    expect(link.from):equals(inputs[1])
    expect(tostring(link.by[1])):equals "Ada Vik"
    expect(link.why):equals "For its plan."
    expect(#inputs[2].links):equals(1)
  end)

  it("follows next steps up, and traces inputs to the strategy", function()
    local a, inputs = converging()
    local step = a:act("adopt", { input = inputs[1], by = "Cis Moe" })
    a:act("begin", { phase = "afterwards" })
    a:act("follow_up", { next_step = step, text = "They will widen it." })
    expect(#step.follow_ups):equals(1)
    local aim = a.strategy_elements:add { framework = "Plan 2032", code = "2.1", title = "Air for all" }
    local trace = a:act("trace", { from = inputs[1], to = aim, basis = "stated" })
    expect(trace.to):equals(aim)
  end)
end)
