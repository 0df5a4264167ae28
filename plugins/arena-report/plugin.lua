-- The arena's report: one book of an arena with all its formats. What each format adds (its `parts`) stands where it
-- asks to stand; the rest is made of what every format declares.

local evaluation = require "evaluation"
local facts = require "facts"
local groups = require "groups"
local missing = require "missing"
local programme = require "programme"

local function about(arena)
  local out = pandoc.Blocks { pandoc.Header(1, arena:say "About the arena", { id = "about" }) }
  out:extend(arena:render "aims")
  if #arena.questions > 0 then
    out:insert(pandoc.BulletList(arena.questions:map(function(question) return { pandoc.Plain(question) } end)))
  end
  local rows = pandoc.List()
  for _, field in ipairs { "days", "venue", "city", "organisers", "commissioners" } do
    local shown = arena:show(field)
    if shown ~= "" then rows:insert { arena:label(field), shown } end
  end
  if #rows > 0 then out:insert(facts.lines(rows)) end
  out:insert(pandoc.Para(arena:say(
    "{groups} {groups:group|groups} and {people} {people:person|people} in {slots} {slots:session|sessions}; "
      .. "{reports} {reports:report|reports}, {inputs} {inputs:thing|things} handed in, "
      .. "{steps} next {steps:step|steps}.",
    { groups = #groups.that_met(arena.groups), people = #arena.people, slots = #arena.slots,
      reports = #arena.reports:filter(groups.is_written),
      inputs = #arena.contributions, steps = #arena.next_steps })))
  local findings = #missing.findings(arena)
  if findings > 0 then
    out:insert(pandoc.Para {
      arena:say("{n} {n:thing is missing or disagrees|things are missing or disagree}: ", { n = findings }),
      pandoc.Link(arena:say "What is missing, and whom to ask", "#missing"), "." })
  end
  out:extend(arena:chapters "overview")
  return out
end

--- How people worked: what each format says of itself to those who take part.
local function method(arena)
  local out = pandoc.Blocks {}
  for _, format in ipairs(arena.formats) do
    if #format.groups > 0 then
      out:insert(pandoc.Header(2, format.title))
      for _, content in ipairs(format.content) do
        out:insert(pandoc.Para(pandoc.Strong(content.label)))
        out:extend(pandoc.read(arena:say(content.text), "commonmark").blocks)
      end
    end
  end
  out:extend(arena:chapters "method")
  if #out > 0 then out:insert(1, pandoc.Header(1, arena:say "How we worked", { id = "method" })) end
  return out
end

--- A chapter that is left out where it would be empty.
local function chapter(arena, title, id, blocks)
  if #blocks == 0 then return pandoc.Blocks {} end
  local out = pandoc.Blocks { pandoc.Header(1, arena:say(title), { id = id }) }
  out:extend(blocks)
  return out
end

local function backup(step, arena)
  return step:show "backup" ~= "" and arena:say("or {date}", { date = step:show "backup" })
end

local function next_steps(arena)
  local rows = arena.next_steps:map(function(step)
    local said = step.follow_ups[#step.follow_ups]
    local state = step.state and step:show "state" or ""
    if said and said.text then state = state ~= "" and state .. ": " .. said.text or said.text end
    return {
      facts.link(step.about), step.what or "", arena:say("{who}", { who = step.who:filter(facts.is_shown) }),
      facts.join { step:show "due", backup(step, arena) },
      step:show "where", state,
    }
  end)
  if #rows == 0 then return pandoc.Blocks {} end
  return pandoc.Blocks {
    facts.table(arena, { "About", "What", "Who", "When", "Where", "How it stands" }, rows),
  }
end

--- What was handed to somebody, recipient by recipient.
local function recommendations(arena)
  local order, by = pandoc.List(), {}
  for _, input in ipairs(arena.contributions) do
    for _, to in ipairs(input.addressees) do
      local name = tostring(to)
      if not by[name] then
        by[name] = pandoc.List()
        order:insert(name)
      end
      by[name]:insert(input)
    end
  end
  order:sort()
  local out = pandoc.Blocks {}
  for _, name in ipairs(order) do
    out:insert(pandoc.Header(2, name))
    out:insert(pandoc.BulletList(by[name]:map(function(input)
      return { pandoc.Plain(facts.link(input, tostring(input))) }
    end)))
  end
  return out
end

local function book(arena, options)
  local body = about(arena)
  body:extend(method(arena))
  body:extend(programme.chapter(arena))
  body:extend(groups.chapters(arena, options))
  body:extend(chapter(arena, "Recommendations, and to whom", "recommendations", recommendations(arena)))
  body:extend(chapter(arena, "Next steps", "next-steps", next_steps(arena)))
  local counted = evaluation.counts(arena)
  counted:extend(arena:chapters "evaluation")
  body:extend(chapter(arena, "Evaluation", "evaluation", counted))
  body:extend(chapter(arena, "What is missing, and whom to ask", "missing", missing.blocks(arena)))
  body:extend(chapter(arena, "Appendix", "appendix", arena:chapters "appendix"))
  return pandoc.Pandoc(body, {
    title = arena.title, subtitle = arena.theme, lang = arena.language, toc = true,
    author = arena.organisers:map(tostring), date = arena:show "days",
  })
end

return {
  api = 1,
  kind = "reporter",
  title = "The arena's report",
  summary = "One book of an arena with all its formats: programme, groups, reports, next steps, evaluation.",
  options = {
    { "participants", "boolean", default = true, help = "List the participants of each group." },
  },
  document = book,
}
