extension LuaLibrary {
  /// Versions, and the options of readers and writers: values that are userdata in pandoc, with fields of their own.
  static let types = #"""
    local core, pandoc = ...
    local record, open, fail = core.record, core.open, core.fail
    local type, tostring, ipairs, concat = type, tostring, ipairs, table.concat
    local floor, max, setmetatable = math.floor, math.max, setmetatable

    -- Versions

    local Version = { __name = 'Version', __metatable = true }

    --- Reads a version: a version, a list of numbers, a number, or a string such as 1.2.3.
    local function parts_of(value)
      local kind = type(value)
      if kind == 'userdata' then return core.is(value, Version) and open(value) end
      if kind == 'number' then return floor(value) == value and { floor(value) } or nil end
      if kind == 'table' then
        local parts = {}
        for index, part in ipairs(value) do
          local number = tonumber(part)
          if not number or floor(number) ~= number then return nil end
          parts[index] = floor(number)
        end
        return parts
      end
      if kind == 'string' then
        local numbers = value:match '^%d+[%d.]*%f[^%d.]'
        local tags = numbers and value:sub(#numbers + 1)
        if not numbers or numbers:match '%.$' or numbers:match '%.%.' then return nil end
        if tags ~= '' and not tags:match '^[-][%w.-]+$' then return nil end
        local parts = {}
        for part in numbers:gmatch '%d+' do parts[#parts + 1] = floor(tonumber(part)) end
        return parts
      end
    end

    local function version_of(value)
      local parts = parts_of(value)
      if not parts then
        local kind = type(value)
        if kind == 'string' then fail(('could not parse as Version: %s'):format(value)) end
        if kind == 'number' then fail(('Version: integer expected, got %s'):format(value)) end
        fail(('could not peek Version: a version, a string such as 1.2, or a list of integers expected, got %s'):format(core.type_of(value)))
      end
      return parts
    end

    function core.version(value) return record(Version, version_of(value)) end

    local function compare(a, b)
      a, b = version_of(a), version_of(b)
      for index = 1, max(#a, #b) do
        local x, y = a[index], b[index]
        if x ~= y then
          if x == nil then return -1 end
          if y == nil then return 1 end
          return x < y and -1 or 1
        end
      end
      return 0
    end

    function Version.__lt(a, b) return compare(a, b) < 0 end
    function Version.__le(a, b) return compare(a, b) <= 0 end
    function Version.__eq(a, b)
      a, b = parts_of(a), parts_of(b)
      return a ~= nil and b ~= nil and compare(a, b) == 0
    end
    function Version.__len(version) return #open(version) end
    function Version.__tostring(version) return concat(open(version), '.') end
    function Version.must_be_at_least(actual, expected, message)
      if compare(actual, expected) < 0 then
        message = message or 'expected version %s or newer, got %s'
        fail(message:format(concat(version_of(expected), '.'), concat(version_of(actual), '.')))
      end
    end
    function Version.__index(version, key)
      if type(key) == 'number' then return open(version)[key] end
      if key == 'must_be_at_least' then return Version.must_be_at_least end
    end
    --- Sets a part; what follows a part that is taken out goes with it.
    function Version.__newindex(version, key, value)
      local parts = open(version)
      if type(key) ~= 'number' or floor(key) ~= key then
        fail(("Cannot set unknown property '%s' of Version; its parts are set by their places"):format(tostring(key)))
      end
      if value == nil then
        for index = #parts, key >= 1 and key or #parts + 1, -1 do parts[index] = nil end
      elseif type(value) ~= 'number' or floor(value) ~= value then
        fail(('part %d of a Version: integer expected, got %s'):format(key, core.type_of(value)))
      elseif key >= 1 and key <= #parts + 1 then
        parts[key] = floor(value)
      end
    end
    function Version.__pairs(version) return ipairs(open(version)) end

    -- Options

    --- Makes a type of options from its fields and their defaults.
    local function options_type(name, defaults)
      local meta = { __name = name, __metatable = true }
      local names = {}
      for field in pairs(defaults) do names[#names + 1] = field end
      table.sort(names)
      local function value_of(default)
        if default == core.none then return nil end
        if type(default) ~= 'table' then return default end
        local copy = {}
        for key, value in pairs(default) do copy[key] = value end
        return setmetatable(copy, getmetatable(default))
      end
      function meta.__index(options, key) return open(options)[key] end
      function meta.__newindex(options, key, value)
        if defaults[key] == nil then
          fail(("Cannot set unknown property '%s' of %s. Its fields are %s."):format(tostring(key), name, concat(names, ', ')))
        end
        open(options)[key] = value
      end
      function meta.__pairs(options)
        local index = 0
        return function()
          repeat
            index = index + 1
          until not names[index] or open(options)[names[index]] ~= nil
          if names[index] then return names[index], open(options)[names[index]] end
        end, options, nil
      end
      function meta.__tostring(options)
        local parts = {}
        for key, value in pairs(options) do parts[#parts + 1] = key .. ' = ' .. tostring(value) end
        return name .. ' {' .. concat(parts, ', ') .. '}'
      end
      return function(given)
        local values = {}
        for _, field in ipairs(names) do values[field] = value_of(defaults[field]) end
        if given ~= nil then
          if type(given) ~= 'table' and not core.is(given, meta) then
            fail(('%s: table expected, got %s'):format(name, core.type_of(given)))
          end
          for key, value in pairs(given) do
            if type(key) == 'string' and defaults[key] ~= nil then values[key] = value end
          end
        end
        return record(meta, values)
      end
    end

    local none, List = core.none, core.plain_list
    local function list(...) return setmetatable({ ... }, List) end

    pandoc.ReaderOptions = options_type('ReaderOptions', {
      abbreviations = list(), columns = 80, default_image_extension = '', extensions = list(),
      indented_code_classes = list(), standalone = false, strip_comments = false, tab_stop = 4,
      track_changes = 'accept-changes',
    })

    pandoc.WriterOptions = options_type('WriterOptions', {
      chunk_template = '%s-%i.html', cite_method = 'citeproc', columns = 72, dpi = 96,
      email_obfuscation = 'none', epub_chapter_level = 1, epub_fonts = list(), epub_metadata = none,
      epub_subdirectory = 'EPUB', epub_title_page = true, extensions = list(),
      figure_caption_position = 'below', highlight_method = 'default', highlight_style = none,
      html_math_method = 'plain', html_q_tags = false, identifier_prefix = '', incremental = false,
      link_images = false, list_of_figures = false, list_of_tables = false, list_tables = false,
      number_offset = list(0, 0, 0, 0, 0, 0), number_sections = false, prefer_ascii = false,
      reference_doc = none, reference_links = false, reference_location = 'end-of-document',
      section_divs = false, setext_headers = false, slide_level = none, split_level = 1,
      tab_stop = 4, table_caption_position = 'above', table_of_contents = false, template = none,
      toc_depth = 3, top_level_division = 'top-level-default', variables = {},
      wrap_text = 'wrap-auto',
    })
    """#
}
