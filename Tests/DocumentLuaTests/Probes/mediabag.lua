local m = pandoc.mediabag
probe('list', function() return m.list(), #m.list() end)
m.insert('media/hello.txt', 'text/plain', 'Hello')
m.insert('a.png', nil, 'PNG\0data')
m.insert('a.svg', nil, '<svg/>')
m.insert('b.unknownext', nil, 'x')
m.insert('./c/../d.txt', 'text/plain', 'norm')
probe('list', function() return m.list() end)
probe('lookup', function() return m.lookup 'media/hello.txt' end)
probe('lookup png', function() return m.lookup 'a.png' end)
probe('lookup missing', function() return m.lookup 'nope' end)
probe('lookup normalized', function() return m.lookup 'd.txt' end)
m.insert('media/hello.txt', 'text/html', 'Again')
probe('replaced', function() return m.lookup 'media/hello.txt' end)
local seen = {}
for path, mime, contents in m.items() do seen[#seen + 1] = path .. '|' .. mime .. '|' .. contents end
probe('items', function() return seen end)
m.delete 'a.png'
m.delete 'nope'
probe('deleted', function() return #m.list() end)
m.empty()
probe('empty', function() return m.list() end)
probe('uri', function() return m.make_data_uri('text/plain', 'foo bar'), m.make_data_uri('image/png', '\0\1\2\255'), m.make_data_uri('image/svg+xml', '<svg/>') end)
probe('bad insert', function() m.insert({}, 'x', 'y') end)
