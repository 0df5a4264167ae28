-- Lua 5.4 manual, section 2.3 and 6.1: errors, pcall, xpcall, error, assert.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
  return message
end

-- any value is an error; strings get a place, of level 1 by default
local t = {}
for _, value in ipairs {t, 1, true, print} do local ok, e = pcall(error, value) assert(not ok and rawequal(e, value)) end
assert(select("#", pcall(error)) == 2 and select(2, pcall(error, nil)) == nil)
local message = fails("mine", function() error "mine" end)
assert(message:find("^[^:]+:%d+: mine$"))
assert(select(2, pcall(function() error("bare", 0) end)) == "bare")
local function level2() error("up", 2) end
local line = fails("up", function()
  level2()
end)
assert(line:find(":17: up", 1, true), line)
assert(select(2, pcall(error, "x", 100)) == "x")

-- assert: all its arguments, or an error with the message as it is
assert(select("#", assert(1, 2, 3)) == 3 and select(3, assert(1, 2, 3)) == 3)
assert(fails("assertion failed!", assert, false) == "assertion failed!" and fails("m", assert, nil, "m") == "m")
assert(select(2, pcall(assert, false, t)) == t)
fails("value expected", assert)

-- pcall and xpcall: results, arguments, handlers that run where the error is
assert(select("#", pcall(function(...) return ... end, 1, nil)) == 3 and pcall(pcall, error))
local ok, handled = xpcall(function(a, b) error(a + b, 0) end, function(e) return "handled " .. e end, 1, 2)
assert(not ok and handled == "handled 3" and xpcall(function(x) return x end, print, 1))
ok, handled = xpcall(function() local x = nil; x() end, function(e) return {e} end)
assert(not ok and handled[1]:find("attempt to call a nil value (local 'x')", 1, true))
ok = xpcall(error, function() error "in the handler" end)
assert(not ok)
assert(not xpcall(error, function() return nil end) and select(2, xpcall(error, function() return nil end)) == nil)
fails("function expected", xpcall, print, 1)
fails("value expected", pcall)

-- nested, and as values through several layers
local function layers(n) if n == 0 then error(t) end local ok, e = pcall(layers, n - 1) error(e) end
ok, handled = pcall(layers, 50)
assert(not ok and handled == t)

-- errors of operations name the variable
fails("attempt to index a nil value (global 'none')", function() return none.x end) -- luacheck: ignore
fails("attempt to index a nil value (field 'a')", function() return t.a.b end)
fails("attempt to perform arithmetic on a nil value (field 'a')", function() return t.a + 1 end)
fails("attempt to perform arithmetic on a table value (upvalue 't')", function() return t * 2 end)
fails("attempt to concatenate a table value (upvalue 't')", function() return "x" .. t end)
fails("attempt to get length of a number value (local 'n')", function() local n = 1 return #n end)
fails("attempt to compare number with table", function() return 1 < t end)
fails("number has no integer representation", function() return 1 << 1.5 end)

-- arguments of the library's functions
fails("bad argument #1 to 'rep' (string expected, got no value)", function() string.rep() end)
fails("bad argument #2 to 'rep' (number expected, got table)", function() string.rep("x", {}) end)
fails("calling 'rep' on bad self", function() local s = {rep = string.rep} s:rep(3) end)
fails("bad argument #1 to 'rep'", function() ("x"):rep({}) end)
fails("bad argument #1 to 'insert' (table expected, got nil)", function() table.insert(nil, 1) end)
fails("bad argument #1 to 'ipairs'", function() ipairs() end)
fails("bad argument #1 to 'setmetatable' (table expected, got number)", function() setmetatable(1, {}) end)
fails("number has no integer representation", function() ("x"):rep(1.5) end)

-- a tostring of whatever came out
assert(tostring(select(2, pcall(error, setmetatable({}, {__tostring = function() return "as text" end})))) == "as text")
print "ok"
