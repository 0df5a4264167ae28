extension LuaLibrary {
  /// `pandoc.path`: paths with `/` between their parts, by the rules of the library that pandoc uses (Haskell's
  /// filepath).
  static let path = #"""
    local core, pandoc = ...
    local fail, type, concat = core.fail, type, table.concat
    local path = pandoc.path
    path.separator, path.search_path_separator = '/', ':'

    local function text_of(value, name)
      local kind = type(value)
      if kind == 'string' then return value end
      if kind == 'number' then return core.text_of(value) end
      fail(('%s: string expected, got %s'):format(name, core.type_of(value)))
    end

    --- Parts a path into what ends with its last separator, and the rest.
    local function cut(text)
      local folder, file = text:match '^(.*/)([^/]*)$'
      if folder then return folder, file end
      return '', text
    end

    --- Takes the separators from a path's end, but for those of the root.
    local function trimmed(text)
      if text:match '^/+$' then return text end
      return (text:gsub('/+$', ''))
    end

    function path.directory(filepath)
      local folder = cut(text_of(filepath, 'directory'))
      if folder == '' then return '.' end
      return trimmed(folder)
    end

    function path.filename(filepath)
      local _, file = cut(text_of(filepath, 'filename'))
      return file
    end

    function path.is_absolute(filepath) return text_of(filepath, 'is_absolute'):sub(1, 1) == '/' end
    function path.is_relative(filepath) return text_of(filepath, 'is_relative'):sub(1, 1) ~= '/' end

    local function split(text)
      local parts = {}
      local root, rest = text:match '^(/*)(.*)$'
      if root ~= '' then parts[1] = root end
      for part in rest:gmatch '[^/]+' do parts[#parts + 1] = part end
      return parts
    end

    function path.split(filepath) return split(text_of(filepath, 'split')) end

    function path.join(filepaths)
      if type(filepaths) ~= 'table' then
        fail('join: table expected, got ' .. core.type_of(filepaths))
      end
      local joined = ''
      for index = 1, #filepaths do
        local part = text_of(filepaths[index], 'join')
        if part:sub(1, 1) == '/' or joined == '' then
          joined = part
        elseif joined:sub(-1) == '/' then
          joined = joined .. part
        elseif part ~= '' or index == #filepaths then
          joined = joined .. '/' .. part
        end
      end
      return joined
    end

    function path.normalize(filepath)
      local text = text_of(filepath, 'normalize')
      local is_absolute = text:sub(1, 1) == '/'
      local parts = {}
      for part in text:gmatch '[^/]+' do
        if part ~= '.' then parts[#parts + 1] = part end
      end
      local joined = (is_absolute and '/' or '') .. concat(parts, '/')
      if joined == '' then joined = '.' end
      local ends_open = text:sub(-1) == '/' or text:match '/%.$'
      if ends_open and joined:sub(-1) ~= '/' then joined = joined .. '/' end
      return joined
    end

    function path.split_extension(filepath)
      local folder, file = cut(text_of(filepath, 'split_extension'))
      local stem, extension = file:match '^(.*)(%.[^.]*)$'
      if not stem then return folder .. file, '' end
      return folder .. stem, extension
    end

    function path.split_search_path(search_path)
      local parts = {}
      for part in (text_of(search_path, 'split_search_path') .. ':'):gmatch '([^:]*):' do
        parts[#parts + 1] = part == '' and '.' or part
      end
      return parts
    end

    local function same(a, b) return #a == #b and concat(a, '/') == concat(b, '/') end

    function path.make_relative(filepath, root, unsafe)
      local text, base = text_of(filepath, 'make_relative'), text_of(root, 'make_relative')
      local parts, from = split(trimmed(text)), split(trimmed(base))
      if same(parts, from) then return '.' end
      if path.is_absolute(text) ~= path.is_absolute(base) then return text end
      local shared = 0
      while shared < #parts and shared < #from and parts[shared + 1] == from[shared + 1] do
        shared = shared + 1
      end
      local rest = {}
      if shared < #from then
        if not unsafe or shared == 0 then return text end
        for _ = shared + 1, #from do rest[#rest + 1] = '..' end
      end
      for index = shared + 1, #parts do rest[#rest + 1] = parts[index] end
      return concat(rest, '/')
    end

    function path.exists(filepath, kind)
      return core.exists(text_of(filepath, 'exists'), kind)
    end

    --- Lets strings be joined as paths, with `/`, given an ending with `+`, and asked for their parts. It holds for
    --- all strings of this state, as in pandoc.
    function path.treat_strings_as_paths()
      local meta = core.string_metatable
      function meta.__add(a, b)
        a, b = text_of(a, '+'), text_of(b, '+')
        if b == '' then return a end
        return a .. (b:sub(1, 1) == '.' and '' or '.') .. b
      end
      function meta.__div(a, b) return path.join { a, b } end
      for _, name in ipairs { 'directory', 'filename', 'is_absolute', 'is_relative', 'normalize', 'split', 'split_extension', 'split_search_path' } do
        rawset(meta.__index, name, path[name])
      end
    end
    """#
}
