local zip = pandoc.zip
local function hex(bytes) return (bytes:gsub('.', function(c) return ('%02x'):format(c:byte()) end)) end
local function names(value)
  local found = {}
  for name, item in pairs(value) do found[#found + 1] = name .. '=' .. type(item) end
  return table.concat(found, ' ')
end
local function entry() return zip.Entry('a/b.txt', 'hello', 1700000001) end
probe('entry', function() return entry().path, entry().modtime, entry():contents(), type(entry()), pandoc.utils.type(entry()), entry():symlink() end)
probe('entry members', function() return names(entry()) end)
probe('entry path', function() local e = entry() e.path = 'x' return e.path end)
probe('entry field', function() local e = entry() e.nothing = 'x' end)
probe('entry of nothing', function() return zip.Entry() end)
probe('entry now', function() return math.type(zip.Entry('a', 'b').modtime) end)
probe('archive', function() local a = zip.Archive { entry() } return #a.entries, a.entries[1].path, type(a), pandoc.utils.type(a) end)
probe('archive members', function() return names(zip.Archive {}) end)
probe('archive empty', function() return hex(zip.Archive {}:bytestring()) end)
probe('archive stored', function() return hex(zip.Archive { entry() }:bytestring()) end)
probe('archive packed', function() return hex(zip.Archive { zip.Entry('æ.txt', ('word '):rep(50), 1700000000) }:bytestring()) end)
probe('archive empty entry', function() return hex(zip.Archive { zip.Entry('e', '', 1700000000) }:bytestring()) end)
probe('archive read', function()
  local a = zip.Archive(zip.Archive { entry(), zip.Entry('c', ('x'):rep(1000), 315532800) }:bytestring())
  return #a.entries, a.entries[1].path, a.entries[1].modtime, a.entries[1]:contents(), a.entries[2].modtime, a.entries[2]:contents()
end)
probe('archive insert', function() local a = zip.Archive {} a.entries:insert(entry()) return #zip.Archive(a:bytestring()).entries end)
probe('archive set', function() local a = zip.Archive {} a.entries = { entry() } return #a.entries end)
probe('archive of rubbish', function() return zip.Archive 'xx' end)
probe('archive cut', function() return zip.Archive(zip.Archive { entry() }:bytestring():sub(1, 60)) end)
probe('archive of numbers', function() return zip.Archive { 5 } end)
