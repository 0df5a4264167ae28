-- Lua 5.4 manual, section 6.6: table manipulation, and 3.4.7 and 3.4.9: the length operator and constructors.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end
local function list(t) return table.concat(t, ",") end

-- constructors
local t = {1, 2, x = 3, [10] = 4, "c" and 3; (function() return 4, 5 end)()}
assert(#t == 5 and t.x == 3 and t[10] == 4 and t[4] == 4 and t[5] == 5)
assert(#{(function() return 1, 2, 3 end)(), 9} == 2 and #{(function() return 1, 2 end)()} == 2 and #{((function() return 1, 2 end)())} == 1)
fails("index is nil", function() local t = {} t[nil] = 1 end)
fails("index is NaN", function() local t = {} t[0/0] = 1 end)
local keys = {} keys[1.0] = "a" keys[2^53] = "b"
assert(keys[1] == "a" and keys[1 << 53] == "b" and next({}) == nil and rawlen({1, 2}) == 2)

-- concat
assert(list {1, 2.5, "x"} == "1,2.5,x" and table.concat {} == "" and table.concat({1, 2, 3}, "-", 2, 3) == "2-3" and table.concat({1}, ",", 2, 1) == "")
fails("invalid value", table.concat, {{}})
fails("invalid value", table.concat, {1}, ",", 1, 2)

-- insert, remove
t = {1, 2, 3}
table.insert(t, 4) table.insert(t, 1, 0) table.insert(t, 6, 5)
assert(list(t) == "0,1,2,3,4,5")
fails("position out of bounds", table.insert, t, 8, 1)
fails("position out of bounds", table.insert, t, 0, 1)
fails("wrong number of arguments to 'insert'", table.insert, t)
fails("wrong number of arguments to 'insert'", table.insert, t, 1, 2, 3)
assert(table.remove(t) == 5 and table.remove(t, 1) == 0 and list(t) == "1,2,3,4" and table.remove(t, 5) == nil and #t == 4)
assert(table.remove({}) == nil and table.remove({}, 0) == nil and table.remove({[0] = "z"}, 0) == "z")
fails("position out of bounds", table.remove, t, 7)

-- move: also where the ranges overlap, and into another table
assert(list(table.move({1, 2, 3}, 1, 3, 2)) == "1,1,2,3" and list(table.move({1, 2, 3}, 2, 3, 1)) == "2,3,3")
assert(list(table.move({1, 2, 3}, 1, 3, 1, {9, 9, 9, 9})) == "1,2,3,9" and list(table.move({1}, 2, 1, 5)) == "1")
fails("too many elements to move", table.move, {}, math.mininteger, math.maxinteger, 1)
fails("destination wrap around", table.move, {}, 1, 2, math.maxinteger)

-- pack and unpack
local packed = table.pack(nil, nil)
assert(packed.n == 2 and table.pack().n == 0 and select("#", table.unpack({}, 1, 3)) == 3 and table.unpack({1, 2, 3}, 2) == 2)
assert(select("#", table.unpack({1, 2}, 3)) == 0 and table.unpack({[-1] = "m"}, -1, -1) == "m")
assert(table.unpack({[math.maxinteger] = "end"}, math.maxinteger, math.maxinteger) == "end")
fails("too many results to unpack", table.unpack, {}, 1, 1e8)
fails("too many results to unpack", table.unpack, {}, math.mininteger, math.maxinteger)

-- all of these honour metamethods
local log = {}
local proxy = setmetatable({}, {__len = function() return 3 end, __index = function(_, k) return k <= 3 and k * 10 or nil end,
  __newindex = function(_, k, v) log[#log + 1] = k .. "=" .. tostring(v) end})
assert(list(proxy) == "10,20,30" and select("#", table.unpack(proxy)) == 3)
table.insert(proxy, 40)
assert(log[1] == "4=40" and table.remove(proxy, 1) == 10 and list(log):find("1=20", 1, true))
fails("object length is not an integer", table.insert, setmetatable({}, {__len = function() return "x" end}), 1)

-- sort
local function sorted(t, less) table.sort(t, less) return list(t) end
assert(sorted {3, 1, 2} == "1,2,3" and sorted {} == "" and sorted {"b", "a", "B"} == "B,a,b" and sorted({1, 2, 3}, function(a, b) return a > b end) == "3,2,1")
for size = 0, 60 do
  local numbers, seed = {}, size * 7919
  for i = 1, size do seed = (seed * 1103515245 + 12345) % 2147483648 numbers[i] = seed % 50 end
  local sum = 0 for _, n in ipairs(numbers) do sum = sum + n end
  table.sort(numbers)
  for i = 2, size do assert(numbers[i - 1] <= numbers[i]) end
  for _, n in ipairs(numbers) do sum = sum - n end
  assert(sum == 0)
end
fails("attempt to compare", table.sort, {1, "x", 2})
fails("mine", table.sort, {3, 2, 1}, function() error "mine" end)
fails("function expected", table.sort, {2, 1}, 5)
assert(sorted(setmetatable({3, 2, 1}, {__len = function() return 2 end})) == "2,3")

-- next and pairs: every pair once, also while fields are cleared; ipairs stops at the first nil and honours __index
local set, n = {}, 0
for i = 1, 100 do set["k" .. i] = i end
for k in pairs(set) do n = n + 1 set[k] = nil end
assert(n == 100 and next(set) == nil)
fails("invalid key to 'next'", next, {}, "nothing")
n = 0
for i, v in ipairs(setmetatable({}, {__index = function(_, i) return i < 4 and i or nil end})) do n = n + v end
assert(n == 6)
local a, b, c = pairs(setmetatable({}, {__pairs = function(t) return 1, 2, 3, 4 end}))
assert(a == 1 and b == 2 and c == 3)
assert(rawequal(rawset(set, "x", 1), set) and rawget(set, "x") == 1 and rawequal("a", "a") and not rawequal({}, {}))
print "ok"
