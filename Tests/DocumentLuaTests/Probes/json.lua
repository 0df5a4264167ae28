local j = pandoc.json
local function enc(v) probe('encode', function() return j.decode(j.encode(v), false) end) end
for _, v in ipairs { 1, -5, 1.5, 1e20, 1e-7, 100000, 0.1, 123456789.123, 3.0, -0.0, 'a', 'a"b\\c/d\n\t\r\b\f\1\31\127', 'æ😀', '\u{2028}', '</script>', true, false, {}, { 1, 2 }, { a = 1 }, { b = 1, a = { 2 } }, { 1, nil, 3 }, pandoc.List {}, pandoc.List { 1 }, pandoc.Inlines 'a b', pandoc.Blocks 'x',
  pandoc.Str 'x', pandoc.Para 'a', pandoc.Pandoc({ 'a' }, { t = 'x' }), pandoc.Meta { a = 'x', b = true, c = { 'l' }, d = pandoc.Inlines 'i', e = pandoc.Blocks 'b', f = { g = 'h' } }, pandoc.Attr('i', { 'c' }, { k = 'v' }), pandoc.Cell 'a',
  pandoc.Row { pandoc.Cell 'a' }, pandoc.TableHead {}, pandoc.Caption('a', 'b'), pandoc.Citation('i', 'NormalCitation'), pandoc.ListAttributes(), j.null, { x = j.null }, { [1] = 'a', x = 'b' }, { pandoc.Str 'x' }, { el = pandoc.Space() },
  pandoc.Link('a', 'b', 'c', { 'i', { 'c' }, { { 'k', 'v' } } }), pandoc.Math('InlineMath', 'x'), pandoc.OrderedList { 'a' }, pandoc.DefinitionList { { 'a', 'b' } }, pandoc.Header(1, 'x'), pandoc.HorizontalRule(), pandoc.RawInline('html', '<b>'), pandoc.Quoted('SingleQuote', 'x'), pandoc.Cite('x', { pandoc.Citation('i', 'AuthorInText', 'p', 's', 1, 2) }), pandoc.Note 'x', pandoc.LineBlock { 'a' }, pandoc.CodeBlock('x', { 'i' }), pandoc.Figure('a', { long = 'b', short = 'c' }), pandoc.Image('a', 'b') } do enc(v) end
enc(pandoc.utils.from_simple_table(pandoc.SimpleTable('c', { 'AlignLeft' }, { 0.5 }, { 'h' }, { { 'x' } })))
probe('encode function', function() return j.encode(print) end)
probe('encode nil', function() return j.encode(nil) end)
probe('encode custom', function() return j.encode(setmetatable({}, { __tojson = function() return '"custom"' end })) end)
probe('encode bad custom', function() return j.encode(setmetatable({}, { __tojson = function() return 5 end })) end)
for _, s in ipairs { '1', '-1.5', '1e3', '10', '1.0', '"a\\u00e6\\ud83d\\ude00\\n"', 'true', 'false', 'null', '[]', '{}', '[1,null,2]', '{"a":null}', '{"a":{"b":[1,"x"]}}', ' [ 1 , 2 ] ', '{"t":"Space"}', '{"t":"Str","c":"a"}', '[{"t":"Space"}]', '[{"t":"Para","c":[]}]', '{"t":"Nope"}', '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[]}', '{"a":{"t":"Space"}}', '[{"t":"Space"},1]', '', '[1', 'nul', '01', '1 2', '"a', '{"a" 1}', '["\1"]', '12345678901234567890', '0.1', '1E400', '[[[]]]', '{"t":"Para","c":[{"t":"Str","c":"x"}]}', '{"t":"MetaBool","c":true}', '["a",["b"],[["c","d"]]]' } do
  probe('decode ' .. s, function() return j.decode(s) end)
  probe('plain ' .. s, function() return j.decode(s, false) end)
end
probe('null', function() return type(j.null), j.decode 'null' == j.null end)

-- Elements write their keys in order, wherever they stand.
do
  local P, kept = pandoc, {}
  for name, value in pairs {
    str = P.Str 'a', list = P.List { P.Str 'a' }, inlines = P.Inlines 'a b', para = P.Para { P.Link('a', 'b') },
    meta = P.Meta { a = 'x', b = P.Inlines 'y' }, doc = P.Pandoc({ P.Para 'x' }, { a = 'x' }), attr = P.Attr('a', { 'b' }, { c = 'd' }),
    citation = P.Citation('a', 'NormalCitation'), cell = P.Cell 'x',
  } do
    kept[#kept + 1] = { name, value }
  end
  table.sort(kept, function(a, b) return a[1] < b[1] end)
  for _, pair in ipairs(kept) do
    probe('encode ' .. pair[1], function() return P.json.encode(pair[2]) end)
    probe('encode within ' .. pair[1], function() return P.json.encode { within = pair[2] } end)
  end
end
