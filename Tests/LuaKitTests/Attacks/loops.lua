--- plain: cpu
while true do end
--- goto: cpu
::again:: goto again
--- repeat: cpu
local x repeat x = not x until false
--- for: cpu
for i = 1, math.huge do end
--- coroutine: cpu
coroutine.wrap(function() while true do end end)()
--- coroutine-resume: cpu
local co = coroutine.create(function() while true do end end)
print(coroutine.resume(co))
while true do end
--- coroutine-nested: cpu
local function deep(n)
  if n == 0 then while true do end end
  return coroutine.wrap(deep)(n - 1)
end
deep(100)
--- coroutine-many: cpu
while true do coroutine.wrap(function() coroutine.yield() end)() end
--- coroutine-pingpong: cpu
local co = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do co() end
--- coroutine-swallow: cpu
while true do coroutine.resume(coroutine.create(function() while true do end end)) end
--- pcall-swallow: cpu
while true do pcall(function() while true do end end) end
--- pcall-nested: cpu
local function f() pcall(f) while true do pcall(f) end end
f()
--- pcall-pcall: cpu
while true do pcall(pcall, pcall, pcall, function() while true do end end) end
--- xpcall-handler: cpu
xpcall(function() while true do end end, function() while true do end end)
while true do end
--- xpcall-error-handler: cpu
xpcall(error, function() while true do end end)
--- handler-raises: cpu
local function h() error("again") end
while true do xpcall(error, h) end
--- handler-coroutine: cpu
xpcall(error, function() coroutine.wrap(function() while true do end end)() end)
--- close: cpu
local mt = {__close = function() while true do end end}
local function f() local x <close> = setmetatable({}, mt) while true do end end
f()
--- close-many: cpu
local mt = {__close = function() while true do end end}
local function f(n)
  local x <close> = setmetatable({}, mt)
  if n == 0 then while true do end end
  f(n - 1)
end
f(150)
--- close-many-swallow: cpu
local mt = {__close = function() pcall(function() while true do end end) end}
local function f(n)
  local x <close> = setmetatable({}, mt)
  if n == 0 then while true do end end
  pcall(f, n - 1)
end
while true do f(50) end
--- close-coroutine: cpu
local mt = {__close = function() while true do end end}
local co = coroutine.create(function() local x <close> = setmetatable({}, mt) coroutine.yield() end)
coroutine.resume(co)
coroutine.close(co)
--- wrap-close: cpu
local mt = {__close = function() while true do end end}
pcall(coroutine.wrap(function() local x <close> = setmetatable({}, mt) error("x") end))
while true do end
--- for-close: cpu
local mt = {__close = function() while true do end end}
for i in function(_, i) return (i or 0) + 1 end, nil, nil, setmetatable({}, mt) do end
--- gc: error
setmetatable({}, {__gc = function() while true do end end})
--- gc-late: cpu
local mt = {}
for i = 1, 1000 do setmetatable({}, mt) end
mt.__gc = function() while true do end end
while true do setmetatable({}, {}) end
--- metamethods: cpu
local m = {}
m.__index = function(t, k) return k end
m.__newindex = function() end
m.__call = function() end
m.__len = function() return 1 end
local t = setmetatable({}, m)
while true do t.x = t.y t() local n = #t end
--- tostring: cpu
print(setmetatable({}, {__tostring = function() while true do end end}))
--- load-reader: cpu
load(function() return " " end)
--- load-reader-heavy: cpu
load(function() while true do end end)
--- load-big: cpu-or-memory
local s = ("x = x + 1 "):rep(2000000)
while true do load(s) end
--- load-comment: cpu
local s = "--" .. ("x"):rep(20000000)
while true do load(s) end
--- load-string: cpu-or-memory
local s = "return [[" .. ("x"):rep(10000000) .. "]]"
while true do load(s) end
--- load-labels: cpu
local t = {}
for i = 1, 40000 do t[i] = "::l" .. i .. "::" end
local s = table.concat(t, " ")
while true do load(s) end
--- load-gotos: cpu
local t = {}
for i = 1, 40000 do t[i] = "goto l" .. i end
local s = table.concat(t, " ")
while true do load(s) end
--- sorted: cpu
while true do for k in sorted({3, 2, 1}) do end end
--- sorted-pairs: cpu-or-memory
for k in sorted(setmetatable({}, {__pairs = function() return function() return 1 end end})) do end
--- pairs-endless: cpu
for k in pairs(setmetatable({}, {__pairs = function() return function() return 1 end end})) do end
--- clock: cpu
local t = os.clock()
while os.clock() - t < 1e9 do end
--- after-the-limit: cpu
local ok = pcall(function() while true do end end)
print("still here", ok)
while true do print("and here") end
--- trip-in-coroutine-close: cpu
local function spin() while true do end end
local t = {}
for i = 1, 100 do
  t[i] = coroutine.wrap(function()
    local x <close> = setmetatable({}, {__close = spin})
    local y <close> = setmetatable({}, {__close = function() t[i + 1]() end})
    spin()
  end)
end
while true do pcall(t[1]) end
