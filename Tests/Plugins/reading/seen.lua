local seen = {}

local function list(...)
  local out = {}
  for i = 1, select("#", ...) do out[i] = tostring((select(i, ...))) end
  return table.concat(out, "|")
end

local function why(work)
  local fine, message = pcall(work)
  assert(not fine, "it should have raised")
  return tostring(message):gsub("^.-:%d+: ", "")
end

function seen.arena(arena, same)
  assert(arena == same, "the arena is both arguments of a check of the arena")
  assert(arena.format == nil, "a check plugin has no format of its own")
  for _, name in ipairs { "blocks", "slots", "places", "people", "organisations", "groups", "memberships",
    "contributions", "reports", "next_steps", "remarks", "votes", "strategy_elements", "links", "formats",
    "questions", "organisers", "commissioners", "days", "totals" } do
    assert(arena[name] ~= nil and #arena[name] >= 0, name)
  end
  return list(arena.title, arena.series, arena.number, arena.theme, arena.questions[1], arena.language, arena.timezone,
    arena.venue, arena.city, #arena.days, arena.today, arena.now, arena.formats[1].name, arena.aims,
    arena.type, arena.revision > 0, arena:utc "2031-03-12T09:00")
end

function seen.group(group)
  return list(group.code, #group.codes, group.title, group.challenge, group.format.name, #group.slots, group.place,
    group.state, group.open, group.headcount and group.headcount.value, group.part_of, #group.parts, #group.memberships,
    #group.contributions, #group.reports, #group.next_steps, #group:people(), #group:people "host",
    #group:people("guest", group.slots[1]), #group:actors(), #group:actors "host", #group.remarks, #group.links)
end

function seen.slot(slot)
  return list(slot.day, slot.date, slot.starts, slot.ends, slot.kind, slot.number, slot.title, #slot.speakers,
    slot.format.name, #slot.groups)
end

function seen.person(person)
  return list(person.name, #person.aliases, person.title, person.organisation, #person.perspectives, person.contact,
    person.consent, person.language, #person.memberships, #person.groups, person.fields.diet)
end

function seen.contribution(input)
  return list(input.code, input.title, #input.groups, input.group, input.slot, input.kind, #input.refers_to,
    input.reference, #input.referred_by, #input.body, input.language, #input.next_steps)
end

function seen.others(arena)
  local m, o, r, s = arena.memberships[1], arena.organisations[1], arena.reports[1], arena.next_steps[1]
  local k, v, e, l = arena.remarks[1], arena.votes[1], arena.strategy_elements[2], arena.links[1]
  local p = arena.places[1]
  return list(m.group.code, m.actor == m.person, m.role, m.state, #m.slots, m.attendance, o.name, #o.aliases, o.kind,
    r.template, r.of.code, r.slot, r.state, #r.sections, s.about.code, s.what, #s.who, s.due.value, s.where, s.backup,
    s.contact, s.state, #s.follow_ups, k.kind, k.on.type, k.by, k.text, v.ballot, v.on.code, v.by, v.dots, e.framework,
    e.code, e.title, e.parent.code, l.kind, l.from.code, l.to.arena, l.basis, #l.by, l.why, p.name, p.capacity, p.note,
    p.corner)
end

function seen.lists(arena)
  local groups = arena.groups
  local codes = groups:map(function(g) return g.code end)
  local hosted = groups:filter(function(g) return #g:people "host" > 0 end)
  local byOpen = groups:where { open = true, state = "announced" }
  local found = groups:find_if(function(g) return g.code == "2.1" end)
  local copy = groups:clone()
  copy:sort(function(a, b) return a.title < b.title end)
  local names = {}
  for i, person in ipairs(arena.people) do names[i] = person.name end
  local keyed = { [groups[1]] = "kept" }
  local both = groups .. arena.contributions
  return list(table.concat(codes, " "), #hosted, #byOpen, found.title, copy[1].title, table.concat(names, ","),
    groups[1] == arena:group(groups[1].code), keyed[arena:group(groups[1].code)], #both, groups:includes(groups[2]),
    groups[99], #arena.people:where { perspectives = "user" }, groups:at(-1).code)
end

function seen.says(arena)
  local group = arena.groups[1]
  local blank = arena.groups[2]
  return list(arena:say("{n} {n:group|groups}", { n = 1 }), arena:say("{n} {n:group|groups}", { n = 2 }),
    arena:say("{who} and {what}", { who = group:people(), what = group }), group:label "headcount", group:show "headcount",
    #group:render "challenge", blank.headcount.text == "", blank.headcount.value, arena:composition(arena.people).share,
    tostring(group), tostring(arena.slots[1]), why(function() return arena:findings() end):match "can't ask" ~= nil)
end

function seen.raises(arena)
  local group = arena.groups[1]
  return list(
    why(function() return group.titel end), why(function() return arena.gruops end),
    why(function() return group.fields.nothing end), why(function() return group:people "hostt" end),
    why(function() return group:tally "none" end), why(function() return arena.groups:where { cod = 1 } end),
    why(function() return group:label "wrong" end), why(function() return arena:say "{nobody}" end),
    why(function() group.title = "x" end), arena:group "none", arena:person "none", arena:slot(99))
end

return seen
