-- Lua 5.4 manual, section 2.4: metatables and metamethods.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end
local function with(methods, fields) return setmetatable(fields or {}, methods) end

-- arithmetic and bits: the first operand's, else the second's; one result
for event, operate in pairs {
  add = function(a, b) return a + b end, sub = function(a, b) return a - b end, mul = function(a, b) return a * b end,
  div = function(a, b) return a / b end, mod = function(a, b) return a % b end, pow = function(a, b) return a ^ b end,
  idiv = function(a, b) return a // b end, band = function(a, b) return a & b end, bor = function(a, b) return a | b end,
  bxor = function(a, b) return a ~ b end, shl = function(a, b) return a << b end, shr = function(a, b) return a >> b end,
  concat = function(a, b) return a .. b end,
} do
  local seen
  local x = with {["__" .. event] = function(a, b) seen = {a, b} return event, "dropped" end}
  local number = event == "concat" and 1 or 2
  assert(select("#", operate(x, number)) == 1 and operate(x, number) == event and seen[1] == x and seen[2] == number)
  assert(operate(number, x) == event and seen[1] == number and seen[2] == x)
  local y = with {["__" .. event] = function() return "y" end}
  assert(operate(x, y) == event and operate(y, x) == "y")
  fails(event == "concat" and "attempt to concatenate a table value" or "attempt to perform", operate, {}, 1)
end
local minus = with {__unm = function(a, b) assert(rawequal(a, b)) return "unm" end, __bnot = function(a, b) assert(rawequal(a, b)) return "bnot" end}
assert(-minus == "unm" and ~minus == "bnot")

-- comparison: results become booleans; __eq only for two tables or two userdata that aren't the same; ~=, >, >= by the others
local calls = 0
local compare = {__eq = function() calls = calls + 1 return 1 end, __lt = function(a, b) return a.n < b.n end, __le = function(a, b) return a.n <= b.n end}
local one, two = with(compare, {n = 1}), with(compare, {n = 2})
assert(one == two and (one ~= two) == false and one < two and two > one and one <= two and not (one >= two) and one == one)
assert(calls == 2 and one ~= 1 and calls == 2 and not rawequal(one, two))
assert((with {__lt = function() return nil end} < 1) == false and (1 < with {__lt = function() return "yes" end}) == true)
fails("attempt to compare two table values", function() return {} < {} end)
fails("attempt to compare number with nil", function() return 1 < nil end)

-- length, call, concat chains are right associative
assert(#with {__len = function() return "long" end} == "long" and #with({}, {1, 2}) == 2)
local callable = with {__call = function(self, ...) return self, select("#", ...), ... end}
assert(select(2, callable(1, nil)) == 2 and callable() == callable and select(3, callable("x")) == "x" and pcall(callable))
local twice = with {__call = callable}
assert(select(3, twice(7)) == twice and select(4, twice(7)) == 7)
local joined = {}
local joiner = with {__concat = function(a, b) joined[#joined + 1] = (type(a) == "table" and "t" or a) .. "+" .. (type(b) == "table" and "t" or b) return "r" end}
assert("a" .. "b" .. joiner == "ar" and joined[1] == "b+t")

-- index and newindex: a function, a table, chains; raw access goes round them
local log = {}
local base = {inherited = "from base"}
local child = with({__index = base, __newindex = function(t, k, v) log[#log + 1] = k rawset(t, k, v) end}, {own = 1})
assert(child.inherited == "from base" and child.own == 1 and rawget(child, "inherited") == nil and child.missing == nil)
child.own = 2 child.new = 3 child.new = 4
assert(#log == 1 and log[1] == "new" and child.new == 4)
local chain = with({__index = with({__index = with {__index = function(t, k) return k .. "!" end}})})
assert(chain.deep == "deep!")
local store = {}
local forward = with {__newindex = store}
forward.x = 1
assert(store.x == 1 and rawget(forward, "x") == nil)
assert(with({__index = function(...) return select("#", ...) end})[1] == 2)
local loop = {} setmetatable(loop, {__index = loop})
fails("'__index' chain too long", function() return loop.x end)
setmetatable(loop, {__newindex = loop})
fails("'__newindex' chain too long", function() loop.x = 1 end)
fails("attempt to index a number value", function() return with({__index = 5}).x end)

-- __metatable, __name, __tostring, __pairs
local locked = with {__metatable = "locked"}
assert(getmetatable(locked) == "locked" and getmetatable({}) == nil)
fails("cannot change a protected metatable", setmetatable, locked, {})
fails("nil or table expected", setmetatable, {}, 1)
assert(tostring(with {__tostring = function() return "text" end}) == "text" and tostring(with {__name = "Kind"}):find("^Kind: "))
fails("'__tostring' must return a string", tostring, with {__tostring = function() return {} end})
local pairsLog = {}
for k, v in pairs(with {__pairs = function(t) return function(_, k) if not k then return "only", t end end, t, nil end}) do pairsLog[#pairsLog + 1] = k end
assert(#pairsLog == 1 and pairsLog[1] == "only")
assert(setmetatable(child, nil) == child and getmetatable(child) == nil and child.inherited == nil)

-- strings have a metatable of their own, whose __index is the string library
assert(("x").upper == string.upper and ("x").nothing == nil and ("%d"):format(3) == "3")

-- weak tables (2.5.4) are there; what is collected when isn't told
assert(setmetatable({}, {__mode = "k"}) and setmetatable({}, {__mode = "kv"}))
print "ok"
