-- Every arrangement of few people, for certainty where the search for rings has none: group by group, each choice of
-- whom it gets, with the best of what is left for the others remembered.

local mixture = require "mixture"

local exact = {}

local WORK = 150000 -- choices looked at before it gives up: about a fifth of a second

local function leftovers(m)
  local left = {}
  for kind = 1, #m.kinds do
    left[kind] = 0
    for _, state in ipairs(m.states) do left[kind] = left[kind] + state.free[kind] end
  end
  return left
end

--- What it costs a group to hold these kinds; nothing where it would be worse off.
local function cost_of(m, state, chosen)
  local n, moved = {}, 0
  for i = 1, m.sides do n[i] = state.n[i] end
  for kind, sides in ipairs(m.kinds) do
    local change = chosen[kind] - state.free[kind]
    moved = moved + math.max(0, chosen[kind] - state.home[kind])
    for _, side in ipairs(sides) do n[side] = n[side] + change end
  end
  local wrong, harmless = mixture.measure(m, state, n)
  return harmless and wrong * mixture.WRONG + moved or nil
end

--- The best for the groups from `g` on, out of who is left: cost and, by group, counts of kinds.
local function best_from(m, g, left, known)
  if g > #m.states then return 0, nil end
  local key = g .. ":" .. table.concat(left, ",")
  if known[key] then return known[key].cost, known[key] end
  local state, chosen, found = m.states[g], {}, { cost = math.huge }
  local seats = 0
  for kind = 1, #m.kinds do seats = seats + state.free[kind] end

  local function choose(kind, open)
    m.work = m.work + 1
    if m.work > WORK then return end
    if kind > #m.kinds then
      if open > 0 then return end
      local own = cost_of(m, state, chosen)
      if not own or own >= found.cost then return end
      local rest, after = best_from(m, g + 1, left, known)
      if own + rest < found.cost then
        found = { cost = own + rest, chosen = { table.unpack(chosen) }, after = after }
      end
      return
    end
    for n = math.min(open, left[kind]), 0, -1 do
      chosen[kind], left[kind] = n, left[kind] - n
      choose(kind + 1, open - n)
      left[kind] = left[kind] + n
    end
  end

  choose(1, seats)
  known[key] = found
  return found.cost, found
end

--- Brings the groups into the best arrangement if that can be had by looking at all; returns its wrong places, or
--- nothing, and then nothing is changed.
function exact.search(m)
  m.work = 0
  local _, found = best_from(m, 1, leftovers(m), {})
  if m.work > WORK then return nil end
  local target = {}
  while found do
    target[#target + 1] = found.chosen
    found = found.after
  end
  mixture.restore(m, target)
  return mixture.total(m) // mixture.WRONG
end

return exact
