-- The exchanges: against every arrangement of small arenas, and for eighty people in twelve groups.

local mixture = require "mixture"
local swaps = require "swaps"

local rules = { sides = { "user", "provider", "researcher", "authority" }, largest = 0.7 }
local all_sides = { "user", "provider", "researcher", "authority", "employer" }

--- A generator of our own, so that a failure can be run again.
local function dice(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n + 1
  end
end

--- Groups of the given sizes; of a hundred people `doubles` bring two sides and `fixed` stay.
local function invented(draw, sizes, doubles, fixed)
  local groups = {}
  for g, size in ipairs(sizes) do
    groups[g] = { people = {} }
    for i = 1, size do
      local sides = { all_sides[draw(2) == 1 and 2 or draw(5)] }
      local second = all_sides[draw(5)]
      if draw(100) <= doubles and second ~= sides[1] then sides[2] = second end
      groups[g].people[i] = { sides = sides, fixed = draw(100) <= fixed }
    end
  end
  return groups
end

local function wrong_places(people)
  local missing, over = mixture.wrong(people, rules)
  return #missing + over
end

--- Whether people in place of others leave a group no worse off in anything.
local function harmless(before, after)
  local missing, over = mixture.wrong(before, rules)
  local lacked = {}
  for _, side in ipairs(missing) do lacked[side] = true end
  local still, over_now = mixture.wrong(after, rules)
  for _, side in ipairs(still) do
    if not lacked[side] then return false end
  end
  return over_now <= over
end

--- The fewest wrong places of all arrangements that leave no group worse off, by looking at each.
local function fewest(groups)
  local movable, seats, now = {}, {}, {}
  for g, group in ipairs(groups) do
    seats[g], now[g] = 0, {}
    for _, person in ipairs(group.people) do
      if person.fixed then
        table.insert(now[g], person)
      else
        seats[g] = seats[g] + 1
        movable[#movable + 1] = person
      end
    end
  end
  local best = math.huge
  local function place(i)
    if i > #movable then
      local wrong = 0
      for g, group in ipairs(groups) do
        if not harmless(group.people, now[g]) then return end
        wrong = wrong + wrong_places(now[g])
      end
      best = math.min(best, wrong)
      return
    end
    for g = 1, #groups do
      if seats[g] > 0 then
        seats[g] = seats[g] - 1
        table.insert(now[g], movable[i])
        place(i + 1)
        table.remove(now[g])
        seats[g] = seats[g] + 1
      end
    end
  end
  place(1)
  return best
end

--- Carries a plan out and asserts that no exchange made any group worse; returns the wrong places that are left.
local function carried_out(groups, plan)
  local here = {}
  for _, group in ipairs(groups) do here[group] = { table.unpack(group.people) } end
  for _, step in ipairs(plan.steps) do
    local before = {}
    for _, move in ipairs(step.moves) do
      before[move.from] = before[move.from] or { table.unpack(here[move.from]) }
      before[move.to] = before[move.to] or { table.unpack(here[move.to]) }
    end
    for _, move in ipairs(step.moves) do
      assert(not move.person.fixed, "somebody who stays was moved")
      local found
      for i, person in ipairs(here[move.from]) do
        if person == move.person then found = i end
      end
      assert(found, "somebody was moved out of a group that they are not in")
      table.insert(here[move.to], table.remove(here[move.from], found))
    end
    for group, people in pairs(before) do
      assert(#here[group] == #people, "a group changed its size")
      assert(harmless(people, here[group]), "an exchange made a group worse")
    end
  end
  local wrong = 0
  for _, group in ipairs(groups) do wrong = wrong + wrong_places(here[group]) end
  return wrong
end

describe("Exchanges between groups", function()
  it("sees what a group lacks, and how far its largest side goes", function()
    local people = {}
    for i = 1, 9 do people[i] = { sides = { "provider" } } end
    people[10] = { sides = { "user" } }
    local missing, over = mixture.wrong(people, rules)
    assert(table.concat(missing, " ") == "researcher authority")
    assert(over == 2)
    assert(mixture.limit(10, 0.7) == 7)
  end)

  it("exchanges two people where that mends two groups", function()
    local function person(side) return { sides = { side } } end
    local a = { people = { person "user", person "provider", person "authority", person "user" } }
    local b = { people = { person "researcher", person "provider", person "authority", person "researcher" } }
    local plan = swaps.plan({ a, b }, rules)
    assert(plan.before == 2 and plan.after == 0 and plan.best)
    assert(#plan.steps == 1 and #plan.steps[1].moves == 2)
    assert(#plan.steps[1].mends == 2)
    assert(plan.steps[1].mends[1].gained[1] == "researcher")
  end)

  it("turns a ring of three groups where no two can help each other", function()
    local function group(...)
      local people = {}
      for i, side in ipairs { ... } do people[i] = { sides = { side }, fixed = i > 2 } end
      return { people = people }
    end
    local three = { sides = { "user", "provider", "researcher" }, largest = 1 }
    local groups = {
      group("user", "user", "provider"), group("provider", "provider", "researcher"),
      group("researcher", "researcher", "user"),
    }
    local plan = swaps.plan(groups, three)
    assert(plan.before == 3 and plan.after == 0)
    for _, step in ipairs(plan.steps) do assert(#step.mends > 0) end
  end)

  it("leaves alone what is well, and those who stay", function()
    local people = {}
    for i, side in ipairs(rules.sides) do people[i] = { sides = { side } } end
    local plan = swaps.plan({ { people = people }, { people = { { sides = { "user" }, fixed = true } } } }, rules)
    assert(#plan.steps == 0)
    assert(#swaps.plan({}, rules).steps == 0)
  end)

  it("finds the best of all arrangements of small arenas", function()
    local draw = dice(2015)
    for i = 1, 60 do
      local sizes = { 1 + draw(2), 1 + draw(2), 1 + draw(2) }
      local groups = invented(draw, sizes, i % 3 * 30, 10)
      local plan = swaps.plan(groups, rules)
      assert(carried_out(groups, plan) == plan.after)
      assert(plan.after == fewest(groups), "case " .. i .. " can be mended better")
    end
  end)

  it("mends twelve groups of eighty people, and never makes one worse", function()
    local draw = dice(2017)
    for i = 1, 3 do
      local groups = invented(draw, { 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6 }, i * 10 - 10, 20)
      local plan = swaps.plan(groups, rules)
      assert(carried_out(groups, plan) == plan.after)
      assert(plan.after <= plan.before)
      for _, step in ipairs(plan.steps) do assert(#step.moves >= 2) end
    end
  end)

  it("knows that small groups have no room for every side, and a common side may fill all groups", function()
    local draw = dice(26)
    local groups = invented(draw, { 26, 1, 2, 3, 15, 4, 4, 5, 6, 6, 4, 4 }, 0, 0)
    local plan = swaps.plan(groups, rules)
    assert(carried_out(groups, plan) == plan.after and plan.best)
    local crowd = {}
    for g = 1, 3 do
      crowd[g] = { people = {} }
      for i = 1, 10 do crowd[g].people[i] = { sides = { "provider" } } end
    end
    local model = mixture.model(crowd, rules)
    assert(mixture.bound(model) == 3 * 3 + 3 * 3, "three sides lack in each, and three are too many in each")
  end)

  it("finds a perfect arrangement where there is one", function()
    local draw, bag, groups = dice(80), {}, {}
    for i = 1, 80 do bag[i] = { sides = { rules.sides[(i - 1) % 4 + 1] }, fixed = false } end
    for g = 1, 12 do
      groups[g] = { people = {} }
      for _ = 1, g <= 8 and 7 or 6 do table.insert(groups[g].people, table.remove(bag, draw(#bag))) end
    end
    local plan = swaps.plan(groups, rules)
    assert(plan.after == 0 and plan.best)
    assert(carried_out(groups, plan) == 0)
  end)
end)
