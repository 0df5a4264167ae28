--- rep-empty: ok
assert(("").rep("", 1 << 62) == "")
assert(("").rep("", math.maxinteger, "") == "")
--- rep-huge: memory
("x"):rep(1 << 40)
--- rep-swallow: memory
while true do pcall(string.rep, "x", 1 << 33) end
--- rep-too-large: error
("xx"):rep(math.maxinteger)
--- rep-separator: memory
("x"):rep(1 << 30, ("y"):rep(1000))
--- move: cpu-or-memory
table.move({}, 1, 1 << 50, 2)
--- move-down: cpu-or-memory
table.move({}, 2, 1 << 50, 1)
--- move-metamethods: cpu
table.move(setmetatable({}, {__index = function() return 1 end}), 1, 1 << 50, 1,
  setmetatable({}, {__newindex = function() end}))
--- insert-length: cpu-or-memory
table.insert(setmetatable({}, {__len = function() return 1 << 60 end}), 1, 0)
--- remove-length: cpu-or-memory
table.remove(setmetatable({}, {__len = function() return 1 << 60 end}), 1)
--- concat-length: cpu-or-memory
table.concat(setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return "x" end}))
--- concat-empty: cpu
table.concat(setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return "" end}))
--- concat-big: cpu-or-memory
local s = ("x"):rep(1000000)
local t = {} for i = 1, 1000000 do t[i] = s end
table.concat(t)
--- unpack: error
table.unpack({}, 1, 1 << 40)
--- unpack-loop: cpu-or-memory
while true do local n = select("#", table.unpack({}, 1, 900000)) end
--- unpack-length: error
table.unpack(setmetatable({}, {__len = function() return 1 << 60 end}))
--- sort-lying: cpu
local t = {} for i = 1, 100000 do t[i] = i end
while true do table.sort(t, function() return true end) end
--- sort-random: cpu
local t = {} for i = 1, 1000000 do t[i] = i end
while true do table.sort(t, function() return math.random() < 0.5 end) end
--- sort-length: cpu-or-memory
table.sort(setmetatable({}, {__len = function() return 1 << 30 end, __index = function() return 1 end}))
--- sort-length-huge: error
table.sort(setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return 1 end}))
--- sort-less: cpu
local m = {__lt = function() while true do end end}
table.sort({setmetatable({}, m), setmetatable({}, m)})
--- sort-changing: cpu-or-memory
local t = {} for i = 1, 10000 do t[i] = i end
while true do table.sort(t, function(a, b) for i = 1, #t do t[i] = nil end return a > b end) t = {} for i = 1, 10000 do t[i] = i end end
--- pattern-backtrack: cpu
("a"):rep(50000):find(("a-"):rep(30) .. "b")
--- pattern-backtrack-star: cpu
("a"):rep(50000):match((".*"):rep(30) .. "b")
--- pattern-optional: cpu
("a"):rep(60):find(("a?"):rep(60) .. ("a"):rep(60) .. "b")
--- pattern-balance: cpu
("("):rep(1000000):find("%b()")
--- pattern-frontier: cpu
local s = ("a"):rep(10000000) while true do s:find("%f[b]") end
--- pattern-reference: cpu
("a"):rep(100000):find("(.-)(.-)(.-)%1%2%3b")
--- pattern-set: cpu
local set = "[" .. ("b"):rep(1000000) .. "]"
while true do ("a"):rep(1000):find(set) end
--- pattern-set-malformed: error
("a"):rep(1000):find("[" .. ("b"):rep(10000000))
--- gmatch: cpu
for _ in ("a"):rep(100000):gmatch((".-"):rep(20) .. "b") do end
--- gsub: cpu
("a"):rep(100000):gsub((".-"):rep(20) .. "b", "")
--- gsub-grow: cpu-or-memory
local s = ("a"):rep(100000) while true do s = s:gsub("a", "%0%0%0%0") end
--- gsub-function: cpu
("a"):rep(100):gsub(".", function() while true do end end)
--- gsub-empty: cpu
while true do ("x"):rep(1000000):gsub("", "") end
--- find-plain: cpu
local s = ("a"):rep(3000000)
while true do s:find(("a"):rep(1500000) .. "b", 1, true) end
--- find-plain-worst: cpu
local s, p = ("ab"):rep(5000000), ("a"):rep(1000000) .. "b" .. ("a"):rep(1000000)
while true do s:find(p, 1, true) end
--- format: cpu-or-memory
local s = ("%99.99f"):rep(10000)
local t = {} for i = 1, 10000 do t[i] = 1e300 end
while true do local x = s:format(table.unpack(t)) end
--- format-quoted: cpu-or-memory
local s = ("\0"):rep(10000000) while true do local x = ("%q"):format(s) end
--- format-strings: memory
local s = ("x"):rep(10000000)
local f = ("%s"):rep(100)
local t = {} for i = 1, 100 do t[i] = s end
f:format(table.unpack(t))
--- pack: memory
local t = {} for i = 1, 100 do t[i] = "" end
string.pack(("c2147483640"):rep(100), table.unpack(t))
--- pack-long: cpu
local f = ("!16Xi16"):rep(1000000) while true do pcall(string.pack, f) end
--- unpack-string: cpu-or-memory
local s, f = ("\0"):rep(1000000), ("b"):rep(200000)
while true do pcall(string.unpack, f, s) end
--- packsize: cpu
local f = (" "):rep(10000000) while true do string.packsize(f) end
--- utf8-len: cpu
local s = ("å"):rep(10000000) while true do utf8.len(s) end
--- utf8-codes: cpu
local s = ("å"):rep(10000000) while true do for p, c in utf8.codes(s) do end end
--- utf8-offset: cpu
local s = ("\x80"):rep(20000000) while true do utf8.offset(s, 0, #s) end
--- utf8-codepoint: cpu-or-memory
local s = ("å"):rep(400000) while true do local n = select("#", utf8.codepoint(s, 1, -1)) end
--- utf8-char: cpu-or-memory
local t = {} for i = 1, 200000 do t[i] = 0x10FFFF end
while true do local s = utf8.char(table.unpack(t)) end
--- tonumber-long: cpu
local s = ("1"):rep(20000000) while true do tonumber(s) end
--- tonumber-float: cpu
local s = "0." .. ("1"):rep(20000000) while true do tonumber(s) end
--- tonumber-hex: cpu
local s = "0x." .. ("f"):rep(20000000) while true do tonumber(s) end
--- tonumber-exponent: cpu
local s = ("9"):rep(1000000) .. "e-1000000" while true do tonumber(s) end
--- tonumber-base: cpu
local s = ("z"):rep(20000000) while true do tonumber(s, 36) end
--- coerced-arithmetic: cpu
local s = ("1"):rep(10000000) while true do local x = s + 1 end
--- coerced-bits: cpu-or-error
local s = ("0"):rep(10000000) .. "1" while true do local x = s | 1 end
--- compare-long: cpu
local a, b = ("x"):rep(20000000) .. "a", ("x"):rep(20000000) .. "b"
while true do local c = a < b end
--- date: cpu
local f = ("%c"):rep(1000) while true do os.date(f) end
--- select: cpu-or-memory
local t = {} for i = 1, 200000 do t[i] = i end
while true do select(2, table.unpack(t)) end
--- next-holes: cpu
local t = {} for i = 1, 1000000 do t[i] = i end
for i = 1, 999999 do t[i] = nil end
while true do next(t) end
--- hash-long: cpu-or-memory
local t, s = {}, ("x"):rep(10000000)
while true do t[s .. "1"] = nil local v = t[s .. "2"] end
--- upper: cpu
local s = ("x"):rep(20000000) while true do local u = s:upper() end
--- byte-char: cpu-or-memory
local s = ("x"):rep(200000) while true do local u = string.char(s:byte(1, -1)) end
--- random: cpu
while true do math.random(0) end
--- print-tostring: cpu
local t = setmetatable({}, {__tostring = function() return "x" end})
while true do tostring(t) end
