-- Exchanges of people between groups that mend their mixture: pure functions, which know nothing of arenas.
--
-- `plan` takes the arrangement with the fewest wrong places that leaves no group worse off in anything (among such,
-- one with few people moved), and cuts the way there into exchanges of which none makes any group worse either.

local exact = require "exact"
local mixture = require "mixture"
local rings = require "rings"

local swaps = {}

--- Who leaves and who is awaited, group by group, as counts of kinds.
local function differences(m)
  local out, into, left = {}, {}, 0
  for g, state in ipairs(m.states) do
    out[g], into[g] = {}, {}
    for kind = 1, #m.kinds do
      local change = state.free[kind] - state.home[kind]
      out[g][kind], into[g][kind] = math.max(0, -change), math.max(0, change)
      left = left + out[g][kind]
    end
  end
  return { out = out, into = into, left = left }
end

--- Every ring of `length` groups that the differences hold, each told to `each`; that says when it has enough.
local function each_ring(m, d, length, each)
  local ring, used = {}, {}
  local function extend(group, taken)
    for given = 1, #m.kinds do
      if d.out[group][given] > 0 then
        ring[#ring + 1] = { group = group, taken = taken, given = given }
        if #ring == length then
          local first = ring[1].group
          if d.into[first][given] > 0 then
            ring[1].taken = given
            if each(ring) then return true end
          end
        else
          for other = ring[1].group + 1, #m.states do
            if not used[other] and d.into[other][given] > 0 then
              used[other] = true
              if extend(other, given) then return true end
              used[other] = nil
            end
          end
        end
        ring[#ring] = nil
      end
    end
    return false
  end
  for group = 1, #m.states do
    used[group] = true
    if extend(group) then return end
    used[group] = nil
  end
end

--- Change in wrong places if a ring is turned now; nothing where a group would be worse off than it is now.
local function effect(m, ring)
  local change = 0
  for _, step in ipairs(ring) do
    local state = m.states[step.group]
    local n = { table.unpack(state.n) }
    for _, side in ipairs(m.kinds[step.given]) do n[side] = n[side] - 1 end
    for _, side in ipairs(m.kinds[step.taken]) do n[side] = n[side] + 1 end
    local now = { lacks = {}, over = 0, limit = state.limit }
    for i = 1, m.wanted do now.lacks[i] = state.n[i] == 0 end
    for i = 1, m.sides do now.over = math.max(now.over, state.n[i] - state.limit) end
    local before = mixture.measure(m, now, state.n)
    local after, harmless = mixture.measure(m, now, n)
    if not harmless then return nil end
    change = change + after - before
  end
  return change
end

--- The shortest harmless ring that the differences hold; among several, the one that mends most.
local function next_ring(m, d)
  for length = 2, math.min(#m.states, d.left) do
    local best, most, seen = nil, 1, 0
    each_ring(m, d, length, function(ring)
      local change = effect(m, ring)
      if change and change < most then
        best, most = {}, change
        for i, step in ipairs(ring) do
          best[i] = { group = step.group, taken = step.taken, given = step.given }
        end
      end
      seen = seen + 1
      return seen >= 2000
    end)
    if best then return best end
  end
end

local function cut_up(m)
  local d, found = differences(m), {}
  local home = {}
  for g, state in ipairs(m.states) do home[g] = state.home end
  mixture.restore(m, home)
  while d.left > 0 do
    local ring = next_ring(m, d)
    if not ring then return nil end
    mixture.turn(m, ring)
    for _, step in ipairs(ring) do
      d.out[step.group][step.given] = d.out[step.group][step.given] - 1
      d.into[step.group][step.taken] = d.into[step.group][step.taken] - 1
      d.left = d.left - 1
    end
    found[#found + 1] = ring
  end
  return found
end

--- All moves at once, for arrangements that no row of harmless rings leads to.
local function at_once(m, target)
  mixture.restore(m, target)
  local d, ring = differences(m), {}
  for kind = 1, #m.kinds do
    local from = {}
    for g = 1, #m.states do
      for _ = 1, d.out[g][kind] do from[#from + 1] = g end
    end
    local i = 0
    for g = 1, #m.states do
      for _ = 1, d.into[g][kind] do
        i = i + 1
        ring[#ring + 1] = { kind = kind, from = from[i], to = g }
      end
    end
  end
  return { ring }
end

--- A ring as moves of kinds: each takes what the one before it gives.
local function moves_of(ring)
  if ring[1].kind then return ring end
  local moves = {}
  for i, step in ipairs(ring) do
    moves[i] = { kind = step.taken, from = ring[i == 1 and #ring or i - 1].group, to = step.group }
  end
  return moves
end

--- Whom a group gives: those who came last go first, and those who are loath to go go last.
local function pick(here, of, kind)
  local chosen
  for i = #here, 1, -1 do
    local person = here[i]
    if of[person] == kind and not person.fixed then
      if not person.loath then chosen = i break end
      chosen = chosen or i
    end
  end
  return table.remove(here, chosen)
end

local function name_people(m, groups, found, rules)
  local here, steps = {}, {}
  for g, group in ipairs(groups) do here[g] = { table.unpack(group.people) } end
  for _, ring in ipairs(found) do
    local step, arriving, touched, order = { moves = {}, mends = {} }, {}, {}, {}
    for _, move in ipairs(moves_of(ring)) do
      for _, g in ipairs { move.from, move.to } do
        if not touched[g] then
          order[#order + 1] = g
          local missing, over = mixture.wrong(here[g], rules)
          touched[g] = { group = groups[g], missing = missing, over = over }
        end
      end
    end
    for _, move in ipairs(moves_of(ring)) do
      local person = pick(here[move.from], m.of, move.kind)
      arriving[#arriving + 1] = { person = person, to = move.to }
      step.moves[#step.moves + 1] = { person = person, from = groups[move.from], to = groups[move.to] }
    end
    for _, arrival in ipairs(arriving) do table.insert(here[arrival.to], 1, arrival.person) end
    table.sort(order)
    for _, g in ipairs(order) do
      local before = touched[g]
      local missing, over = mixture.wrong(here[g], rules)
      local still, gained = {}, {}
      for _, side in ipairs(missing) do still[side] = true end
      for _, side in ipairs(before.missing) do
        if not still[side] then gained[#gained + 1] = side end
      end
      if #gained > 0 or over < before.over then
        step.mends[#step.mends + 1] =
          { group = before.group, gained = gained, over_before = before.over, over_after = over }
      end
    end
    steps[#steps + 1] = step
  end
  return steps
end

--- The exchanges that mend most.
-- groups: list of { people = { { sides = { name, … }, fixed = boolean, loath = boolean }, … } }; other keys are the
-- caller's and come back. `fixed` people stay and count; `loath` ones go only where nobody else will do.
-- rules: { sides = wanted, largest = greatest share }
-- Returns { steps = { { moves = { { person, from, to } }, mends = { { group, gained, over_before, over_after } } } },
-- before, after = wrong places, best = whether it is certain that nobody can do better }.
function swaps.plan(groups, rules)
  local m = mixture.model(groups, rules)
  local before = mixture.total(m) // mixture.WRONG
  local after, certain = rings.search(m)
  if not certain then
    local least = exact.search(m)
    if least then after, certain = least, true end
  end
  local target = mixture.remember(m)
  local found = cut_up(m) or at_once(m, target)
  return { steps = name_people(m, groups, found, rules), before = before, after = after, best = certain }
end

return swaps
