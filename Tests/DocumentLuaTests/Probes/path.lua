local p = pandoc.path
probe('separators', function() return p.separator, p.search_path_separator end)
for _, f in ipairs { '', '/', 'a', 'a/b', '/a/b.txt', 'a/', 'a//b', './a', '../a', 'a.tar.gz', '.hidden', 'a/.hidden.x', 'a.', 'a/b.c/d', '/a/./b/../c', 'a/./b', '//x', './', '.', '..', 'a/../b', '///a//b///', 'æ/ø.å', 'a\\b', 'C:\\x', 'x./y', '.a.b', 'a..b' } do
  probe(f, function() return p.directory(f), p.filename(f), p.is_absolute(f), p.is_relative(f), p.normalize(f) end)
  probe('  split', function() return p.split(f) end)
  probe('  ext', function() return p.split_extension(f) end)
end
for _, parts in ipairs { {}, { 'a' }, { 'a', 'b' }, { 'a/', 'b' }, { 'a', '/b' }, { '/', 'a' }, { 'a', '', 'b' }, { '', 'a' }, { 'a', '..', 'b' }, { 'a', './b' } } do
  probe('join ' .. table.concat(parts, ','), function() return p.join(parts) end)
end
for _, pair in ipairs { { '/a/b/c', '/a' }, { '/a/b', '/a/b' }, { '/a/x', '/a/b' }, { 'a/b', 'a' }, { '/x', 'a' }, { 'a', '/x' }, { '/a/b', '/' }, { 'a/b/c', 'a/d' }, { '/a/b', '/a/' } } do
  probe('relative ' .. pair[1] .. ' ' .. pair[2], function() return p.make_relative(pair[1], pair[2]) end)
  probe('relative! ' .. pair[1] .. ' ' .. pair[2], function() return p.make_relative(pair[1], pair[2], true) end)
end
for _, s in ipairs { '', 'a:b', 'a::b', ':', '/x:/y', 'a' } do
  probe('search ' .. s, function() return p.split_search_path(s) end)
end
probe('not a string', function() return p.directory {} end)

-- Strings as paths.
do
  pandoc.path.treat_strings_as_paths()
  for _, pair in ipairs { { 'a', 'b' }, { 'a', '.b' }, { 'a.x', 'b' }, { 'a', '' }, { '', 'b' }, { 'a/', 'b' }, { 'a', '/b' }, { 'a/b', 'c/d' } } do
    probe('joined', function() return pair[1] / pair[2], pair[1] // pair[2] end)
    probe('with an ending', function() return pair[1] + pair[2] end)
  end
  for _, text in ipairs { 'a/b.c', '/a', '', './x//y' } do
    probe('methods of ' .. text, function()
      return text:directory(), text:filename(), text:is_absolute(), text:is_relative(), text:normalize(), text:split(), text:split_extension()
    end)
  end
  probe('search path', function() return ('a:b'):split_search_path() end)
  probe('other operators', function() return '10' * 5, '10' - 5 end)
end
