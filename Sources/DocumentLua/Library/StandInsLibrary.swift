extension LuaLibrary {
  /// `io`, the rest of `os`, `package` and `debug` for scripts that may reach nothing.
  static let standIns = #"""
    local core, globals = ...
    local write, fail, type = core.write, core.fail, type

    local function refused(what)
      return nil, what .. ': scripts here run in a sandbox and may not reach files or programs', 13
    end

    local function refuse(name)
      return function() fail(name .. ': scripts here run in a sandbox and may not reach files or programs') end
    end

    -- All that is written goes where print writes, which is not the document.
    local File = { __name = 'FILE*' }
    File.__index = File
    function File:write(...)
      write(...)
      return self
    end
    function File:flush() return self end
    function File:setvbuf() return true end
    function File:close() return refused 'close' end
    function File:read() return nil end
    function File:lines() return function() end end
    function File:seek() return refused 'seek' end
    function File:__tostring() return 'file (' .. self.name .. ')' end

    local io = {}
    for _, name in ipairs { 'stdin', 'stdout', 'stderr' } do io[name] = setmetatable({ name = name }, File) end
    function io.write(...) return io.stdout:write(...) end
    function io.read() return nil end
    function io.open(path) return refused(tostring(path)) end
    function io.input(file) return file == nil and io.stdin or refuse 'io.input' () end
    function io.output(file) return file == nil and io.stdout or refuse 'io.output' () end
    function io.type(value) return getmetatable(value) == File and 'file' or nil end
    function io.close() return refused 'io.close' end
    function io.tmpfile() return refused 'io.tmpfile' end
    io.lines, io.popen = refuse 'io.lines', refuse 'io.popen'

    local os = globals.os
    function os.getenv() return nil end
    function os.exit(code)
      if code == nil or code == true then code = 0 elseif code == false then code = 1 end
      if math.type(code) ~= 'integer' then fail('os.exit: integer expected, got ' .. core.type_of(code)) end
      core.exit(code)
    end
    function os.remove(path) return refused(tostring(path)) end
    function os.rename(path) return refused(tostring(path)) end
    function os.execute(command)
      if command == nil then return false end
      return refused(tostring(command))
    end
    function os.tmpname() fail 'os.tmpname: scripts here run in a sandbox and may not reach files or programs' end
    function os.setlocale(locale) return (locale == nil or locale == '' or locale == 'C') and 'C' or nil end

    local debug = {}
    function debug.traceback(message) return message end
    --- Of all there is to know, only which file the script is.
    function debug.getinfo()
      local source, line = core.place()
      local name = source or globals.PANDOC_SCRIPT_FILE or '?'
      return { source = '@' .. name, short_src = name, currentline = line or -1, what = 'Lua', namewhat = '', nups = 0 }
    end
    debug.getmetatable = getmetatable

    -- `require` looks beside the script, whatever the path says.
    local loaded = setmetatable({}, { __index = function(_, name)
      if type(name) ~= 'string' then return nil end
      if name == '_G' then return globals end
      local value = rawget(globals, name)
      if type(value) == 'table' then return value end
      local field = name:match '^pandoc%.(%w+)$'
      return field and globals.pandoc[field] or nil
    end })

    globals.io, globals.debug = io, debug
    globals.package = {
      config = '/\n;\n?\n!\n-\n', path = './?.lua;./?/init.lua', cpath = '', loaded = loaded, preload = {}, searchers = {},
      searchpath = function(name) return refused(tostring(name)) end,
      loadlib = function(name) return refused(tostring(name)) end,
    }
    globals.collectgarbage = function(what) return (what == nil or what == 'collect' or what == 'count') and 0 or true end
    globals.loadfile = function(path) return refused(tostring(path)) end
    globals.dofile = refuse 'dofile'
    """#
}
