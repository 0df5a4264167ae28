extension LuaLibrary {
  /// Puts libraries off until a script asks for one of them: most filters never do, and to compile them all takes
  /// longer than all else that opening the module does.
  ///
  /// A library that is put off is an empty table. The first look into it, by name or by `pairs`, runs the library, which
  /// fills the same table.
  static var putOff: [String: String] {
    [
      "path": path, "chunks": chunks, "layout": layout, "template": template, "writers": writers,
      "zip": zip,
    ]
  }

  static let later = #"""
    local core, pandoc = ...
    local setmetatable, ipairs, next = setmetatable, ipairs, next

    -- A script may give its own values to these names before a library runs.
    local standard = {}
    for name, value in pairs(core.globals) do standard[name] = value end

    --- Makes pandoc's fields `names` tables that `libraries` fill, in this order, when the first of them is looked into.
    function core.put_off(names, libraries)
      local tables = {}
      local function open()
        for _, waiting in ipairs(tables) do setmetatable(waiting, nil) end
        for _, library in ipairs(libraries) do core.library(library, standard)(core, pandoc) end
      end
      local meta = {
        __index = function(waiting, key) open() return waiting[key] end,
        __newindex = function(waiting, key, value) open() waiting[key] = value end,
        __pairs = function(waiting) open() return next, waiting, nil end,
      }
      for index, name in ipairs(names) do
        tables[index] = setmetatable({}, meta)
        pandoc[name] = tables[index]
      end
    end

    core.put_off({ 'path' }, { 'path' })
    core.put_off({ 'zip' }, { 'zip' })
    core.put_off({ 'structure' }, { 'chunks' })
    core.put_off({ 'layout', 'template', 'scaffolding' }, { 'layout', 'template', 'writers' })

    function pandoc.write_classic(...)
      local _ = pandoc.layout.concat
      return pandoc.write_classic(...)
    end
    """#
}
