-- The search for the best arrangement.
--
-- A ring of exchanges (group A gives one kind of person to B, B another to C, C a third to A) is a cycle in a small
-- graph of kinds; rings that pay are turned until none is left. Where everybody brings one side, this is cycle
-- cancelling of a convex flow, and its end is the best there is. Where people bring several, exchanges that cost
-- nothing are tried as well, to get out of dead ends.

local mixture = require "mixture"

local rings = {}

local WRONG = mixture.WRONG
local ROUNDS = 400 -- ways out of a dead end that are tried
local WORK = 5000000 -- prices asked before the search is content: about a quarter of a second

--- What it costs a group to give one kind and take another; false where it can't or would be worse off.
local function price(m, g, prices)
  local state, n, kinds = m.states[g], {}, m.kinds
  local before = mixture.measure(m, state, state.n)
  m.work = m.work + #kinds * #kinds
  for given = 1, #kinds do
    local gives = state.free[given] > 0
    if gives then
      for i = 1, m.sides do n[i] = state.n[i] end
      for _, side in ipairs(kinds[given]) do n[side] = n[side] - 1 end
    end
    local back = gives and state.free[given] > state.home[given] and 1 or 0
    for taken = 1, #kinds do
      local cost = false
      if gives and taken ~= given then
        local sides = kinds[taken]
        for i = 1, #sides do n[sides[i]] = n[sides[i]] + 1 end
        local after, harmless = mixture.measure(m, state, n)
        for i = 1, #sides do n[sides[i]] = n[sides[i]] - 1 end
        if harmless then
          cost = (after - before) * WRONG - back
          if state.free[taken] >= state.home[taken] then cost = cost + 1 end
        end
      end
      prices[taken][given][g] = cost
    end
  end
end

local function all_prices(m)
  local prices = {}
  for taken = 1, #m.kinds do
    prices[taken] = {}
    for given = 1, #m.kinds do prices[taken][given] = {} end
  end
  for g = 1, #m.states do price(m, g, prices) end
  return prices
end

local function turn(m, ring, prices)
  mixture.turn(m, ring)
  for _, step in ipairs(ring) do price(m, step.group, prices) end
end

local function on_path(path, group)
  while path do
    if path.group == group then return true end
    path = path.before
  end
  return false
end

local function as_ring(path, taken, given, group)
  local ring = { { group = group, taken = taken, given = given } }
  while path.group do
    ring[#ring + 1] = { group = path.group, taken = path.taken, given = path.given }
    path = path.before
  end
  return ring
end

--- The cheapest ring of distinct groups that starts at one kind, by path length: labels grow by one group a round.
-- A ring that pays can be entered where every stretch from there pays, so stretches that don't are dropped.
local function cheapest_from(m, prices, start, best)
  local kinds, groups = #m.kinds, #m.states
  local labels = { [start] = { cost = 0 } }
  for _ = 1, math.min(kinds, groups) do
    local longer = {}
    for taken = 1, kinds do
      local path = labels[taken]
      if path then m.work = m.work + kinds * groups end
      for given = 1, path and kinds or 0 do
        local offers = prices[taken][given]
        for group = 1, groups do
          local cost = offers[group]
          if cost and not on_path(path, group) then
            cost = cost + path.cost
            if given == start then
              if path.group and cost < best.cost then
                best = { cost = cost, ring = as_ring(path, taken, given, group) }
              end
            elseif cost < 0 then
              local known = longer[given]
              if not known or cost < known.cost then
                longer[given] = { cost = cost, group = group, taken = taken, given = given, before = path }
              end
            end
          end
        end
      end
    end
    labels = longer
  end
  return best
end

local function cheapest_ring(m, prices)
  local best = { cost = 0 }
  for start = 1, #m.kinds do best = cheapest_from(m, prices, start, best) end
  return best.ring, best.cost
end

--- Turns the cheapest ring for as long as one pays.
local function descend(m, prices)
  local cost = mixture.total(m)
  while true do
    local ring, gain = cheapest_ring(m, prices)
    if not ring then return cost end
    turn(m, ring, prices)
    cost = cost + gain
  end
end

--- A generator of its own: the same arena gets the same plan, whatever else drew numbers before.
local function dice(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n + 1
  end
end

--- One exchange between two groups, drawn among those that cost no wrong place; false where none was drawn.
local function stray(m, prices, draw)
  for _ = 1, 60 do
    local a, b = draw(#m.states), draw(#m.states)
    local one, other = draw(#m.kinds), draw(#m.kinds)
    local here, there = prices[other][one][a], prices[one][other][b]
    if a ~= b and here and there and here + there < WRONG // 2 then
      turn(m, { { group = a, taken = other, given = one }, { group = b, taken = one, given = other } }, prices)
      return true
    end
  end
  return false
end

local function wander(m, prices, best, least)
  local draw, kept = dice(20170321), mixture.remember(m)
  for round = 1, ROUNDS do
    if best // WRONG <= least or m.work > WORK then break end
    local strayed = false
    for _ = 1, 1 + round % 4 do strayed = stray(m, prices, draw) or strayed end
    if strayed then
      local cost = descend(m, prices)
      if cost <= best then
        best, kept = cost, mixture.remember(m)
      else
        for _, g in ipairs(mixture.restore(m, kept)) do price(m, g, prices) end
      end
    end
  end
  return best
end

--- Brings the groups into the best arrangement that can be found.
-- Returns its wrong places, and whether it is certain that there is no better one.
function rings.search(m)
  local prices, least, alike = all_prices(m), mixture.bound(m), true
  local best = descend(m, prices)
  for _, sides in ipairs(m.kinds) do alike = alike and #sides <= 1 end
  if not alike then best = wander(m, prices, best, least) end
  return best // WRONG, alike or best // WRONG <= least
end

return rings
