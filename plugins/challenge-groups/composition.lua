-- The mixture of the groups: who can be exchanged, who can reinforce, and a table of where each group stands.

local mixture = require "mixture"
local swaps = require "swaps"

local composition = {}

local gone = { merged = true, split = true, cancelled = true }

local function rules(arena)
  local sides = {}
  for i, side in ipairs(arena.format.composition.sides) do sides[i] = tostring(side) end
  return { sides = sides, largest = arena.format.composition.largest }
end

--- Groups that meet, in the order of their codes.
function composition.groups(arena)
  return arena.format.groups:filter(function(group) return not gone[group.state] end)
end

--- A group is open unless it says otherwise; one that says nothing shows nothing.
local function is_open(group)
  return group.state ~= "closed" and (group.open or group:show "open" == "")
end

--- A group as the search wants it: its people once each, with their sides, and who of them may move.
local function described(group, joined_as, groups_of)
  local people, seen = {}, {}
  local hosts = {}
  for _, actor in ipairs(group:actors "owner") do hosts[actor] = true end
  for _, membership in ipairs(group.memberships) do
    local person = membership.person
    if person and not seen[person] then
      seen[person] = { person = person, sides = person.perspectives, fixed = false }
      people[#people + 1] = seen[person]
    end
    if person and (membership.role ~= joined_as or (groups_of[person] or 0) > 1) then seen[person].fixed = true end
    if person and person.organisation and hosts[person.organisation] then seen[person].loath = true end
  end
  return { group = group, people = people }
end

local function how_many_groups(groups)
  local count = {}
  for _, group in ipairs(groups) do
    local seen = {}
    for _, membership in ipairs(group.memberships) do
      local person = membership.person
      if person and not seen[person] then
        seen[person] = true
        count[person] = (count[person] or 0) + 1
      end
    end
  end
  return count
end

local function side_labels(arena, names)
  local labels = pandoc.List()
  for _, name in ipairs(names) do
    local side = arena.format.perspectives[name]
    labels:insert(side and side.label or name)
  end
  return labels
end

local function reasons(arena, step)
  local said = pandoc.List()
  for _, mend in ipairs(step.mends) do
    local group = mend.group.group
    if #mend.gained > 0 then
      said:insert(arena:say("{group} gets somebody for a side that it lacks: {sides}",
        { group = group.code, sides = side_labels(arena, mend.gained) }))
    end
    if mend.over_after < mend.over_before then
      said:insert(arena:say("the largest side of {group} has {n} too many, and {m} after this",
        { group = group.code, n = mend.over_before, m = mend.over_after }))
    end
  end
  if #said == 0 then said:insert(arena:say "it makes room for the other exchanges") end
  return table.concat(said, "; ")
end

--- The exchanges that mend most and make no group worse, each with its reason.
function composition.swaps(arena)
  local asked, wanted = pandoc.List(), rules(arena)
  local open = composition.groups(arena):filter(is_open)
  local joined_as = arena.format.actions.join.as
  local count = how_many_groups(composition.groups(arena))
  for _, group in ipairs(open) do asked:insert(described(group, joined_as, count)) end
  local plan, steps = swaps.plan(asked, wanted), pandoc.List()
  for _, step in ipairs(plan.steps) do
    local people, to = pandoc.List(), pandoc.List()
    for _, move in ipairs(step.moves) do
      people:insert(move.person.person)
      to:insert(move.to.group)
    end
    steps:insert { "swap", people = people, to = to, why = reasons(arena, step) }
  end
  local text = plan.best
    and "{before} wrong {before:place|places} in the mixture now, {after} after this; no exchanges can do better."
    or "{before} wrong {before:place|places} in the mixture now, {after} after this; nothing better was found."
  steps.note = arena:say(text, { before = plan.before, after = plan.after })
  return steps
end

--- Carries out an exchange: the first of the people goes to the first of the groups, and so on.
function composition.exchange(tx, p)
  if #p.people ~= #p.to then
    tx:refuse("Name as many groups as people: each goes to the group in the same place of the list.")
  end
  local joined_as, change, leaving = tx.format.actions.join.as, {}, {}
  for i, person in ipairs(p.people) do
    for _, membership in ipairs(person.memberships:where { role = joined_as }) do
      local group = membership.group
      if group.format == tx.format and not gone[group.state] then leaving[i] = leaving[i] or membership end
    end
    if not leaving[i] then tx:refuse("{person} takes part in no group.", { person = person }) end
    local from = leaving[i].group
    change[from] = (change[from] or 0) - 1
    change[p.to[i]] = (change[p.to[i]] or 0) + 1
  end
  for _, group in ipairs(p.to) do
    if change[group] ~= 0 then
      tx:refuse("{group} would not have as many people as before: an exchange goes both ways.", { group = group })
    end
  end
  for i, membership in ipairs(leaving) do
    local attendance = membership.attendance
    tx:act("leave", { group = membership.group, actor = p.people[i] })
    tx:act("join", { group = p.to[i], person = p.people[i], attendance = attendance })
  end
end

--- Resource persons for the sides that groups lack: whoever covers most of them first, each for one group.
function composition.reinforcements(arena)
  local steps, wanted, taken = pandoc.List(), rules(arena), {}
  local count = how_many_groups(composition.groups(arena))
  local free = arena.people:filter(function(person) return person.fields.resource and not count[person] end)
  for _, group in ipairs(composition.groups(arena)) do
    local missing = mixture.wrong(described(group, nil, {}).people, wanted)
    while #missing > 0 do
      local best, covers = nil, {}
      for _, person in ipairs(free) do
        local sides = pandoc.List(person.perspectives)
        local fits = pandoc.List(missing):filter(function(side) return sides:includes(side) end)
        if not taken[person] and #fits > #covers then best, covers = person, fits end
      end
      if not best then break end
      taken[best] = true
      steps:insert { "assign", group = group, actor = best, role = "resource_person",
        why = arena:say("{group} gets somebody for a side that it lacks: {sides}",
          { group = group.code, sides = side_labels(arena, covers) }) }
      missing = pandoc.List(missing):filter(function(side) return not covers:includes(side) end)
    end
    if #missing > 0 then
      local note = arena:say("{group} still lacks: {sides}.",
        { group = group.code, sides = side_labels(arena, missing) })
      steps.note = steps.note and steps.note .. " " .. note or note
    end
  end
  return steps
end

--- How many of each side every group has, what it lacks, and the share of its largest side.
function composition.overview(arena)
  local wanted = rules(arena)
  local columns = { { "group", "group" }, { "people", "integer" } }
  for _, side in ipairs(arena.format.perspectives) do
    columns[#columns + 1] = { side.name, "integer", label = side.label }
  end
  columns[#columns + 1] = { "largest", "text", label = "Largest side" }
  columns[#columns + 1] = { "lacks", "text" }
  local rows = composition.groups(arena):map(function(group)
    local people = described(group, nil, {}).people
    local row, count, most = { group = group, people = #people }, {}, 0
    for _, person in ipairs(people) do
      for _, side in ipairs(person.sides) do count[side] = (count[side] or 0) + 1 end
    end
    for _, side in ipairs(arena.format.perspectives) do
      row[side.name] = count[side.name] or 0
      most = math.max(most, row[side.name])
    end
    row.largest = #people > 0 and string.format("%.0f %%", 100 * most / #people) or ""
    row.lacks = table.concat(side_labels(arena, (mixture.wrong(people, wanted))), ", ")
    return row
  end)
  return { columns = columns, rows = rows }
end

return composition
