extension LuaLibrary {
  /// What stands around a script: the log, the state of the conversion, media, formats, the system.
  static let surroundings = #"""
    local core, pandoc = ...
    local record, open, fail, place = core.record, core.open, core.fail, core.place
    local type, pairs, setmetatable, pack, unpack = type, pairs, setmetatable, table.pack, table.unpack
    local List = core.plain_list
    local function new_list(items) return setmetatable(items or {}, List) end

    local function check_text(value, what)
      local kind = type(value)
      if kind == 'string' then return value end
      if kind == 'number' then return core.text_of(value) end
      fail(('%s: string expected, got %s'):format(what, core.type_of(value)))
    end

    -- Log

    local log, messages = {}, {}
    local Message = { __name = 'LogMessage', __metatable = true }
    function Message.__tojson(message)
      local entry = open(message)
      return pandoc.json.encode {
        type = entry.type, message = entry.message, verbosity = entry.verbosity,
        line = entry.line, source = entry.source, pretty = entry.message,
      }
    end
    function Message.__tostring(message) return open(message).message end
    function Message.__index(message, key)
      if key == 'json' then return pandoc.json.encode(message) end
    end

    local function report(verbosity, kind, text)
      local source, line = place()
      local entry = { type = kind, message = check_text(text, 'log'), verbosity = verbosity, line = line, source = source }
      table.insert(messages, 1, record(Message, entry))
      if not core.is_silent then core.report(verbosity, entry.message, source, line) end
    end

    function log.info(text) report('INFO', 'ScriptingInfo', text) end
    function log.warn(text) report('WARNING', 'ScriptingWarning', text) end

    --- Calls a function; what it logs is returned instead of logged, before its results.
    function log.silence(action, ...)
      if type(action) ~= 'function' then fail('silence: function expected, got ' .. core.type_of(action)) end
      local outer, was_silent = messages, core.is_silent
      messages, core.is_silent = {}, true
      local results = pack(pcall(action, ...))
      local logged = new_list(messages)
      messages, core.is_silent = outer, was_silent
      if not results[1] then error(results[2], 0) end
      return logged, unpack(results, 2, results.n)
    end
    pandoc.log = log

    -- The state of the conversion

    local state = core.state
    core.define_global('PANDOC_STATE', setmetatable({}, {
      __name = 'CommonStateInterface',
      __index = function(_, key)
        if key == 'log' then
          local copy = {}
          for index = 1, #messages do copy[#messages - index + 1] = messages[index] end
          return new_list(copy)
        end
        return state[key]
      end,
    }))

    -- Media

    local mediabag, media = {}, {}

    local function key_of(path) return (check_text(path, 'mediabag'):gsub('^%./+', '')) end

    function mediabag.insert(path, mime, contents)
      local key = key_of(path)
      contents = check_text(contents, 'insert')
      if mime ~= nil then mime = check_text(mime, 'insert') else mime = core.mime_type(key) end
      local stored = key
      if key:sub(1, 1) == '/' or ('/' .. key .. '/'):find('/../', 1, true) then
        stored = pandoc.sha1(contents) .. (key:match '%.[^./]*$' or '')
      end
      media[key] = { path = stored, mime = mime, contents = contents }
    end

