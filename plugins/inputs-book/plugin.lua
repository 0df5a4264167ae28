-- The inputs book: every input with who raised it and what it builds on, and at the end what is missing.

local function links(records)
  local out = pandoc.Inlines {}
  for i, record in ipairs(records) do
    if i > 1 then out:insert ", " end
    out:insert(pandoc.Link(record.code or tostring(record), "#" .. record.id, record.title))
  end
  return out
end

--- "Label: value" lines; a value is a string or inlines.
local function facts(rows)
  return pandoc.Div(pandoc.LineBlock(rows:map(function(row)
    return pandoc.Inlines { pandoc.Strong(row[1] .. ":"), " " } .. pandoc.Inlines(row[2])
  end)), { class = "facts" })
end

--- Whether the edition shows who it is: a withheld name reads as nil.
local function is_shown(actor)
  return type(actor) == "string" or actor.name ~= nil
end

--- Who did what, in the words of the format; those who only took part where the reader asked for them.
local function people(rows, group, slot, arena, options)
  if not group.format then return end
  local join = group.format.actions.join
  for _, role in ipairs(group.format.roles) do
    local listed = options.participants or not join or role.name ~= join.as
    local actors = listed and group:actors(role.name, slot):filter(is_shown) or {}
    if #actors > 0 then rows:insert { role.label, arena:say("{actors}", { actors = actors }) } end
  end
  if group.headcount then
    local stated = group:show "headcount"
    rows:insert { group:label "headcount", stated ~= "" and stated or pandoc.Emph(arena:say "not stated") }
  end
end

local function input_facts(input, arena, options)
  local rows = pandoc.List()
  if input.group then people(rows, input.group, input.slot, arena, options) end
  if input.kind then rows:insert { arena:say "Kind", input:show "kind" } end
  if #input.refers_to > 0 then rows:insert { arena:say "Builds on", links(input.refers_to) }
  elseif input.reference then rows:insert { arena:say "Builds on", input.reference } end
  if #input.referred_by > 0 then rows:insert { arena:say "Taken further in", links(input.referred_by) } end
  return facts(rows)
end

local function missing(arena)
  local findings = arena:findings()
  if #findings == 0 then return pandoc.Blocks { pandoc.Para(arena:say "Nothing that we know of.") } end
  local function item(finding)
    return { pandoc.Plain(pandoc.Inlines(finding.message) .. { pandoc.LineBreak(), pandoc.Emph(finding.fix) }) }
  end
  local out = pandoc.Blocks {}
  for _, part in ipairs {
    { "error", "Needs an answer before the book is passed on" },
    { "warning", "Missing, or doesn't agree" },
    { "note", "Worth a look" },
  } do
    local some = findings:filter(function(finding) return finding.severity == part[1] end)
    if #some > 0 then
      out:insert(pandoc.Header(2, arena:say(part[2])))
      out:insert(pandoc.BulletList(some:map(item)))
    end
  end
  return out
end

--- The chapters: a day, its sessions, their inputs.
local function chapters(arena, options)
  local body, slot, day = pandoc.Blocks {}, nil, nil
  for i, input in ipairs(arena.contributions) do
    if i == 1 or input.slot ~= slot then
      slot = input.slot
      if slot and slot.day and slot.day ~= day then
        day = slot.day
        body:insert(pandoc.Header(1, arena:say("Day {day}", { day = day }), { class = "day" }))
      elseif not slot then
        body:insert(pandoc.Header(1, arena:say "Outside the sessions", { class = "day" }))
      end
      if slot then body:insert(pandoc.Header(2, tostring(slot), { class = "slot" })) end
    end
    body:insert(pandoc.Header(3, tostring(input), { id = input.id, class = "input", lang = input.language }))
    body:insert(input_facts(input, arena, options))
    body:extend(input:render "body")
  end
  return body
end

local function about(arena)
  local front = pandoc.Blocks { pandoc.Header(1, arena:say "About this book") }
  front:extend(arena:render "aims")
  if #arena.questions > 0 then
    front:insert(pandoc.BulletList(arena.questions:map(function(question) return { pandoc.Plain(question) } end)))
  end
  front:insert(pandoc.Para(arena:say(
    "{groups} {groups:group|groups} in {slots} {slots:session|sessions} handed in {inputs} {inputs:input|inputs}.",
    { groups = #arena.groups, slots = #arena.slots, inputs = #arena.contributions })))
  local findings = #arena:findings()
  if findings > 0 then
    front:insert(pandoc.Para {
      arena:say("{n} {n:thing is missing or disagrees|things are missing or disagree}: ", { n = findings }),
      pandoc.Link(arena:say "What is missing or disagrees", "#missing"), "." })
  end
  return front
end

local function book(arena, options)
  local body = about(arena) .. chapters(arena, options)
  body:insert(pandoc.Header(1, arena:say "What is missing or disagrees", { id = "missing" }))
  body:extend(missing(arena))
  return pandoc.Pandoc(body, {
    title = arena.title, subtitle = arena.theme, lang = arena.language, toc = true,
    author = arena.organisers:map(tostring), date = arena:show "days",
  })
end

return {
  api = 1,
  kind = "reporter",
  title = "Inputs book",
  summary = "Every input with who raised it and what it builds on, and at the end what is missing.",
  options = { { "participants", "boolean", default = false, help = "List the participants of each group." } },
  document = book,
}
