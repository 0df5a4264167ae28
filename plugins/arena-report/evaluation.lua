-- Answers that were sorted into categories, counted over all groups.

local facts = require "facts"

local evaluation = {}

local function count(format, template, field)
  local found, rest = {}, 0
  for _, group in ipairs(format.groups) do
    for _, report in ipairs(group.reports:where { template = template.name }) do
      for _, section in ipairs(report.sections) do
        for _, item in ipairs(section.name == field.name and section.value or {}) do
          if item.category then found[item.category] = (found[item.category] or 0) + 1 else rest = rest + 1 end
        end
      end
    end
  end
  return found, rest
end

--- A table of every question whose answers have categories: how many answers each category got.
function evaluation.counts(arena)
  local rows = pandoc.List()
  for _, format in ipairs(arena.formats) do
    for _, template in ipairs(format.templates) do
      for _, field in ipairs(template.fields) do
        if field.categories and #field.categories > 0 then
          local found, rest = count(format, template, field)
          for _, category in ipairs(field.categories) do
            local n = found[category.name]
            if n then rows:insert { field.label, category.label, tostring(n) } end
          end
          if rest > 0 then rows:insert { field.label, arena:say "not sorted", tostring(rest) } end
        end
      end
    end
  end
  if #rows == 0 then return pandoc.Blocks {} end
  return pandoc.Blocks { facts.table(arena, { "Question", "Category", "Answers" }, rows) }
end

return evaluation
