-- A chapter for each format: its groups, with who was there, what they reported and handed in, and what comes next.

local facts = require "facts"

local groups = {}

local gone = { merged = true, split = true, cancelled = true }

--- The groups that met: those that were joined with others or divided live on in these.
function groups.that_met(list)
  return list:filter(function(group) return not gone[group.state] end)
end

--- Templates whose answers are sorted are counted in the evaluation; they aren't printed group by group.
local function is_counted(template)
  for _, field in ipairs(template.fields) do
    if field.categories and #field.categories > 0 then return true end
  end
  return false
end

local function template_of(report)
  local group = report.of
  local format = group and group.type == "group" and group.format
  return format and format.templates[report.template]
end

--- Whether a report is one of those that the book tells: no answers that are counted, no plans that stayed drafts.
function groups.is_told(report)
  local template = template_of(report)
  if not template or is_counted(template) then return false end
  return not (template.per == "meeting" and report.state == "draft")
end

--- Whether it is told and there is something to tell.
function groups.is_written(report)
  return report.state ~= "missing" and groups.is_told(report)
end

local function people(rows, group, arena, options)
  local format = group.format
  if not format then return end
  local join = format.actions.join
  for _, role in ipairs(format.roles) do
    local listed = options.participants or not join or role.name ~= join.as
    local actors = listed and group:actors(role.name):filter(facts.is_shown) or {}
    if #actors > 0 then rows:insert { role.label, arena:say("{actors}", { actors = actors }) } end
  end
  if group.headcount and group:show "headcount" ~= "" then
    rows:insert { group:label "headcount", group:show "headcount" }
  end
end

local function head(group, arena, options)
  local rows = pandoc.List()
  people(rows, group, arena, options)
  if #group.slots > 0 then rows:insert { arena:say "Met in", arena:say("{slots}", { slots = group.slots }) } end
  if group.place then rows:insert { group:label "place", tostring(group.place) } end
  if group:show "open" ~= "" then rows:insert { group:label "open", group:show "open" } end
  local long = pandoc.Blocks {}
  for _, field in ipairs(group.format and group.format.group.fields or {}) do
    if field.type == "rich" or field.type == "items" or field.type == "text" and field.many then
      local blocks = group:render(field.name)
      if #blocks > 0 then
        long:insert(pandoc.Para(pandoc.Strong(field.label)))
        long:extend(blocks)
      end
    elseif group:show(field.name) ~= "" then
      rows:insert { field.label, group:show(field.name) }
    end
  end
  local out = pandoc.Blocks {}
  if #rows > 0 then out:insert(facts.lines(rows)) end
  if group.challenge then out:extend(group:render "challenge") end
  out:extend(long)
  return out
end

--- People and next steps stand elsewhere in the chapter: of these only what the group wrote is printed.
local function section_blocks(report, section, template)
  local field = section.name and template.fields[section.name]
  if section.name and not (field and (field.type == "next_steps" or field.type == "members")) then
    return report:render(section.name)
  end
  if type(section.value) ~= "string" then return pandoc.Blocks {} end
  return pandoc.read(section.value, "commonmark").blocks
end

--- The sections as the group wrote them; a heading over two sections is printed once.
local function sections(report)
  local out, last = pandoc.Blocks {}, nil
  for _, section in ipairs(report.sections) do
    local heading = section.heading or report:label(section.name)
    local blocks = section_blocks(report, section, template_of(report))
    if heading ~= last and #blocks > 0 then
      out:insert(pandoc.Header(4, heading, { class = "unlisted" }))
      out:extend(blocks)
    end
    last = heading
  end
  return out
end

local function told(report, arena)
  local template = template_of(report)
  local title = template.label
  if report.slot then title = title .. ", " .. tostring(report.slot) end
  if report.state == "draft" then title = arena:say("{title} (draft)", { title = title }) end
  local out = pandoc.Blocks { pandoc.Header(3, title, { class = "unlisted" }) }
  if report.state == "missing" then
    out:insert(pandoc.Para(pandoc.Emph(arena:say "There is no report from this group.")))
    return out
  end
  out:extend(sections(report))
  return out
end

local function input(contribution, arena)
  local out = pandoc.Blocks { pandoc.Header(3, tostring(contribution), { id = contribution.id, class = "input" }) }
  local rows = pandoc.List()
  if contribution.kind then rows:insert { contribution:label "kind", contribution:show "kind" } end
  if #contribution.addressees > 0 then
    rows:insert { contribution:label "addressees", arena:say("{to}", { to = contribution.addressees }) }
  end
  if #rows > 0 then out:insert(facts.lines(rows)) end
  out:extend(contribution:render "body")
  return out
end

local function steps(group, arena)
  if #group.next_steps == 0 then return pandoc.Blocks {} end
  return pandoc.Blocks {
    pandoc.Header(3, arena:say "Agreed", { class = "unlisted" }),
    pandoc.BulletList(group.next_steps:map(function(step)
      local more = facts.join {
        arena:say("{who}", { who = step.who:filter(facts.is_shown) }), step:show "due", step:show "where",
      }
      return { pandoc.Plain((step.what or "") .. (more ~= "" and " (" .. more .. ")" or "")) }
    end)),
  }
end

--- Says that nothing has come in from a group of which the format awaits a report.
local function nothing_told(group, arena)
  for _, template in ipairs(group.format and group.format.templates or {}) do
    if template.per == "group" and not is_counted(template) then
      return pandoc.Blocks { pandoc.Para(pandoc.Emph(
        arena:say("Not handed in: {template}.", { template = pandoc.text.lower(template.label) }))) }
    end
  end
  return pandoc.Blocks {}
end

local function chapter(group, arena, options)
  local out = pandoc.Blocks { pandoc.Header(2, tostring(group), { id = group.id, class = "group" }) }
  out:extend(head(group, arena, options))
  out:extend(arena:chapters("group", group))
  local is_any = false
  for _, report in ipairs(group.reports) do
    if groups.is_told(report) then
      out:extend(told(report, arena))
      is_any = is_any or report.slot == nil
    end
  end
  if not is_any then out:extend(nothing_told(group, arena)) end
  for _, contribution in ipairs(group.contributions) do out:extend(input(contribution, arena)) end
  out:extend(steps(group, arena))
  return out
end

local function capital(text)
  local first = text:match "^[%z\1-\127\194-\244][\128-\191]*"
  return first and pandoc.text.upper(first) .. text:sub(#first + 1) or text
end

--- For each format a chapter with its groups, and one for those of no format.
function groups.chapters(arena, options)
  local out = pandoc.Blocks {}
  for _, format in ipairs(arena.formats) do
    local met = groups.that_met(format.groups)
    if #met > 0 then
      out:insert(pandoc.Header(1, capital(format.group.nouns or format.title), { class = "groups" }))
      for _, group in ipairs(met) do out:extend(chapter(group, arena, options)) end
    end
  end
  local others = groups.that_met(arena.groups):filter(function(group) return not group.format end)
  if #others > 0 then
    out:insert(pandoc.Header(1, arena:say "Other groups", { class = "groups" }))
    for _, group in ipairs(others) do out:extend(chapter(group, arena, options)) end
  end
  return out
end

return groups
