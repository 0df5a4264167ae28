--- recursion: cpu-or-memory-or-error
local function f() return 1 + f() end f()
--- recursion-swallow: cpu-or-memory
local function f() return 1 + f() end while true do pcall(f) end
--- pcall: cpu-or-error
local function f() return assert(pcall(f)) end f() error("end")
--- pcall-loop: cpu
local function f() pcall(f) pcall(f) end f()
--- gsub: error
local function f() return (("x"):gsub(".", f)) end f()
--- index: error
local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x
--- index-itself: error
local t = setmetatable({}, {}) getmetatable(t).__index = t return t.x
--- concat: error
local m = {} m.__concat = function(a, b) return a .. b end
local t = setmetatable({}, m) return t .. t
--- eq: error
local m = {} m.__eq = function(a, b) return a == b end
return setmetatable({}, m) == setmetatable({}, m)
--- tostring: error
local m = {} m.__tostring = function(t) return tostring(t) end tostring(setmetatable({}, m))
--- sort: error
local function f() table.sort({2, 1}, f) end f()
--- call-itself: cpu-or-error
local t = setmetatable({}, {}) getmetatable(t).__call = t t()
--- call-chain: ok-or-error
local t = print for i = 1, 300 do t = setmetatable({}, {__call = t}) end t()
--- coroutine: error
local function f() return coroutine.wrap(f)() end f()
--- coroutine-swallow: cpu
local function f() coroutine.resume(coroutine.create(f)) end while true do f() end
--- close-chain: ok-or-error
local co
for i = 1, 20000 do
  local inner = co
  co = coroutine.create(function()
    local x <close> = setmetatable({}, {__close = function() if inner then coroutine.close(inner) end end})
    coroutine.yield()
  end)
  coroutine.resume(co)
end
print(coroutine.close(co))
--- close-chain-tables: ok-or-error
local co
for i = 1, 20000 do
  local inner = co
  co = coroutine.create(function()
    local x <close> = setmetatable({}, {__close = function()
      table.sort({2, 1}, function() ("x"):gsub(".", function() if inner then coroutine.close(inner) end end) end)
    end})
    coroutine.yield()
  end)
  coroutine.resume(co)
end
print(coroutine.close(co))
--- wrap-close-chain: ok-or-error
local f = function() error("x") end
for i = 1, 20000 do
  local inner = f
  f = coroutine.wrap(function()
    local x <close> = setmetatable({}, {__close = function() inner() end})
    error("y")
  end)
end
print(pcall(f))
--- close-deep: error
local function g() local x <close> = setmetatable({}, {__close = function() g() end}) end
g()
--- error-handler: error
local function h(e) error(e) end
xpcall(error, h) xpcall(function() xpcall(error, h) end, h) error("end")
--- handler-overflow: cpu-or-memory-or-error
local function f() return 1 + f() end
local function h() return xpcall(f, h) end
xpcall(f, h) error("end")
--- parse-parens: error
assert(load("return " .. ("("):rep(100000) .. "1" .. (")"):rep(100000)))
--- parse-tables: error
assert(load("return " .. ("{"):rep(100000)))
--- parse-functions: error
assert(load(("function f() "):rep(100000)))
--- parse-unary: error
assert(load("return " .. ("- "):rep(1000000) .. "1"))
--- parse-concat: error
assert(load("return " .. ("'x' .. "):rep(1000000) .. "'x'"))
--- parse-power: error
assert(load("return " .. ("2 ^ "):rep(1000000) .. "2"))
--- parse-blocks: error
assert(load(("do "):rep(1000000)))
--- parse-calls: error
assert(load("return f" .. ("(f"):rep(1000000)))
--- pattern: error
("a"):rep(1000000):find((".?"):rep(1000000))
--- pattern-captures: error
("a"):rep(100):find(("("):rep(100))
--- load-recursive: cpu-or-error
local function f() load(f)() end f() error("end")
--- load-in-load: error
local function f() assert(load(f)) return "x" end f() error("end")
--- varargs: cpu-or-memory-or-error
local function f(...) return f(1, ...) end f()
--- arguments: error
local t = {} for i = 1, 500000 do t[i] = i end
local function f(...) return 1 + f(...) end
f(table.unpack(t))
--- require-itself: error
require "x" error("end")
--- concat-chain: ok
-- In each chain the stack moves, or would: the metamethod makes it grow, and the collector wants it smaller.
local m = {}
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
local function one(n) return setmetatable({n = n}, m) end
local function of(v) return type(v) == "table" and v.n or #v end
m.__concat = function(a, b)
  deep(3000)
  local t = {} for i = 1, 2000 do t[i] = {i} end
  for i = 1, 500 do t[i] = ("x"):rep(100) .. i end
  return one(of(a) + of(b))
end
local function chain()
  for i = 1, 4 do
    local r = one(1) .. one(2) .. "xx" .. one(3) .. one(4) .. one(5) .. "yyy"
    assert(r.n == 20)
  end
  return true
end
assert(chain())
for i = 1, 5 do assert(coroutine.wrap(chain)()) end
local all = {} for i = 1, 20 do all[i] = coroutine.create(chain) end
for i = 1, 20 do assert(coroutine.resume(all[i])) end
--- concat-chain-recursion: error
local m = {} m.__concat = function(a, b) return a .. b .. a end
local t = setmetatable({}, m) return t .. t .. t
--- concat-chain-swallow: cpu-or-memory
local m = {}
local function f() return 1 + f() end
m.__concat = function(a, b) pcall(f) return b end
local t = setmetatable({}, m)
while true do local x = t .. t .. t .. t end
--- concat-chain-coroutine: cpu-or-memory
local m = {}
local function f() local t = {} return 1 + f() end
m.__concat = function(a, b) pcall(f) local t = {} for i = 1, 10000 do t[i] = {} end return b end
local t = setmetatable({}, m)
while true do coroutine.wrap(function() local x = t .. t .. t .. t end)() end
--- concat-chain-yield: cpu-or-memory
local m = {}
local function deep(n) if n == 0 then return coroutine.yield() or 0 end return 1 + deep(n - 1) end
m.__concat = function(a, b) deep(1000) return b end
local t = setmetatable({}, m)
while true do
  local all = {}
  for i = 1, 300 do all[i] = coroutine.create(function() return t .. t .. t end) coroutine.resume(all[i]) end
  for i = 1, 300 do coroutine.resume(all[i]) end
end
--- concat-chain-many: cpu-or-memory
-- More coroutines at once than have stacks that stay where they are.
local m = {}
local function deep(n) if n == 0 then return "" end return deep(n - 1) .. "" end
m.__concat = function(a, b) deep(3000) return b end
local t = setmetatable({}, m)
while true do
  local all = {}
  pcall(function()
    for i = 1, 10000 do
      all[i] = coroutine.create(function() coroutine.yield() for k = 1, 10 do local s = t .. t .. t end end)
      coroutine.resume(all[i])
    end
  end)
  for i = #all, 1, -1 do coroutine.resume(all[i]) end
end
