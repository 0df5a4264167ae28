--- double: cpu-or-memory
local s = "x" while true do s = s .. s end
--- double-swallow: cpu-or-memory
while true do pcall(function() local s = "x" while true do s = s .. s end end) end
--- concat-many: memory
local s = ("x"):rep(20000000)
local t = s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s
--- concat-many-swallow: memory
local s = ("x"):rep(20000000)
while true do
  pcall(function() return s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s..s end)
end
--- concat-keep: cpu-or-memory
local s, t = ("x"):rep(1000000), {}
while true do t[#t + 1] = s .. #t end
--- table: cpu-or-memory
local t = {} for i = 1, math.huge do t[i] = i end
--- table-hash: cpu-or-memory
local t = {} for i = 1, math.huge do t[i + 0.5] = i end
--- table-nested: cpu-or-memory
local t = {} while true do t = {t} end
--- table-constructor: cpu-or-memory
local k = {}
while true do k[#k + 1] = {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30} end
--- closures: cpu-or-memory
local t = {} while true do local x = #t t[#t + 1] = function() return x end end
--- coroutines: error
local t = {} while true do t[#t + 1] = coroutine.create(function() end) end
--- coroutine-stacks: cpu-or-memory
local t = {}
local function deep(n) if n == 0 then coroutine.yield() end return 1 + deep(n - 1) end
while true do local co = coroutine.wrap(deep) co(100000) t[#t + 1] = co end
--- in-coroutine: cpu-or-memory
coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)()
--- swallow: cpu-or-memory
local t = {}
while true do pcall(function() while true do t[#t + 1] = {} end end) end
--- handler: cpu-or-memory
local t = {}
local function more() while true do t[#t + 1] = {} end end
xpcall(more, more)
--- close: cpu-or-memory
local t = {}
local function more() while true do t[#t + 1] = {} end end
local x <close> = setmetatable({}, {__close = more})
more()
--- weak: cpu-or-memory
local weak = setmetatable({}, {__mode = "kv"})
while true do weak[{}] = {} end
--- weak-newindex: cpu-or-memory
local keep = {}
for i = 1, 200000 do keep[i] = {} end
while true do
  local mt = setmetatable({}, {__mode = "kv"})
  mt.__newindex = setmetatable({}, {__newindex = mt})
  local t = setmetatable({}, mt)
  pcall(function() for i = 1, 100 do t[{}] = ("x"):rep(1000) end end)
end
--- ephemeron-chain: cpu-or-memory
local tables, keys = {}, {}
for i = 1, 100000 do keys[i] = {} end
for i = 1, 99999 do tables[i] = setmetatable({[keys[i]] = keys[i + 1]}, {__mode = "k"}) end
local first = keys[1]
keys = nil
while true do local t = {} for i = 1, 1000 do t[i] = {} end end
--- ephemeron-chain-back: cpu-or-memory
local tables, keys = {}, {}
for i = 1, 100000 do keys[i] = {} end
local mt = {__mode = "k"}
for i = 99999, 1, -1 do tables[#tables + 1] = setmetatable({[keys[i]] = keys[i + 1]}, mt) end
local first = keys[1]
keys = nil
while true do local t = {} for i = 1, 1000 do t[i] = {} end end
--- ephemeron-shuffled: cpu-or-memory
local keys, order, tables, mt = {}, {}, {}, {__mode = "k"}
local n = 60000
for i = 1, n do keys[i] = {} order[i] = i end
for i = n, 2, -1 do local j = math.random(i) order[i], order[j] = order[j], order[i] end
for i = 1, n do tables[i] = setmetatable({}, mt) end
for i = 1, n - 1 do tables[order[i]][keys[i]] = keys[i + 1] end
local first = keys[1]
keys = nil
while true do local t = {} for i = 1, 1000 do t[i] = {} end end
--- fragments: cpu-or-memory
local kept = {}
for size = 1, 60 do
  local block = {}
  for i = 1, 20000 do block[i] = ("x"):rep(size * 64 - 40) .. i end
  for i = 1, #block, 100 do kept[#kept + 1] = block[i] end
end
while true do end
--- fragments-small: cpu-or-memory
local kept = {}
for size = 1, 40 do
  local block = {}
  for i = 1, 10000 + 400000 // size do block[i] = ("y"):rep(size * 16) .. i end
  for i = 1, #block, 50 do kept[#kept + 1] = block[i] end
end
while true do end
--- fragments-large: cpu-or-memory
local kept = {}
for round = 1, 100 do
  local block = {}
  for i = 1, 1000 do block[i] = ("x"):rep(5000 + round * 300) .. i end
  for i = 1, #block, 50 do kept[#kept + 1] = block[i] end
end
while true do end
--- varargs: cpu-or-memory
local t = {} for i = 1, 200000 do t[i] = i end
local k = {} while true do k[#k + 1] = {table.unpack(t)} end
--- functions-loaded: cpu-or-memory
local s = {} while true do s[#s + 1] = load("return " .. #s) end
--- strings-unique: cpu-or-memory
local t = {} for i = 1, math.huge do t["key" .. i] = true end
--- garbage-strings: cpu
while true do local s = ("x"):rep(20000000) end
--- load-constants: cpu-or-memory
local t = {} for i = 1, 1000000 do t[i] = "'" .. i .. "'" end
local s = "return {" .. table.concat(t, ",") .. "}"
while true do load(s)() end
