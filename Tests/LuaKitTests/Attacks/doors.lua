--- libraries: ok
for _, name in ipairs{"io", "debug", "package", "dofile", "loadfile", "collectgarbage", "loadstring", "jit", "ffi"} do
  assert(_G[name] == nil, name)
end
for _, name in ipairs{"execute", "exit", "getenv", "remove", "rename", "setlocale", "tmpname"} do
  assert(os[name] == nil, name)
end
assert(string.dump == nil)
--- bytecode: ok
local f, message = load("\27Lua" .. ("\0"):rep(100))
assert(f == nil and message:find("binary"), message)
assert(load("\27Lua", "x", "b") == nil)
assert(load(function() return "\27Lua" end, "x", "bt") == nil)
assert(load("return 1", "x", "b") == nil)
assert(load("return 1", "x", "t")() == 1)
--- string-metatable: ok
assert(getmetatable("") == false)
assert(not pcall(setmetatable, "", {}))
string.own = 1
assert(("").own == 1)
--- environment: ok
local f = load("return _ENV", "x", "t", {})
assert(next(f()) == nil)
load("x = 1")()
assert(x == 1)
local inner = {load = load}
load("load('y = 2')()", "x", "t", inner)()
assert(y == nil and inner.y == 2)
--- functions: ok
for _, f in ipairs{print, require, pcall, string.find} do assert(getmetatable(f) == nil) end
assert(not pcall(setmetatable, print, {}))
--- require: ok
for _, n in ipairs{"..", "a/../../b", "/etc/passwd", "a\0b", ".a", "a.", "a..b", "~", "%s", "io", "debug", "package", "", "LUA"} do
  assert(not pcall(require, n), n)
end
--- globals: ok
setmetatable(_G, {__index = function(_, k) return k end, __newindex = function() end})
assert(nothing == "nothing")
--- globals-listed: ok
local n = 0
for k, v in pairs(_G) do n = n + 1 assert(type(k) == "string") end
assert(n < 60)
--- protected-metatables: ok
local t = setmetatable({}, {__metatable = "closed"})
assert(getmetatable(t) == "closed")
assert(not pcall(setmetatable, t, {}))
--- gc-later: ok
local mt = {}
local t = setmetatable({}, mt)
mt.__gc = function() print("never") end
assert(not pcall(setmetatable, t, mt))
--- addresses: ok
assert(tostring(print):find("^function: 0x%x+$"))
assert(tostring({}):find("^table: 0x%x+$"))
