describe("Hooks", function()
  local function last(a, n) return a.tells[#a.tells - n + 1] end

  it("see what was given and what was made, of every shared action", function()
    local a = arena { people = { "Ada Moe", "Bo Lie" }, places = { "Hall" } }
    local g = a:act("announce", { title = "One", by = "Ada Moe", mood = "glad" })
    expect(a.tells):equals { "before announce glad", "after announce: 1 One" }
    expect(g.challenge):equals "From One"
    local done = {
      { "join", { group = g, person = "Bo Lie" } }, { "assign", { group = g, actor = "Bo Lie", role = "host" } },
      { "revise", { group = g, headcount = "4" } }, { "move", { group = g, place = "Hall" } },
      { "contribute", { group = g, title = "Made", body = "x", mood = "calm" } },
      { "fill", { template = "sheet", of = g, text = "Fine" } }, { "remark", { kind = "word", on = g, text = "Well" } },
      { "vote", { ballot = "best", on = g, by = "Bo Lie" } }, { "commit", { about = g, what = "Ring" } },
      { "continue", { group = g, from = { arena = "Last year", code = "3" } } },
      { "trace", { from = g, to = { arena = "Next year", code = "1" }, basis = "inferred" } },
      { "hand_over", { what = "contribution:1", to = "The mayor", by = "Ada Moe" } },
      { "leave", { group = g, actor = "Bo Lie" } },
    }
    for _, step in ipairs(done) do
      a:act(step[1], step[2])
      expect(last(a, 1)):contains("after " .. step[1] .. ": ")
      expect(last(a, 2)):contains("before " .. step[1])
    end
    a:act("follow_up", { next_step = a.next_steps[1], text = "Rung" })
    a:act("split", { group = g, titles = { "Left", "Right" } })
    a:act("merge", { groups = { "1-1", "1-2" } })
    a:act("cancel", { group = a.groups[#a.groups], why = "Rain" })
    a:act("begin", { phase = "two" })
    expect(function() a:act("announce", { title = "Late", by = "Ada Moe" }) end):fails "phase"
  end)

  it("refuse for good, and object unless anyway", function()
    local a = arena { people = { "Ada Moe", "Bo Lie" } }
    local full = a:act("announce", { title = "Full", by = "Ada Moe" })
    local crowded = a:act("announce", { title = "Crowded", by = "Ada Moe" })
    expect(function() a:act("join", { group = full, person = "Bo Lie" }, { anyway = true }) end):fails "1 Full is full."
    expect(function() a:act("join", { group = crowded, person = "Bo Lie" }) end):fails "2 Crowded is crowded."
    a:act("join", { group = crowded, person = "Bo Lie" }, { anyway = true })
    expect(#crowded:people "guest"):equals(1)
    expect(a.objections):equals { "2 Crowded is crowded." }
  end)
end)
