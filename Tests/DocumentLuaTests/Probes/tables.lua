local S, P, C, R = pandoc.Str, pandoc.Para, pandoc.Cell, pandoc.Row
for _, arguments in ipairs { { 'a' }, { { P 'a' } }, { 'a', 'AlignLeft' }, { 'a', 'AlignLeft', 2 }, { 'a', 'AlignLeft', 2, 3 }, { 'a', 'AlignLeft', 2, 3, { 'i' } }, {}, { 'a', 'x' }, { 'a', nil, nil, nil, { class = 'k' } }, { {} }, { S 'x' } } do
  probe('Cell', function() return C(table.unpack(arguments, 1, 5)) end)
end
local c = C('x', 'AlignRight', 2, 3, { 'i', { 'c' } })
probe('cell', function() return c.contents, c.content, c.alignment, c.row_span, c.col_span, c.attr, c.identifier, c.classes, c.attributes, c.t, c.tag end)
c.contents = 'new' c.alignment = 'AlignLeft' c.row_span = 1 c.col_span = 5 c.identifier = 'j'
probe('cell set', function() return c end)
c.content = { P 'via alias' } probe('cell alias', function() return c end)
probe('cell equal', function() return C 'x' == C 'x', C 'x' == C 'y' end)
probe('cell pairs', function() local r = {} for k, v in pairs(C 'x') do r[#r + 1] = k .. ':' .. pandoc.utils.type(v) end return table.concat(r, ' ') end)
for _, arguments in ipairs { {}, { {} }, { { C 'a', C 'b' } }, { { C 'a' }, { 'i' } }, { { {} } }, { { { contents = 'x', alignment = 'AlignLeft', row_span = 1, col_span = 1, attr = {} } } }, { 5 }, { C 'x' }, { { { P 'y' } } }, { { { contents = 'x' } } } } do
  probe('Row', function() return R(table.unpack(arguments)) end)
  probe('TableHead', function() return pandoc.TableHead(arguments[1] and { R(arguments[1]) }, arguments[2]) end)
  probe('TableFoot', function() return pandoc.TableFoot(arguments[1] and { R(arguments[1]) }, arguments[2]) end)
end
local r = R({ C 'a' }, { 'i', { 'c' } })
probe('row', function() return r.cells, r.attr, r.identifier, r.classes, r.t, r.tag, r:clone() == r, R {} == R {} end)
r.cells:insert(C 'b') r.identifier = 'j' r.cells[1].contents = 'z'
probe('row set', function() return r, r:clone() end)
for _, rows in ipairs { {}, { R { C 'a' } }, { { C 'a' } }, { { { contents = 'x' } } }, 'x', { { { C 'x' }, { 'i' } } } } do
  probe('head', function() return pandoc.TableHead(rows) end)
  probe('foot', function() return pandoc.TableFoot(rows, { 'i' }) end)
end
local h = pandoc.TableHead({ R { C 'a' } }, { 'i' })
probe('head', function() return h.rows, h.attr, h.identifier, h.t, h.tag, h:clone() == h end)
h.rows = { R { C 'q' } } h.classes = { 'k' }
probe('head set', function() return h end)
for _, arguments in ipairs { {}, { { P 'a' }, { S 'b' } }, { { long = 'a' } }, { { long = 'a', short = 'b' } }, { { short = 's' } }, { 5 }, { {} } } do
  probe('Caption', function() return pandoc.Caption(table.unpack(arguments)) end)
  probe('in Figure', function() return pandoc.Figure('f', arguments[1]) end)
  probe('in Table', function() return pandoc.Table(arguments[1], {}, pandoc.TableHead(), {}, pandoc.TableFoot()) end)
end
local cap = pandoc.Caption('long', 'short')
probe('caption', function() return cap.long, cap.short, cap.t, cap.tag, cap:clone() == cap end)
cap.long = { P 'l' } cap.short = nil
probe('caption set', function() return cap end)
cap.short = 'sh' probe('caption short', function() return cap end)
local function full(body)
  return pandoc.Table({ long = { P 'c' }, short = 's' }, { { 'AlignLeft', 0.5 }, { 'AlignDefault', nil }, { 'AlignRight', 'ColWidthDefault' } },
    pandoc.TableHead { R { C 'h', C 'i', C 'j' } }, body, pandoc.TableFoot { R { C 'f' } }, { 'id', { 'cls' }, { k = 'v' } })
end
for _, body in ipairs { {}, { { body = { R { C 'b' } }, head = {}, row_head_columns = 0, attr = {} } },
  { { body = { R { C 'b' } }, head = { R { C 'hd' } }, row_head_columns = 1, attr = { 'x' } } },
  { { body = { R { C 'b' } } } }, { { R { C 'b' } } }, { { { C 'b' } } }, { { { { C 'b' } } } }, { 'x' }, 'x' } do
  probe('Table', function() return full(body) end)
end
local t = full { { body = { R { C 'b' } }, head = { R { C 'hd' } }, row_head_columns = 1, attr = { 'x' } } }
probe('table fields', function() return t.caption, t.colspecs, t.head, t.bodies, t.foot, t.attr, t.identifier end)
probe('body', function() local b = t.bodies[1] return b.body, b.head, b.row_head_columns, b.attr, b.t, pandoc.utils.type(b), type(b), getmetatable(b) end)
t.bodies[1].body:insert(R { C 'second' })
t.caption = { P 'plain' } t.identifier = 'new' t.colspecs = { { 'AlignCenter', 1 } }
probe('table set', function() return t, t:clone() end)
probe('equal', function() return full {} == full {}, full {} == t end)
probe('SimpleTable bad', function() return pandoc.SimpleTable('x') end)
local st = pandoc.SimpleTable('c', { 'AlignLeft' }, { 0 }, { 'h' }, { { 'x' } })
st.caption = 'other' st.aligns = { 'AlignRight' } st.widths = { 0.1 } st.headers = { 'hh' } st.rows = { { 'y' } } st.header = { 'hhh' }
probe('simple set', function() return st, st.t, st.caption, st == st end)
probe('simple pairs', function() local q = {} for k, v in pairs(pandoc.SimpleTable('c', {}, {}, {}, {})) do q[#q + 1] = k .. ':' .. pandoc.utils.type(v) end return table.concat(q, ' ') end)

-- Parts of tables as plain tables.
do
  local P = pandoc
  local function whole(head, bodies, foot)
    return P.Table({ long = {} }, { { P.AlignDefault } }, head or P.TableHead(), bodies or {}, foot or P.TableFoot())
  end
  local cell = { attr = {}, alignment = 'AlignLeft', contents = { P.Plain 'c' }, col_span = 2, row_span = 1 }
  probe('row as a pair', function() return whole(P.TableHead { { {}, { P.Cell 'x' } } }) end)
  probe('row as a pair with attributes', function() return whole(P.TableHead { { { 'id' }, { P.Cell 'x' } } }) end)
  probe('row as a list of cells', function() return whole(P.TableHead { { P.Cell 'x' } }) end)
  probe('row as a pair of strings', function() return whole(P.TableHead { { {}, { 'x', { 'y' } } } }) end)
  probe('cell as a table', function() return whole(P.TableHead { { {}, { cell } } }) end)
  probe('cell as a table without its fields', function() return whole(P.TableHead { { {}, { { contents = 'c' } } } }) end)
  probe('head as a pair', function() return whole { {}, {} } end)
  probe('foot as a pair', function() return whole(nil, nil, { {}, {} }) end)
  probe('rows of a body as pairs', function() return whole(nil, { { attr = {}, body = { { {}, { P.Cell 'x' } } }, head = {}, row_head_columns = 0 } }) end)
  probe('rows of a body as cells', function() return whole(nil, { { attr = {}, body = { { P.Cell 'x' } }, head = {}, row_head_columns = 0 } }) end)
  probe('a pair among rows', function() return #P.TableHead({ P.Row { P.Cell 'a' }, { {}, {} } }).rows end)
  probe('rows set as pairs', function() local h = P.TableHead() h.rows = { { {}, { P.Cell 'x' } } } return whole(h) end)
  probe('a pair inserted', function() local h = P.TableHead() h.rows:insert { {}, { P.Cell 'x' } } return whole(h) end)
end
