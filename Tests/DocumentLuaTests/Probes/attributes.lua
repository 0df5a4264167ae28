local A = pandoc.Attr
for _, arguments in ipairs { {}, { 'i' }, { 'i', { 'c' } }, { 'i', { 'c', 'd' }, { k = 'v' } }, { 'i', {}, { { 'a', '1' }, { 'b', '2' } } }, { { 'i', { 'c' }, { k = 'v' } } }, { { id = 'x', class = 'a  b', z = '1' } }, { {} }, { 5 }, { true }, { 'i', 'c' }, { 'i', nil, { k = 'v' } }, { A 'copy' }, { { 'i' } }, { { 'i', 'notalist' } }, { 'i', { 5 } }, { '', {}, { k = 5 } }, { pandoc.AttributeList { q = 'r' } }, { pandoc.Str 'x' } } do
  probe('Attr', function() return A(table.unpack(arguments, 1, 3)) end)
  probe('Span', function() return pandoc.Span('x', arguments[1]) end)
end
local a = A('i', { 'c' }, { { 'k', 'v' }, { 'l', 'w' } })
probe('fields', function() return a.identifier, a.classes, a.attributes, a.t, a.tag, a[1], a[2], a[3], a.nonsense end)
probe('pairs', function() local r = {} for k, v in pairs(a) do r[#r + 1] = k .. ':' .. pandoc.utils.type(v) end return table.concat(r, ' ') end)
a.identifier = 'j' a.classes = { 'x', 'y' } a.attributes = { m = 'n' }
probe('set', function() return a end)
probe('set unknown', function() a.nonsense = 1 end)
probe('set tag', function() a.tag = 'x' end)
probe('equal', function() return A 'x' == A 'x', A 'x' == A 'y', A('', { 'a' }) == A('', { 'a' }), A() == pandoc.Str 'x' end)
local l = pandoc.AttributeList { { 'a', '1' }, { 'b', '2' }, { 'a', '3' } }
probe('list', function() return l, #l, l.a, l.b, l.c, l[1], l[2], l[4], l[0], l[-1], l[true] end)
probe('iterate', function() local r = {} for k, v in pairs(l) do r[#r + 1] = k .. '=' .. v end return table.concat(r, ' ') end)
l.a = 'new' probe('set a', function() return l end)
l.c = 'added' probe('set c', function() return l end)
l.b = nil probe('delete b', function() return l end)
l[1] = { 'z', '26' } probe('set 1', function() return l end)
l[1] = 'only value' probe('value 1', function() return l end)
l[2] = nil probe('delete 2', function() return l end)
l[9] = { 'e', 'nd' } probe('append', function() return l end)
probe('bad append', function() l[99] = 'x' end)
probe('bad key', function() l[{}] = 'x' end)
probe('bad value', function() l.x = {} end)
l.number = 5 probe('number', function() return l, l.number end)
probe('equal', function() return l == l, pandoc.AttributeList { a = '1' } == pandoc.AttributeList { { 'a', '1' } } end)
probe('construct', function() return pandoc.AttributeList(l), pandoc.AttributeList {} end)
probe('construct bad', function() return pandoc.AttributeList 'x' end)
probe('construct bad', function() return pandoc.AttributeList { 'x' } end)
local s = pandoc.Span('x', { 'i', { 'c' }, { k = 'v' } })
s.attributes.k = nil s.attributes['data-x'] = 'y' s.attr.classes:insert 'more' s.classes[1] = 'first'
probe('span', function() return s, s.attr, s:clone() end)
s.attr = { id = 'h', class = 'p q', r = 't' }
probe('span attr', function() return s:clone(), s.identifier, s.classes, s.attributes end)
s.attr = 'str' probe('string attr', function() return s:clone() end)
s.attr = nil probe('nil attr', function() return s:clone() end)
local la = pandoc.ListAttributes
for _, arguments in ipairs { {}, { 2 }, { 2, 'Decimal' }, { 2, 'Decimal', 'Period' }, { 'x' }, { 1, 'x' }, { 1, 'Decimal', 'x' }, { '3' } } do
  probe('ListAttributes', function() return la(table.unpack(arguments)) end)
  probe('OrderedList', function() return pandoc.OrderedList({ 'a' }, arguments) end)
end
probe('la fields', function() local x = la(3, 'Example', 'OneParen') return x.start, x.style, x.delimiter, x.t, x == la(3, 'Example', 'OneParen'), x == la(), x:clone() == x end)
probe('la set', function() local x = la() x.start = 9 x.style = 'LowerAlpha' x.delimiter = 'TwoParens' return x end)
local c = pandoc.Citation
for _, arguments in ipairs { { 'i', 'NormalCitation' }, { 'i', 'AuthorInText', 'p', 's', 5, 6 }, { 'i' }, { 5, 'NormalCitation' }, { 'i', 'x' }, { 'i', 'SuppressAuthor', { 'p' }, { pandoc.Emph 's' } } } do
  probe('Citation', function() return c(table.unpack(arguments)) end)
end
probe('citation fields', function() local x = c('i', 'AuthorInText', 'p', 's', 5, 6) return x.id, x.mode, x.prefix, x.suffix, x.note_num, x.hash, x.t, x.tag end)
probe('citation set', function() local x = c('i', 'AuthorInText') x.id = 'j' x.mode = 'SuppressAuthor' x.prefix = 'pp' x.suffix = { 'ss' } x.note_num = 2 x.hash = 3 return x, x:clone() == x end)
probe('citation equal', function() return c('i', 'AuthorInText') == c('i', 'AuthorInText'), c('i', 'AuthorInText') == c('j', 'AuthorInText') end)
for _, constant in ipairs { 'AlignCenter', 'AlignDefault', 'AlignLeft', 'AlignRight', 'AuthorInText', 'Decimal', 'DefaultDelim', 'DefaultStyle', 'DisplayMath', 'DoubleQuote', 'Example', 'InlineMath', 'LowerAlpha', 'LowerRoman', 'NormalCitation', 'OneParen', 'Period', 'SingleQuote', 'SuppressAuthor', 'TwoParens', 'UpperAlpha', 'UpperRoman' } do
  print(constant, pandoc[constant])
end