    local function sorted_keys()
      local keys = {}
      for key in pairs(media) do keys[#keys + 1] = key end
      table.sort(keys)
      return keys
    end

    function mediabag.list()
      local items = new_list()
      for _, key in ipairs(sorted_keys()) do
        local item = media[key]
        items[#items + 1] = { path = item.path, type = item.mime, length = #item.contents }
      end
      return items
    end

    function mediabag.items()
      local keys, index = sorted_keys(), 0
      return function()
        index = index + 1
        local item = media[keys[index]]
        if item then return item.path, item.mime, item.contents end
      end
    end

    function mediabag.lookup(path)
      local item = media[key_of(path)]
      if item then return item.mime, item.contents end
      return nil, nil
    end

    function mediabag.delete(path) media[key_of(path)] = nil end
    function mediabag.empty() media = {} end

    function mediabag.fetch(source)
      local key = key_of(source)
      local known = media[key]
      if known then return known.mime, known.contents end
      if key:match '^%a[%w+.-]+://' then
        fail(('fetch: %s is on the net, which scripts here can not reach; save it to a file first'):format(key))
      end
      local contents = core.read_file(key, 'fetch')
      local mime = core.mime_type(key)
      mediabag.insert(key, mime, contents)
      return mime, contents
    end

    function mediabag.fill(document)
      local function load(image)
        if not image.src:match '^data:' then pcall(mediabag.fetch, image.src) end
      end
      document:walk { Image = load }
      return document
    end

    function mediabag.write(folder, path)
      for key, item in pairs(media) do
        if path == nil or key == key_of(path) then
          core.write_file(pandoc.path.join { check_text(folder, 'write'), item.path }, item.contents, 'write')
        end
      end
    end

    function mediabag.make_data_uri(mime, data)
      return core.data_uri(check_text(mime, 'make_data_uri'), check_text(data, 'make_data_uri'))
    end
    pandoc.mediabag = mediabag

    -- What must be asked of the pandoc program

    local function missing(name)
      return function()
        fail(('%s is not part of Arena; run the script with the pandoc program for it'):format(name))
      end
    end

    pandoc.cli = { default_options = {}, parse_options = missing 'pandoc.cli.parse_options', repl = missing 'pandoc.cli.repl' }
    local function check_image(bytes, name)
      if type(bytes) ~= 'string' then
        fail(('%s: the bytes of an image expected, got %s'):format(name, core.type_of(bytes)))
      end
      return bytes
    end

    pandoc.image = {}
    function pandoc.image.format(image) return core.image_format(check_image(image, 'format')) end
    function pandoc.image.size(image, options)
      local dpi = options ~= nil and options.dpi or 96
      local width, height, horizontal, vertical = core.image_size(check_image(image, 'size'), dpi)
      return { width = width, height = height, dpi_horz = horizontal, dpi_vert = vertical }
    end

    local PipeError = {
      __name = 'pandoc.PipeError',
      __tostring = function(err)
        return ('%s ended with status %d: %s'):format(err.command, err.error_code, err.output)
      end,
    }
    function pandoc.pipe(...)
      local output, failure = core.pipe(...)
      if failure then error(setmetatable(failure, PipeError), 0) end
      return output
    end

    --- Runs an action with a part of the conversion's state replaced.
    function pandoc.with_state(changes, action)
      local kept = {}
      for key, value in pairs(changes) do kept[key] = { state[key] }; state[key] = value end
      local results = pack(pcall(action))
      for key, value in pairs(kept) do state[key] = value[1] end
      if not results[1] then error(results[2], 0) end
      return unpack(results, 2, results.n)
    end

    function pandoc.walk_block(element, filter) return element:walk(filter) end
    function pandoc.walk_inline(element, filter) return element:walk(filter) end

    -- Quotation marks and dashes as a keyboard has them, for formats with the extension `smart`

    local marks = { ['’'] = "'", ['‘'] = "'", ['“'] = '"', ['”'] = '"', ['–'] = '--', ['—'] = '---', ['…'] = '...' }
    local straighten = {
      Str = function(str)
        local text = str.text:gsub(utf8.charpattern, marks)
        if text ~= str.text then return pandoc.Str(text) end
      end,
      Quoted = function(quoted)
        local mark = pandoc.Str(quoted.quotetype == 'DoubleQuote' and '"' or "'")
        local content = quoted.content:clone()
        content:insert(1, mark)
        content:insert(mark)
        return content
      end,
    }

    local write = pandoc.write
    function pandoc.write(document, format, options)
      if format ~= nil and core.is_straight(format) and pandoc.utils.type(document) == 'Pandoc' then
        document = document:walk(straighten)
      end
      return write(document, format, options)
    end
    """#
}
