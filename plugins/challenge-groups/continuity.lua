-- Groups over the years: what they continue, and what is carried over to the next arena with whom it still misses.

local continuity = {}

--- Marks a group as carried over, names whom it misses, and links it to the arena in which it goes on.
function continuity.carry_over(tx, p)
  local group = p.group
  group.fields.carried_over = true
  group.fields.missing_parties = p.parties
  if p.arena then
    return tx.links:add {
      kind = "continues", from = { arena = p.arena, title = group.title }, to = group,
      basis = "stated", by = tx.actor, why = p.why,
    }
  end
  return group
end

--- The named parties that no membership of the group has.
function continuity.missing(group)
  local there = {}
  for _, membership in ipairs(group.memberships) do
    there[membership.actor] = true
    there[tostring(membership.actor)] = true
    if membership.person and membership.person.organisation then
      there[membership.person.organisation] = true
      there[tostring(membership.person.organisation)] = true
    end
  end
  return group.fields.missing_parties:filter(function(party)
    return not there[party] and not there[tostring(party)]
  end)
end

--- The groups that go on next year, with owner, facilitators and missing parties: a table to register them from.
function continuity.carried_over(arena)
  local rows = pandoc.List()
  for _, group in ipairs(arena.format.groups) do
    if group.fields.carried_over then
      rows:insert {
        group = group, title = group.title, owners = group:actors "owner", facilitators = group:people "facilitator",
        missing = continuity.missing(group),
      }
    end
  end
  return {
    columns = {
      { "group", "group" }, { "title", "text" }, { "owners", "actor", many = true },
      { "facilitators", "person", many = true },
      { "missing", "actor", many = true, label = "Parties still missing" },
    },
    rows = rows,
  }
end

return continuity
