-- The mixture of groups: what is wrong with it, and groups as counts of kinds of people.
--
-- People who bring the same sides are of one kind. A group wants somebody of each wanted side, and no side with more
-- than a given share of its people; every place that breaks this is one wrong place.

local mixture = {}

mixture.WRONG = 10000 -- what one wrong place weighs against one person moved

--- How many of `size` people may bring the same side.
function mixture.limit(size, largest)
  return math.floor(size * largest + 1e-9)
end

--- Wanted sides that nobody in a group brings, and how many people too many its largest side has.
-- people: list of { sides = { name, … } }; rules: { sides = wanted, largest = 0.7 }
function mixture.wrong(people, rules)
  local count, missing, over = {}, {}, 0
  for _, person in ipairs(people) do
    for _, side in ipairs(person.sides) do count[side] = (count[side] or 0) + 1 end
  end
  for _, side in ipairs(rules.sides) do
    if not count[side] then missing[#missing + 1] = side end
  end
  for _, n in pairs(count) do over = math.max(over, n - mixture.limit(#people, rules.largest)) end
  return missing, over
end

local function every_side(groups, rules)
  local order, place = {}, {}
  local function see(side)
    if not place[side] then
      order[#order + 1] = side
      place[side] = #order
    end
  end
  for _, side in ipairs(rules.sides) do see(side) end
  for _, group in ipairs(groups) do
    for _, person in ipairs(group.people) do
      for _, side in ipairs(person.sides) do see(side) end
    end
  end
  return order, place
end

local function kind_of(person, place, kinds, by_key)
  local marks = {}
  for _, side in ipairs(person.sides) do marks[place[side]] = true end
  local list = {}
  for i in pairs(marks) do list[#list + 1] = i end
  table.sort(list)
  local key = table.concat(list, " ")
  if not by_key[key] then
    kinds[#kinds + 1] = list
    by_key[key] = #kinds
  end
  return by_key[key]
end

--- Groups as counts of kinds.
-- groups: list of { people = { { sides = …, fixed = boolean }, … } }; `fixed` people count and never move.
function mixture.model(groups, rules)
  local order, place = every_side(groups, rules)
  local kinds, by_key, states = {}, {}, {}
  local of = {}
  for g, group in ipairs(groups) do
    local state = { size = #group.people, limit = mixture.limit(#group.people, rules.largest), n = {}, free = {} }
    for i = 1, #order do state.n[i] = 0 end
    for _, person in ipairs(group.people) do
      local kind = kind_of(person, place, kinds, by_key)
      of[person] = kind
      for _, side in ipairs(kinds[kind]) do state.n[side] = state.n[side] + 1 end
      if not person.fixed then state.free[kind] = (state.free[kind] or 0) + 1 end
    end
    states[g] = state
  end
  for _, state in ipairs(states) do
    state.home, state.lacks, state.over = {}, {}, 0
    for kind = 1, #kinds do
      state.free[kind] = state.free[kind] or 0
      state.home[kind] = state.free[kind]
    end
    for i = 1, #rules.sides do state.lacks[i] = state.n[i] == 0 end
    for i = 1, #order do state.over = math.max(state.over, state.n[i] - state.limit) end
  end
  return { kinds = kinds, states = states, of = of, wanted = #rules.sides, sides = #order, work = 0 }
end

--- Wrong places of a group, and whether it is no worse off than when `lacks` and `over` were measured.
function mixture.measure(m, state, n)
  local wrong, over, harmless = 0, 0, true
  for i = 1, m.wanted do
    if n[i] == 0 then
      wrong = wrong + 1
      if not state.lacks[i] then harmless = false end
    end
  end
  for i = 1, m.sides do
    if n[i] - state.limit > over then over = n[i] - state.limit end
  end
  return wrong + over, harmless and over <= state.over
end

--- What an arrangement costs: wrong places first, then people moved.
function mixture.total(m)
  local wrong, moved = 0, 0
  for _, state in ipairs(m.states) do
    wrong = wrong + mixture.measure(m, state, state.n)
    for kind = 1, #m.kinds do moved = moved + math.max(0, state.free[kind] - state.home[kind]) end
  end
  return wrong * mixture.WRONG + moved
end

local SMALL = 4 -- groups up to this size are looked at one by one

--- How many bring a side and may go anywhere, over all groups.
local function movable_of(m, side)
  local n = 0
  for _, state in ipairs(m.states) do
    for kind, list in ipairs(m.kinds) do
      for _, other in ipairs(list) do
        if other == side then n = n + state.free[kind] end
      end
    end
  end
  return n
end

--- The fewest wrong places that a small group can have, whoever of all came to it.
local function least_alone(m, state)
  local n, seats, least, wanted = {}, 0, math.huge, { lacks = {}, over = math.huge, limit = state.limit }
  for i = 1, m.wanted do wanted.lacks[i] = true end
  for i = 1, m.sides do n[i] = state.n[i] end
  for kind, sides in ipairs(m.kinds) do
    seats = seats + state.free[kind]
    for _, side in ipairs(sides) do n[side] = n[side] - state.free[kind] end
  end
  local function fill(first, open)
    if open == 0 then
      least = math.min(least, (mixture.measure(m, wanted, n)))
      return
    end
    for kind = first, #m.kinds do
      for _, side in ipairs(m.kinds[kind]) do n[side] = n[side] + 1 end
      fill(kind, open - 1)
      for _, side in ipairs(m.kinds[kind]) do n[side] = n[side] - 1 end
    end
  end
  fill(1, seats)
  return least
end

--- Fewer wrong places than this can't be had: small groups have no room for every side, sides may be too few to go
--- round, and the commonest side may be more than all groups together can take.
function mixture.bound(m)
  local least, large, taken = 0, {}, 0
  local many = #m.kinds > 24
  for _, state in ipairs(m.states) do
    if state.size <= SMALL and not many then
      least = least + least_alone(m, state)
      taken = taken + state.size
    else
      large[#large + 1] = state
    end
  end
  for side = 1, m.wanted do
    local lacking = 0
    for _, state in ipairs(large) do
      local stays = state.n[side]
      for kind, list in ipairs(m.kinds) do
        for _, other in ipairs(list) do
          if other == side then stays = stays - state.free[kind] end
        end
      end
      if stays <= 0 then lacking = lacking + 1 end
    end
    least = least + math.max(0, lacking - movable_of(m, side))
  end
  local over = 0
  for side = 1, m.sides do
    local all, room = 0, taken
    for _, state in ipairs(m.states) do all = all + state.n[side] end
    for _, state in ipairs(large) do room = room + state.limit end
    over = math.max(over, all - room)
  end
  return least + over
end

--- The arrangement as it stands, to come back to.
function mixture.remember(m)
  local kept = {}
  for g, state in ipairs(m.states) do kept[g] = { table.unpack(state.free) } end
  return kept
end

--- Puts an arrangement back, and tells which groups that changed.
function mixture.restore(m, kept)
  local changed = {}
  for g, state in ipairs(m.states) do
    for kind, sides in ipairs(m.kinds) do
      local change = kept[g][kind] - state.free[kind]
      if change ~= 0 then
        if changed[#changed] ~= g then changed[#changed + 1] = g end
        state.free[kind] = kept[g][kind]
        for _, side in ipairs(sides) do state.n[side] = state.n[side] + change end
      end
    end
  end
  return changed
end

--- Carries out one ring: each step's group takes one kind and gives another.
function mixture.turn(m, ring)
  for _, step in ipairs(ring) do
    local state = m.states[step.group]
    for _, side in ipairs(m.kinds[step.given]) do state.n[side] = state.n[side] - 1 end
    for _, side in ipairs(m.kinds[step.taken]) do state.n[side] = state.n[side] + 1 end
    state.free[step.given] = state.free[step.given] - 1
    state.free[step.taken] = state.free[step.taken] + 1
  end
end

return mixture
