-- A reporter that gives all three: a document, tables and a text in pieces; and every type of option.
local function document(arena, o)
  local blocks = pandoc.Blocks { pandoc.Header(1, arena:say "Groups") }
  for _, group in ipairs(arena.groups) do
    if not o.only or group == o.only then
      blocks:insert(pandoc.Para(pandoc.Inlines { pandoc.Strong(group.title), ": " } .. pandoc.Inlines(
        arena:say("{people}", { people = group:people() }))))
      blocks:extend(group:render "challenge")
      for _, input in ipairs(group.contributions) do blocks:extend(input:render "body") end
      for _, person in ipairs(group:people()) do
        if person.contact then blocks:insert(pandoc.Para("Call " .. person.contact)) end
        if not o.long and person.fields.diet then blocks:insert(pandoc.Para("Eats " .. person.fields.diet)) end
      end
      for _, remark in ipairs(group.remarks) do
        if remark.kind == "cheer" and remark.fields.from_where then blocks:insert(pandoc.Para("Heard at " .. remark.fields.from_where)) end
      end
      for _, report in ipairs(group.reports) do
        for _, section in ipairs(report.sections) do blocks:insert(pandoc.Para(section.name .. " " .. section.value)) end
      end
      for _, input in ipairs(group.contributions) do
        if input.kind and input.fields.secret then blocks:insert(pandoc.Para("Secret " .. input.fields.secret)) end
      end
    end
  end
  if o.long then
    for _, at in ipairs { "overview", "method", "evaluation", "appendix" } do blocks:extend(arena:chapters(at)) end
    for _, slot in ipairs(arena.slots) do blocks:extend(arena:chapters("day", slot)) end
    for _, group in ipairs(arena.groups) do blocks:extend(arena:chapters("group", group)) end
  end
  return pandoc.Pandoc(blocks, { title = arena.title })
end

local function tables(arena, o)
  return {
    { title = "Groups", columns = { { "code", "text" }, { "heads", "count" }, { "open", "boolean" } },
      rows = arena.groups:map(function(g) return { code = g.code, heads = g.headcount, open = g.open } end) },
    { columns = { { "n", "integer", label = "How many" } }, rows = { { n = o.times }, {} } },
  }
end

local function text(arena, o)
  local out = { "BEGIN\n" }
  for _, group in ipairs(arena.groups) do out[#out + 1] = ("%s %s\n"):format(group.code, group.title):rep(o.times) end
  out[#out + 1] = "END\n"
  return out
end

return {
  api = 1, kind = "reporter", title = "All three",
  options = {
    { "long", "boolean", help = "With chapters." }, { "only", "group" }, { "times", "integer", default = 1 },
    { "words", "text", many = true },
  },
  document = document, tables = tables, text = text, extension = "list",
}
