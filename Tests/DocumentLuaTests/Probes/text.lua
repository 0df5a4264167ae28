local t = pandoc.text
for _, s in ipairs { '', 'abc', 'ÆØÅ', 'straße', 'ıİ', 'Ǆ', 'ﬁ', 'Σας', '日本', 'a\u{301}b', '😀x', 'ŉ', 'ÀÉÎ', 'ჯ', 'ᾳ' } do
  probe(s, function() return t.len(s), t.lower(s), t.upper(s), t.reverse(s) end)
end
for _, r in ipairs { { 1 }, { 2 }, { 2, 3 }, { -2 }, { -3, -2 }, { 0 }, { 0, 2 }, { 5 }, { 3, 2 }, { 1, -1 }, { -100, 2 }, { 2, 100 }, { 1, 0 } } do
  probe('sub ' .. table.concat(r, ','), function() return t.sub('æøåé', r[1], r[2]) end)
end
for _, s in ipairs { '1+(9-7)', '00ä', '', '0123456789', '=', 'n', 'abc', 'i', 'x', '−', ' ', '1 2' } do
  probe('super ' .. s, function() return t.superscript(s) end)
  probe('sub ' .. s, function() return t.subscript(s) end)
end
probe('latin1', function() return t.fromencoding('\xe6\xf8\xe5', 'latin1') end)
probe('utf16', function() return t.fromencoding('\xff\xfea\0', 'utf16') end)
probe('utf16le', function() return t.fromencoding('a\0\xe6\0', 'utf16le') end)
probe('cp1252', function() return t.fromencoding('\x80\x93', 'cp1252') end)
probe('to latin1', function() return t.toencoding('æøå', 'latin1') end)
probe('to utf16le', function() return t.toencoding('aæ', 'utf16le') end)
probe('to utf8', function() return t.toencoding('aæ', 'utf8') end)
probe('unknown', function() return t.toencoding('aæ', 'nonsense') end)
probe('lower number', function() return t.lower(5) end)
probe('lower nil', function() return t.lower(nil) end)
probe('require', function() return require 'text' == t, require 'pandoc.text' == t end)
