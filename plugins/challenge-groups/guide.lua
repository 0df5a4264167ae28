-- Run plans: what each group session can be for, laid over the sessions that the arena has.

local guide = {}

local stages = { "meet", "explore", "create", "settle" }

--- Which stage of the guide a session belongs to: the first opens, the last settles, the others lie between.
function guide.stage(session, sessions)
  if sessions <= 1 then return stages[#stages] end
  return stages[1 + math.floor((session - 1) * (#stages - 1) / (sessions - 1) + 0.5)]
end

local function has_plan(group, slot)
  for _, report in ipairs(group.reports) do
    if report.template == "run_plan" and report.slot == slot and report.state ~= "missing" then return true end
  end
  return false
end

--- A draft of a run plan for every session of every group that has none.
function guide.run_plans(arena)
  local steps, slots = pandoc.List(), arena.format.slots
  for _, group in ipairs(arena.format.groups) do
    if group.state ~= "merged" and group.state ~= "split" and group.state ~= "cancelled" then
      for i, slot in ipairs(slots) do
        if not has_plan(group, slot) then
          local stage = arena.format.content[guide.stage(i, #slots)]
          steps:insert { "fill", template = "run_plan", of = group, slot = slot, state = "draft",
            aim = arena:say(stage.text),
            why = arena:say("{group} has no run plan for {slot}", { group = group.code, slot = slot }) }
        end
      end
    end
  end
  return steps
end

return guide
