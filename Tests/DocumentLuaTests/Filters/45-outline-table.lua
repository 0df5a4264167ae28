-- Tables out of nested bullet lists, by the plain tables that filters of older days pass for head, body, rows and cells.
PANDOC_VERSION:must_be_at_least '2.11'

local function cell(contents)
  return { attr = {}, alignment = pandoc.AlignDefault, contents = contents, col_span = 1, row_span = 1 }
end

function BulletList(list)
  local rows = {}
  for _, item in pairs(list.content) do
    local cells = { cell(item), cell { pandoc.Plain(tostring(#item)) } }
    table.insert(rows, { {}, cells })
  end
  local head = { table.remove(rows, 1) }
  local colspecs = { { pandoc.AlignDefault, nil }, { 'AlignRight', 0.25 } }
  return pandoc.Table(
    { long = {}, short = {} }, colspecs, pandoc.TableHead(head, {}),
    { { attr = {}, body = rows, head = {}, row_head_columns = 0 } }, pandoc.TableFoot {}, { 'list', { 'outline' } })
end
