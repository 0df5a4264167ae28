local S, P, A = pandoc.Str, pandoc.Para, pandoc.Attr
local samples = {
  Cite = function() return pandoc.Cite({ S 'c' }, { pandoc.Citation('id', 'NormalCitation') }) end,
  Code = function() return pandoc.Code('x', { 'i', { 'c' }, { k = 'v' } }) end,
  Emph = function() return pandoc.Emph 'a b' end,
  Image = function() return pandoc.Image('cap', 'src', 'title', { id = 'i', class = 'c d', w = '1' }) end,
  LineBreak = function() return pandoc.LineBreak() end,
  Link = function() return pandoc.Link('text', 'target', 'title', A('i', { 'c' }, { { 'k', 'v' }, { 'l', 'w' } })) end,
  Math = function() return pandoc.Math('DisplayMath', 'x^2') end,
  Note = function() return pandoc.Note { P 'n' } end,
  Quoted = function() return pandoc.Quoted('DoubleQuote', 'q') end,
  RawInline = function() return pandoc.RawInline('html', '<b>') end,
  SmallCaps = function() return pandoc.SmallCaps 's' end,
  SoftBreak = function() return pandoc.SoftBreak() end,
  Space = function() return pandoc.Space() end,
  Span = function() return pandoc.Span('s', 'ident') end,
  Str = function() return S 'str' end,
  Strikeout = function() return pandoc.Strikeout { 'a', pandoc.Space(), S 'b' } end,
  Strong = function() return pandoc.Strong(S 'x') end,
  Subscript = function() return pandoc.Subscript 'x' end,
  Superscript = function() return pandoc.Superscript 'x' end,
  Underline = function() return pandoc.Underline 'x' end,
  BlockQuote = function() return pandoc.BlockQuote { P 'q' } end,
  BulletList = function() return pandoc.BulletList { { P 'a' }, { P 'b', P 'c' } } end,
  CodeBlock = function() return pandoc.CodeBlock('code', { '', { 'lua' } }) end,
  DefinitionList = function() return pandoc.DefinitionList { { 'term', { { P 'd' } } } } end,
  Div = function() return pandoc.Div({ P 'd' }, { class = 'x' }) end,
  Figure = function() return pandoc.Figure({ P 'f' }, { short = 's', long = { P 'l' } }, { 'fig' }) end,
  Header = function() return pandoc.Header(2, 'head line', { 'h' }) end,
  HorizontalRule = function() return pandoc.HorizontalRule() end,
  LineBlock = function() return pandoc.LineBlock { 'a b', { S 'c' } } end,
  OrderedList = function() return pandoc.OrderedList({ { P 'a' } }, pandoc.ListAttributes(3, 'LowerRoman', 'TwoParens')) end,
  Para = function() return P 'para  graph\nline\ttab' end,
  Plain = function() return pandoc.Plain { S 'x' } end,
  RawBlock = function() return pandoc.RawBlock('latex', '\\x') end,
  Table = function()
    return pandoc.utils.from_simple_table(pandoc.SimpleTable('cap', { 'AlignLeft' }, { 0.5 }, { 'h' }, { { 'x' } }))
  end,
}
local names = {}
for name in pairs(samples) do names[#names + 1] = name end
table.sort(names)
local fields = { 't', 'tag', 'c', 'content', 'text', 'attr', 'identifier', 'classes', 'attributes', 'caption', 'src', 'target',
  'title', 'citations', 'format', 'mathtype', 'quotetype', 'level', 'listAttributes', 'start', 'style', 'delimiter',
  'bodies', 'colspecs', 'head', 'foot', 'nonsense', 1 }
for _, name in ipairs(names) do
  local make = samples[name]
  probe(name, function() return make() end)
  for _, field in ipairs(fields) do
    local value = make()[field]
    if value ~= nil then probe('  ' .. name .. '.' .. field, function() return value end) end
  end
  probe('  equal', function() return make() == make(), make() == S 'other', make():clone() == make() end)
  local seen = {}
  for key, value in pairs(make()) do seen[#seen + 1] = key .. ':' .. pandoc.utils.type(value) end
  print('  pairs', table.concat(seen, ' '))
  for _, field in ipairs(fields) do
    local element = make()
    local old = element[field]
    if type(old) == 'string' or field == 'content' and pandoc.utils.type(old) == 'Inlines' then
      local ok = pcall(function() element[field] = field:match 'type$' and old or 'new text' end)
      if not ok then
        print('  set ' .. field, 'fails')
      elseif not (field == 'style' or field == 'delimiter') then
        probe('  set ' .. field, function() return element:clone() end)
      end
    end
  end
  probe('  walked', function()
    return make():walk { Str = function(s) return pandoc.Str(s.text:upper()) end,
      Plain = function(p) return pandoc.Para(p.content) end }
  end)
end
probe('constructors', function() return pandoc.Inline.constructor ~= nil, pandoc.Block.constructor ~= nil end)
local constructors = {}
for key, value in pairs(pandoc.Inline.constructor) do constructors[#constructors + 1] = key .. ':' .. type(value) end
for key, value in pairs(pandoc.Block.constructor) do constructors[#constructors + 1] = key .. ':' .. type(value) end
table.sort(constructors)
print(table.concat(constructors, ' '))
-- nested lists stick
local para = P { pandoc.Emph 'a', 'b' }
para.content[1].content[1].text = 'changed'
para.content[2] = 'string'
para.content:insert(pandoc.Space())
probe('nested', function() return para, para:clone() end)
local div = pandoc.Div({ P 'x' }, { 'i', { 'c' } })
div.classes:insert 'new'
div.attributes.key = 'value'
div.identifier = 'other'
div.content[1].content = { 'replaced' }
probe('attr', function() return div, div.attr.classes[2], div.attributes.key end)
local list = pandoc.BulletList { { P 'a' }, { P 'b' } }
list.content[1][1].content[1].text = 'z'
list.content[2]:insert(P 'more')
list.content:insert { P 'third' }
probe('list', function() return list end)
local ordered = pandoc.OrderedList { 'a' }
ordered.start, ordered.style, ordered.delimiter = 7, 'UpperAlpha', 'OneParen'
probe('ordered', function() return ordered end)
ordered.listAttributes = { 2, 'Decimal', 'Period' }
probe('ordered', function() return ordered:clone() end)
local tbl = samples.Table()
tbl.caption.long = { P 'new' }
tbl.caption.short = 'brief'
tbl.colspecs[1] = { 'AlignRight' }
tbl.head.rows[1].cells[1].contents = { P 'cell' }
tbl.bodies[1].body[1].cells[1].alignment = 'AlignCenter'
tbl.bodies[1].row_head_columns = 1
tbl.bodies[1].attr = { 'body' }
tbl.foot.rows = { pandoc.Row { pandoc.Cell 'foot' } }
tbl.foot.attr.identifier = 'f'
tbl.head.identifier = 'hd'
tbl.head.rows[1].classes = { 'r' }
probe('table', function() return tbl, tbl:clone() == tbl end)
local figure = samples.Figure()
figure.caption = { P 'just text' }
probe('figure', function() return figure:clone() end)
local cite = samples.Cite()
cite.citations[1].prefix = 'pre'
cite.citations[1].mode = 'AuthorInText'
cite.citations:insert(pandoc.Citation('z', 'SuppressAuthor'))
probe('cite', function() return cite end)
-- values are copied into elements
local shared = S 'one'
local holder = P { shared }
shared.text = 'two'
probe('copied', function() return holder, shared end)
local assigned = pandoc.Inlines { 'x' }
holder.content = assigned
assigned[1] = 'later'
probe('assigned', function() return holder end)
-- coercions
for _, value in ipairs { 'a b', '', ' a ', '\n', {}, { 'a', 'b' }, S 'x', P 'x', { S 'x', P 'y' }, { P 'x' }, { { 'a' } }, { { S 'a' }, P 'b' }, 5, true, { 5 }, pandoc.Inlines 'a b', pandoc.Blocks 'a b',
  pandoc.List { 'a' }, A(), pandoc.Pandoc 'x', { a = 1 }, setmetatable({ 'z' }, { __toinline = function() return S 'in' end }), setmetatable({ 'z' }, { __toblock = function() return P 'bl' end }) } do
  for _, constructor in ipairs { 'Inlines', 'Blocks', 'Para', 'Div', 'Note', 'BulletList', 'OrderedList', 'LineBlock', 'DefinitionList', 'Pandoc', 'Plain', 'Span', 'Figure', 'Cell', 'Caption', 'Str', 'MetaInlines', 'MetaBlocks', 'MetaList', 'MetaMap', 'MetaString', 'MetaBool' } do
    probe(constructor, function() return pandoc[constructor](value) end)
  end
end
