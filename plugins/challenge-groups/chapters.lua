-- Chapters for the arena's report: the groups at a glance, what each continues, and what talks set going.

local chapters = {}

local function cell(text)
  return { pandoc.Plain(text) }
end

local gone = { merged = true, split = true, cancelled = true }

--- Those whom the edition names.
local function named(actors)
  return actors:filter(function(actor) return type(actor) == "string" or actor.name ~= nil end)
end

--- A table of the groups with owner, facilitators and project phase.
function chapters.groups(_, arena)
  local groups = arena.format.groups:filter(function(group) return not gone[group.state] end)
  if #groups == 0 then return nil end
  local headings = {
    arena:say "Group", arena:say "Title", arena:say "Owner", arena:say "Facilitator", arena:say "Project phase",
  }
  local rows = groups:map(function(group)
    return {
      cell(tostring(group.code)), cell(group.title or ""),
      cell(arena:say("{actors}", { actors = named(group:actors "owner") })),
      cell(arena:say("{actors}", { actors = named(group:people "facilitator") })),
      cell(group:show "project_phase"),
    }
  end)
  local left = pandoc.List { "AlignLeft", "AlignLeft", "AlignLeft", "AlignLeft", "AlignLeft" }
  return pandoc.Blocks {
    pandoc.utils.from_simple_table(
      pandoc.SimpleTable({}, left, { 0, 0, 0, 0, 0 }, pandoc.List(headings):map(cell), rows)),
  }
end

--- A group of another arena by its arena, code and title; one of this arena as it prints.
local function elsewhere(other)
  if type(other) ~= "table" then return tostring(other) end
  local group = table.concat(pandoc.List { other.code or "", other.title or "" }
    :filter(function(text) return text ~= "" end), " ")
  if not other.arena then return group end
  return group ~= "" and other.arena .. ": " .. group or other.arena
end

--- Where a group comes from, where it goes, and whom it still misses.
function chapters.continuity(group, arena)
  local facts = pandoc.List()
  if group.format ~= arena.format then return nil end
  for _, link in ipairs(group.links) do
    if link.kind == "continues" and link.basis ~= "suggested" then
      local text = link.from == group and "Continues {other}." or "Goes on in {other}."
      local other = link.from == group and link.to or link.from
      facts:insert(pandoc.Para(arena:say(text, { other = elsewhere(other) })))
    end
  end
  local missing = group.fields.carried_over and group.fields.missing_parties or {}
  if #missing > 0 then
    facts:insert(pandoc.Para(arena:say("Still missing around the table: {parties}.", { parties = missing })))
  end
  return #facts > 0 and pandoc.Blocks(facts) or nil
end

--- Reflections after the talks, talk by talk.
function chapters.reflections(_, arena)
  local blocks = pandoc.Blocks {}
  for _, block in ipairs(arena.blocks) do
    local said = block.remarks:where { kind = "reflection" }
    if #said > 0 then
      blocks:insert(pandoc.Header(2, tostring(block)))
      blocks:insert(pandoc.BulletList(said:map(function(remark) return remark:render "text" end)))
    end
  end
  return #blocks > 0 and blocks or nil
end

return chapters
