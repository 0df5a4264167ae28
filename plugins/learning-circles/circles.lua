-- Follow-up over a year: who is invited on, the circle's meetings, and what became of every next step.

local circles = {}

local gone = { merged = true, split = true, cancelled = true }

--- Invites those who hold given roles in the arena's other groups on into a circle, each with the reason.
function circles.invitations(arena, p)
  local steps, seen = pandoc.List(), {}
  for _, membership in ipairs(p.circle.memberships) do seen[membership.actor] = true end
  local wanted = {}
  for _, role in ipairs(p.roles) do wanted[role] = true end
  for _, group in ipairs(#p.groups > 0 and p.groups or arena.groups) do
    if group.format ~= arena.format and not gone[group.state] then
      for _, membership in ipairs(group.memberships) do
        local actor = membership.actor
        if wanted[membership.role] and not seen[actor] then
          seen[actor] = true
          steps:insert { "assign", group = p.circle, actor = actor, role = "invited",
            why = arena:say("{role} in {group}",
              { role = group.format.roles[membership.role].label, group = group.code }) }
        end
      end
    end
  end
  return steps
end

local function invitation(tx, p)
  for _, membership in ipairs(p.circle.memberships) do
    if membership.role == "invited" and membership.actor == p.who then return membership end
  end
  tx:refuse("{who} isn't invited to {circle}, or has answered already.", { who = p.who, circle = p.circle })
end

--- Somebody invited comes along.
function circles.accept(tx, p)
  tx.memberships:remove(invitation(tx, p))
  return tx:act("assign", { group = p.circle, actor = p.who, role = "member" })
end

--- Somebody invited stays away; the circle keeps the answer as a remark.
function circles.decline(tx, p)
  tx.memberships:remove(invitation(tx, p))
  return tx:act("remark", { kind = "declined", on = p.circle, by = p.who, text = p.why or "–" })
end

--- A further meeting of a circle, in person or online; its number goes on from the arena's last session.
function circles.plan_meeting(tx, p)
  local number = 0
  for _, slot in ipairs(tx.slots) do number = math.max(number, slot.number or 0) end
  local block = tx.blocks:add {
    kind = "slot", format = tx.format, number = number + 1, starts = p.starts, ends = p.ends, title = p.title,
    mode = p.mode, at = p.at,
  }
  local slots = p.circle.slots:map(function(slot) return slot end)
  slots:insert(block)
  p.circle.slots = slots
  return block
end

local settled = { done = true, dropped = true }

local function last(list)
  return list[#list]
end

--- Every next step of the arena, whatever format it came from: where it stands and what was said last.
function circles.status(arena)
  local rows = pandoc.List()
  for _, step in ipairs(arena.next_steps) do
    local said = last(step.follow_ups)
    rows:insert {
      about = step.about, what = step.what, who = step.who, due = step.due, state = step.state,
      followed_up = said and said.at and said.at:sub(1, 10), said = said and said.text,
    }
  end
  return {
    columns = {
      { "about", "record" }, { "what", "rich" }, { "who", "actor", many = true }, { "due", "date", label = "When" },
      { "state", "text" }, { "followed_up", "text", label = "Last followed up" },
      { "said", "rich", label = "What was said" },
    },
    rows = rows,
  }
end

--- Whether a next step's day has passed and nobody has said since what became of it.
function circles.overdue(step, arena)
  if settled[step.state] or not (step.due and step.due.value) then return false end
  local said = last(step.follow_ups)
  local heard = said and said.at and said.at:sub(1, 10) >= step.due.value
  return step.due.value < arena.today and not heard and { due = step.due.text }
end

--- Invitations that nobody has answered.
function circles.unanswered(circle)
  return circle.memberships:where { role = "invited" }:map(function(membership)
    return { who = membership.actor }
  end)
end

--- Whether a group of another format has next steps and nobody of it is in a circle.
function circles.left_alone(group, arena)
  if group.format == arena.format or #group.next_steps == 0 or #arena.format.groups == 0 then return false end
  for _, membership in ipairs(group.memberships) do
    for _, other in ipairs(membership.person and membership.person.groups or {}) do
      if other.format == arena.format then return false end
    end
  end
  return true
end

--- What was tried at home and what was learned, meeting by meeting.
function circles.tried(arena)
  local rows = pandoc.List()
  for _, report in ipairs(arena.reports:where { template = "meeting_record" }) do
    local texts = {}
    for _, section in ipairs(report.sections) do
      if section.name == "tried" or section.name == "learned" then
        texts[section.name] = table.concat(pandoc.List(section.value):map(function(item) return item.text end), "; ")
      end
    end
    if texts.tried or texts.learned then
      rows:insert { circle = report.of, meeting = report.slot, tried = texts.tried, learned = texts.learned }
    end
  end
  return {
    columns = {
      { "circle", "group" }, { "meeting", "slot" }, { "tried", "text", label = "Tried at home" },
      { "learned", "text" },
    },
    rows = rows,
  }
end

return circles
