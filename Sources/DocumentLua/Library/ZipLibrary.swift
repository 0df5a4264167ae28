extension LuaLibrary {
  /// `pandoc.zip`: archives in memory. Reading files into one needs access to files.
  static let zip = #"""
    local core, pandoc = ...
    local record, open, fail, is = core.record, core.open, core.fail, core.is
    local type, List = type, core.plain_list
    local zip = pandoc.zip

    local Entry = { __name = 'zip.Entry', __metatable = true }
    local Archive = { __name = 'zip.Archive', __metatable = true }

    local function check_text(value, what)
      if type(value) == 'string' then return value end
      if type(value) == 'number' then return core.text_of(value) end
      fail(('%s: string expected, got %s'):format(what, core.type_of(value)))
    end

    --- Iterates over the fields of a value, in their order.
    local function pairs_over(...)
      local names = { ... }
      return function(value)
        local index = 0
        return function()
          index = index + 1
          if names[index] then return names[index], value[names[index]] end
        end, value, nil
      end
    end

    --- A type of values: fields that can be set, and methods.
    local function define(meta, fields, methods)
      function meta.__index(value, key)
        if fields[key] then return open(value)[key] end
        return methods[key]
      end
      function meta.__newindex(value, key, new)
        if not fields[key] then
          fail(("Cannot set unknown property '%s' of %s"):format(tostring(key), meta.__name))
        end
        open(value)[key] = fields[key](new)
      end
    end

    local function check_time(value)
      if value == nil then return os.time() end
      if type(value) ~= 'number' then fail('modtime: number expected, got ' .. core.type_of(value)) end
      return math.floor(value)
    end

    local entry_methods = {}
    function entry_methods.contents(entry) return open(entry).bytes end
    function entry_methods.symlink() return nil end
    define(Entry, { path = function(path) return check_text(path, 'path') end, modtime = check_time }, entry_methods)
    Entry.__pairs = pairs_over('modtime', 'path', 'contents', 'symlink')

    function zip.Entry(path, contents, modtime)
      return record(Entry, { path = check_text(path, 'path'), bytes = check_text(contents, 'contents'), modtime = check_time(modtime) })
    end

    local function check_entries(list)
      if type(list) ~= 'table' then fail('Archive: bytes or a list of entries expected, got ' .. core.type_of(list)) end
      local entries = setmetatable({}, List)
      for place, entry in ipairs(list) do
        if not is(entry, Entry) then
          fail(('Archive: entry %d: zip.Entry expected, got %s'):format(place, core.type_of(entry)))
        end
        entries[place] = entry
      end
      return entries
    end

    local archive_methods = {}
    function archive_methods.bytestring(archive)
      local parts = {}
      for _, entry in ipairs(check_entries(archive.entries)) do
        local values = open(entry)
        parts[#parts + 1] = values.path
        parts[#parts + 1] = values.modtime
        parts[#parts + 1] = values.bytes
      end
      return core.zip_bytes(parts)
    end
    function archive_methods.extract(archive, options)
      local folder = type(options) == 'table' and options.destination
      for _, entry in ipairs(archive.entries) do
        local path = entry.path
        if path:sub(1, 1) == '/' or ('/' .. path .. '/'):find('/../', 1, true) then
          fail(('extract: the path %s leads out of the folder'):format(path))
        end
        core.write_file(folder and pandoc.path.join { folder, path } or path, entry:contents(), 'extract')
      end
    end
    define(Archive, { entries = check_entries }, archive_methods)
    Archive.__pairs = pairs_over('entries', 'bytestring', 'extract')

    local function archive_of(entries) return record(Archive, { entries = check_entries(entries) }) end

    --- An archive of entries, or read from its bytes.
    function zip.Archive(contents)
      if type(contents) ~= 'string' then return archive_of(contents == nil and {} or contents) end
      local parts, entries = core.zip_entries(contents), {}
      for index = 1, #parts, 3 do
        entries[#entries + 1] = record(Entry, { path = parts[index], modtime = parts[index + 1], bytes = parts[index + 2] })
      end
      return archive_of(entries)
    end

    function zip.read_entry(path) return zip.Entry(path, core.read_file(check_text(path, 'read_entry'), 'read_entry')) end

    function zip.zip(paths)
      local entries = {}
      for place, path in ipairs(paths) do entries[place] = zip.read_entry(path) end
      return archive_of(entries)
    end

    """#
}
