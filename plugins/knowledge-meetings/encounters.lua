-- Who met whom for the first time: pairs of people who sat together in no group that met before.

local encounters = {}

--- The number of the first session that a group meets in; numbers run across the days.
local function first_session(group)
  local first
  for _, slot in ipairs(group.slots) do
    if slot.number and (not first or slot.number < first) then first = slot.number end
  end
  return first
end

--- Whether a group came together before a meeting; one of another format without sessions was made beforehand.
local function came_before(group, meeting)
  if group == meeting then return false end
  local its, theirs = first_session(group), first_session(meeting)
  if not its then return group.format ~= meeting.format end
  return theirs ~= nil and its < theirs
end

--- The people of a group, each once.
function encounters.people(group)
  local people, seen = pandoc.List(), {}
  for _, membership in ipairs(group.memberships) do
    local person = membership.person
    if person and not seen[person] then
      seen[person] = true
      people:insert(person)
    end
  end
  return people
end

--- Who of a meeting each of its people had sat with before.
function encounters.known(meeting)
  local known, there = {}, {}
  for _, person in ipairs(encounters.people(meeting)) do
    known[person], there[person] = {}, true
  end
  local looked_at = {}
  for _, person in ipairs(encounters.people(meeting)) do
    for _, group in ipairs(person.groups) do
      if not looked_at[group] and came_before(group, meeting) then
        looked_at[group] = true
        local together = encounters.people(group):filter(function(other) return there[other] end)
        for _, one in ipairs(together) do
          for _, other in ipairs(together) do known[one][other] = true end
        end
      end
    end
  end
  return known
end

--- The pairs of a meeting: those who met for the first time, and how many pairs there are.
function encounters.of(meeting)
  local people, known = encounters.people(meeting), encounters.known(meeting)
  local new = pandoc.List()
  for i, one in ipairs(people) do
    for j = i + 1, #people do
      if not known[one][people[j]] then new:insert { one, people[j] } end
    end
  end
  return new, #people * (#people - 1) // 2
end

--- Every first encounter of the arena: meeting, the two people, and the groups that they came from.
function encounters.all(arena)
  local rows = pandoc.List()
  local function home(person)
    for _, group in ipairs(person.groups) do
      if group.format ~= arena.format then return group end
    end
  end
  for _, meeting in ipairs(arena.format.groups) do
    for _, pair in ipairs(encounters.of(meeting)) do
      rows:insert {
        meeting = meeting, one = pair[1], other = pair[2], group = home(pair[1]), other_group = home(pair[2]),
      }
    end
  end
  return {
    columns = {
      { "meeting", "group" }, { "one", "person", label = "Person" }, { "group", "group", label = "From" },
      { "other", "person", label = "Met" }, { "other_group", "group", label = "From the group" },
    },
    rows = rows,
  }
end

--- A note about each meeting: how many pairs are new, with three of them as examples.
function encounters.note(meeting)
  local new, pairs_of_it = encounters.of(meeting)
  if #new == 0 then return false end
  local who, named = pandoc.List(), {}
  for _, pair in ipairs(new) do
    if #who < 3 and not named[pair[1]] then
      named[pair[1]] = true
      who:insert(tostring(pair[1]) .. " – " .. tostring(pair[2]))
    end
  end
  return { new = #new, pairs = pairs_of_it, who = who }
end

--- Whether everybody in a meeting knew each other from before.
function encounters.nobody_new(meeting)
  local new, pairs_of_it = encounters.of(meeting)
  return pairs_of_it > 0 and #new == 0
end

--- Whether a person took part in meetings and met nobody for the first time.
function encounters.met_nobody(person, arena)
  local meetings = 0
  for _, group in ipairs(person.groups) do
    if group.format == arena.format then
      meetings = meetings + 1
      local known = encounters.known(group)
      for _, other in ipairs(encounters.people(group)) do
        if other ~= person and not known[person][other] then return false end
      end
    end
  end
  return meetings > 0
end

return encounters
