-- Lua 5.4 manual, sections 3.4.10, 3.4.11 and 3.4.12: calls, definitions, varargs, closures; 6.1: load and select.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end

-- calls: adjustments, methods, strings and tables without parentheses
local function all(...) return select("#", ...) end
local function three() return 1, 2, 3 end
local function none() end
assert(all(three()) == 3 and all(three(), 1) == 2 and all((three())) == 1 and all(none()) == 0 and all((none())) == 1 and all(nil) == 1)
assert(all{three()} == 1 and #{three(), three()} == 4 and all(1, none()) == 1)
local object = {n = 1}
function object:add(k) self.n = self.n + (k or 1) return self end
function object.make(n) return setmetatable({n = n}, {__index = object}) end
assert(object:add():add(5).n == 7 and object.make(3):add(2).n == 5)
local function id(x) return x end
assert(id"s" == "s" and id{1}[1] == 1 and id[[long]] == "long" and ("x"):rep(3) == "xxx" and #id{} == 0)
local deep = {a = {b = {}}}
function deep.a.b.c(x) return x end
function deep.a.b:d() return self end
assert(deep.a.b.c(3) == 3 and deep.a.b:d() == deep.a.b)
fails("attempt to call a nil value (global 'nothing')", function() nothing() end) -- luacheck: ignore
fails("attempt to call a nil value (method 'missing')", function() object:missing() end)
fails("attempt to call a nil value (field 'missing')", function() object.missing() end)
fails("attempt to call a number value (local 'n')", function() local n = 1 n() end)
fails("attempt to index a nil value (field 'x')", function() return object.x.y end)
fails("attempt to index a number value (upvalue 'depth')", (function() local depth = 1 return function() return depth.x end end)())

-- tail calls take no stack
local function count(n) if n == 0 then return "done" end return count(n - 1) end
assert(count(300000) == "done")
local function ping(n) if n > 0 then return object.pong(n - 1) end return "ping" end
function object.pong(n) if n > 0 then return ping(n - 1) end return "pong" end
assert(ping(100001) == "pong")
local function overflow() return 1 + overflow() end
fails("stack overflow", overflow)

-- varargs
local function variadic(a, ...) local b, c = ... return a, b, c, select("#", ...), ... end
assert(select("#", variadic()) == 4 and select(4, variadic(1, 2, 3)) == 2 and select(5, variadic(1, nil, 3)) == nil)
local function pass(...) return ... end
assert(all(pass()) == 0 and all(pass(nil, nil)) == 2 and (pass(1, 2)) == 1 and #{pass(1, 2, 3)} == 3 and #{pass(1, 2), 3} == 2)
assert(select(-1, 1, 2, 3) == 3 and select(2, "a", "b", "c") == "b" and all(select(4, 1, 2, 3)) == 0 and select("#") == 0)
fails("index out of range", select, 0)
fails("index out of range", select, -5, 1)
local many = {}
for i = 1, 250 do many[i] = i end
assert(all(table.unpack(many)) == 250 and select(250, table.unpack(many)) == 250)
assert((function(...) local t = {n = select("#", ...), ...} return t.n + #t end)(1, 2, 3) == 6)
assert(load("return select('#', ...)")(1, 2, 3) == 3)

-- closures: upvalues are shared, and each round of a loop has its own
local function counter() local n = 0 return function() n = n + 1 return n end, function() n = 0 end end
local tick, reset = counter()
tick() tick()
assert(tick() == 3) reset() assert(tick() == 1 and counter()() == 1)
local fs = {}
for i = 1, 3 do fs[i] = function() i = i + 1 return i end end
assert(fs[1]() == 2 and fs[1]() == 3 and fs[2]() == 3)
local gs = {}
for k, v in pairs {a = 1, b = 2} do gs[k] = function() return v end end
assert(gs.a() == 1 and gs.b() == 2)
local j = 0
while j < 3 do j = j + 1 local k = j fs[j] = function() k = k * 2 return k end end
assert(fs[1]() == 2 and fs[2]() == 4 and fs[1]() == 4)
local function nest(a) return function(b) return function(c) a = a + 1 return a + b + c end end end
local two = nest(1)(2)
assert(two(3) == 7 and two(3) == 8)
local function Y(f) return (function(g) return g(g) end)(function(g) return f(function(...) return g(g)(...) end) end) end
assert(Y(function(self) return function(n) return n == 0 and 1 or n * self(n - 1) end end)(10) == 3628800)

-- load: text, functions that give pieces, names, environments; syntax errors as results
assert(load "return 1 + 1"() == 2 and load("x = 5; return x", "name", "t", {})() == 5)
local pieces = {"return ", "1", nil, "never"}
local at = 0
assert(load(function() at = at + 1 return pieces[at] end)() == 1)
at = 0 pieces = {"return 7", "", "8"}
assert(load(function() at = at + 1 return pieces[at] end)() == 7)
local f, message = load("x =", "=chunk")
assert(f == nil and message == "chunk:1: unexpected symbol near <eof>")
f, message = load("error 'here'", "@file.lua")
assert(not pcall(f) and select(2, pcall(f)):find("file.lua:1: here", 1, true))
f, message = load("\n\nx = }", "text of it")
assert(message:find('[string "text of it"]:3:', 1, true))
local environment = {n = 1}
local g = load("n = n + 1 return n, _ENV", "e", "t", environment)
local value, env = g()
assert(value == 2 and env == environment and environment.n == 2)
do local _ENV = {assert = assert} x = 1 assert(_ENV.x == 1) end -- luacheck: ignore
fails("reader function must return a string", function() assert(load(function() return {} end)) end)
assert(load("return ...", "v")(4) == 4 and load ""() == nil and load "-- nothing"() == nil)

-- names may be cut, texts of many kinds compile
assert(load("return " .. ("("):rep(100) .. "1" .. (")"):rep(100))() == 1)
local parts = {} for i = 1, 150 do parts[i] = "local v" .. i .. " = " .. i end
parts[#parts + 1] = "return v1 + v150"
assert(load(table.concat(parts, "\n"))() == 151)
for i = 1, 250 do parts[i] = "local v" .. i .. " = " .. i end
assert(not load(table.concat(parts, "\n")) and select(2, load(table.concat(parts, "\n"))):find("too many local variables", 1, true))
print "ok"
