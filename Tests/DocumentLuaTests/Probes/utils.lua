local u, S, P = pandoc.utils, pandoc.Str, pandoc.Para
local names = {}
for name in pairs(u) do names[#names + 1] = name end
table.sort(names)
print(table.concat(names, ' '))
for _, value in ipairs {
  S 'a', P 'a b', pandoc.Emph { 'a', pandoc.Space(), 'b' }, pandoc.Quoted('SingleQuote', 'q'),
  pandoc.Quoted('DoubleQuote', 'q'), pandoc.Note 'n', pandoc.Code 'c', pandoc.Math('InlineMath', 'x'),
  pandoc.RawInline('html', '<b>'), pandoc.RawInline('tex', 'x'), pandoc.Link('l', 'u', 't'),
  pandoc.Image('i', 's', 't'), pandoc.Cite('c', { pandoc.Citation('id', 'NormalCitation', 'pre', 'suf') }),
  pandoc.CodeBlock 'cb', pandoc.RawBlock('html', '<p>'), pandoc.HorizontalRule(), pandoc.Header(1, 'h'),
  pandoc.BulletList { 'a', 'b' }, pandoc.LineBlock { 'a', 'b' }, pandoc.DefinitionList { { 'a', 'b' } },
  pandoc.Blocks { P 'a', P 'b' }, pandoc.Inlines 'a b', { 'a', 'b' }, { S 'a', { S 'b' } }, 'str', 5, 1.5, true,
  pandoc.Pandoc({ P 'a', P 'b' }, { t = 'x' }), pandoc.Meta { a = 'x', b = { 'y', 'z' } }, pandoc.Attr('i', { 'c' }),
  pandoc.Inlines { 'a', pandoc.SoftBreak(), 'b', pandoc.LineBreak(), 'c' }, pandoc.Figure('f', { long = 'cap', short = 's' }),
  pandoc.List { S 'a', pandoc.Blocks 'b' }, pandoc.Citation('id', 'NormalCitation', 'pre', 'suf'),
} do
  probe('stringify', function() return u.stringify(value) end)
  probe('type', function() return u.type(value) end)
end
probe('stringify nil', function() return u.stringify(nil) end)
probe('stringify nothing', function() return u.stringify() end)
probe('stringify function', function() return u.stringify(print) end)
local blocks = { P 'a b', pandoc.CodeBlock 'c', P 'd', pandoc.BulletList { 'x', 'y' }, pandoc.Header(1, 'h'),
  pandoc.LineBlock { 'l', 'm' }, pandoc.DefinitionList { { 'k', { 'v', 'w' } } }, pandoc.HorizontalRule(),
  pandoc.BlockQuote { P 'q', P 'r' }, pandoc.Div { P 's' }, pandoc.RawBlock('html', '<i>'),
  pandoc.OrderedList { 'o', 'p' }, pandoc.Figure({ P 'f' }, { long = 'cap' }) }
probe('blocks_to_inlines', function() return u.blocks_to_inlines(blocks) end)
probe('blocks_to_inlines sep', function() return u.blocks_to_inlines(blocks, { pandoc.Space() }) end)
probe('blocks_to_inlines none', function() return u.blocks_to_inlines {} end)
probe('blocks_to_inlines plain', function() return u.blocks_to_inlines { pandoc.Plain 'a', pandoc.Plain 'b', P 'c' } end)
for _, pair in ipairs {
  { S 'a', S 'a' }, { S 'a', S 'b' }, { 1, 1 }, { 1, 1.0 }, { {}, {} }, { { a = 1 }, { a = 1 } }, { { 1, 2 }, { 1, 2, 3 } },
  { P 'a', pandoc.Plain 'a' }, { 'a', S 'a' }, { pandoc.List { 1 }, { 1 } }, { pandoc.Inlines 'a', { S 'a' } },
  { pandoc.Attr('a'), pandoc.Attr('a') }, { pandoc.Pandoc 'a', pandoc.Pandoc 'a' },
} do
  probe('equals', function() return u.equals(pair[1], pair[2]) end)
end
local h = pandoc.Header
local body = { P 'before', h(1, 'One', { 'one' }), P 'x', h(2, 'Two', { 'two', { 'c' }, { k = 'v' } }), P 'y', h(1, 'Three', { 'three', { 'unnumbered' } }),
  h(3, 'Four'), P 'z', h(2, 'Five', { 'five' }), pandoc.Div({ h(2, 'inner', { 'inner' }), P 'w' }, { 'div' }) }
probe('make_sections', function() return u.make_sections(false, nil, body) end)
probe('make_sections numbered', function() return u.make_sections(true, nil, body) end)
probe('make_sections base', function() return u.make_sections(true, 2, body) end)
probe('make_sections none', function() return u.make_sections(true, 1, {}) end)
for _, date in ipairs { '09 Nov 1989', '12/31/2017', '2017-12-31', '2017/12/31', '20171231', 'Nov 9, 1989', 'November 9, 1989',
  '9 November 1989', '1989', '31.12.2017', 'no date', '', '2017-02-30', '1.2.2017', '2017-12', '31 12 2017', 'Nov 1989', '1/2/17', '2017-1-2', 'Thu Nov 9 1989', '9 Nov. 1989' } do
  probe('normalize_date ' .. date, function() return u.normalize_date(date) end)
end
for _, number in ipairs { 1, 4, 9, 14, 40, 90, 400, 1888, 1999, 2024, 3999, 4000, 0, -1, 5000 } do
  probe('roman ' .. number, function() return u.to_roman_numeral(number) end)
end
probe('roman text', function() return u.to_roman_numeral 'x' end)
probe('roman digits', function() return u.to_roman_numeral '12' end)
for _, text in ipairs { '', 'Hello, World!', 'æøå', ('x'):rep(200) } do
  probe('sha1', function() return u.sha1(text) end)
end
local simple = pandoc.SimpleTable({ S 'cap' }, { 'AlignLeft', 'AlignDefault' }, { 0.25, 0 }, { { pandoc.Plain 'h1' }, {} },
  { { { pandoc.Plain 'a' }, { pandoc.Plain 'b' } }, { { pandoc.Plain 'c' }, { P 'd', P 'e' } } })
probe('simple', function() return simple end)
probe('simple fields', function() return simple.caption, simple.aligns, simple.widths, simple.headers, simple.rows, simple.header, simple.t, simple.tag end)
local full = u.from_simple_table(simple)
probe('from_simple_table', function() return full end)
probe('to_simple_table', function() return u.to_simple_table(full) end)
probe('round', function() return u.to_simple_table(full) == simple end)
probe('not a table', function() return u.to_simple_table(P 'x') end)
probe('empty simple', function() return u.from_simple_table(pandoc.SimpleTable({}, { 'AlignDefault' }, { 0 }, { {} }, {})) end)
probe('no headers', function() return u.from_simple_table(pandoc.SimpleTable('c', { 'AlignDefault' }, { 0.5 }, {}, { { 'x' } })) end)
probe('Version', function() return u.Version '1.2.3', u.Version { 1, 2 }, u.Version(3) end)
probe('type nil', function() return u.type(nil) end)
probe('type nothing', function() return u.type() end)
probe('type named', function() return u.type(setmetatable({}, { __name = 'thing' })) end)
probe('type function', function() return u.type(print), u.type(pandoc.Space), u.type(pandoc.List) end)
for _, v in ipairs { pandoc.Cell 'a', pandoc.Row {}, pandoc.TableHead {}, pandoc.TableFoot {}, pandoc.Caption(), pandoc.ListAttributes(), simple, u.Version '1', pandoc.Attr().attributes, pandoc.ReaderOptions {}, pandoc.WriterOptions {}, pandoc.layout.literal 'x', pandoc.template.compile 'x' } do
  print(u.type(v), type(v))
end
probe('references', function() return u.references(pandoc.Pandoc({}, { references = { { id = 'x', title = pandoc.Inlines 'T', type = 'book' } }, nocite = pandoc.Cite('@x', { pandoc.Citation('x', 'NormalCitation') }) })) end)
probe('references none', function() return u.references(pandoc.Pandoc({}, {})) end)
