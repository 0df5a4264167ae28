-- Small pieces that the chapters share.

local facts = {}

--- "Label: value" lines.
function facts.lines(rows)
  return pandoc.Div(pandoc.LineBlock(rows:map(function(row)
    return pandoc.Inlines { pandoc.Strong(row[1] .. ":"), " " } .. pandoc.Inlines(row[2])
  end)), { class = "facts" })
end

--- Whether the edition shows who it is: a withheld name reads as nil.
function facts.is_shown(actor)
  return type(actor) == "string" or actor.name ~= nil
end

--- A link to where a record has its place in the book.
function facts.link(record, text)
  return pandoc.Inlines { pandoc.Link(text or record.code or tostring(record), "#" .. record.id) }
end

--- Links to several records, apart by commas.
function facts.links(records)
  local out = pandoc.Inlines {}
  for i, record in ipairs(records) do
    if i > 1 then out:insert ", " end
    out:extend(facts.link(record))
  end
  return out
end

--- The texts that say something, apart by commas.
function facts.join(texts)
  return table.concat(pandoc.List(texts):filter(function(text) return text and text ~= "" end), ", ")
end

--- A table; headings are keys to be said, cells are strings or inlines.
function facts.table(arena, headings, rows)
  local function cell(text) return { pandoc.Plain(text) } end
  local align, widths = pandoc.List(), pandoc.List()
  for i = 1, #headings do
    align[i], widths[i] = "AlignLeft", 0
  end
  local head = pandoc.List(headings):map(function(heading) return cell(arena:say(heading)) end)
  return pandoc.utils.from_simple_table(pandoc.SimpleTable({}, align, widths, head,
    rows:map(function(row) return pandoc.List(row):map(cell) end)))
end

return facts
