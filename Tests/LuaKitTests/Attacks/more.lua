--- format-width: error
print(string.format("%99999d", 1))
--- format-precision: error
print(string.format("%.999f", 1))
--- format-many: cpu-or-memory
local f = ("%99d"):rep(1000) local a = {} for i = 1, 1000 do a[i] = i end
local t = {} while true do t[#t+1] = string.format(f, table.unpack(a)) .. #t end
--- format-quote-cyclic: error
print(string.format("%q", {}))
--- format-float: ok
assert(#string.format("%.99f", 1e308) == 409)
assert(#string.format("%99.99f", -1e308) == 410)
--- format-tostring-grow: cpu-or-memory
local t = setmetatable({}, {}) getmetatable(t).__tostring = function() return ("x"):rep(1 << 20) end
local s = "" while true do s = s .. string.format("%s%s", t, t) end
--- format-huge-s: cpu-or-memory
local s = ("x"):rep(20 << 20) while true do string.format("%s%s%s%s", s, s, s, s) end
--- format-precision-s: cpu-or-memory
local s = ("x"):rep(20 << 20) while true do string.format("%.99s", s) end
--- pack-sizes: error-or-memory
for _, f in ipairs{"i17", "i0", "!17i4", "s17", "c", "c99999999999999999999", "Xz", "X", "!3i4", "<>=!16i16d"} do
  local ok, e = pcall(string.pack, f, 1, 1) print(f, ok, e) end
string.pack("c9999999999", "x")
--- pack-huge-c: error-or-memory
string.pack("c1000000000", "x")
--- packsize-overflow: error
string.packsize("c2147483647c2147483647c2147483647")
--- pack-align: ok
assert(#string.pack("!16 b Xi16", 1) == 16)
--- unpack-negative: ok
string.unpack("i8", ("x"):rep(8), math.mininteger)
--- unpack-far: error
string.unpack("s8", ("\255"):rep(8))
--- unpack-many: error-or-cpu-or-memory
string.unpack(("b"):rep(2000000), ("x"):rep(2000000))
--- utf8-char-many: error-or-cpu-or-memory
local t = {} for i = 1, 200000 do t[i] = 0x10FFFF end
for i = 1, math.huge do utf8.char(table.unpack(t)) end
--- utf8-char-huge: error
utf8.char(1 << 40)
--- utf8-codes-garbage: error
for _ in utf8.codes(("\xff"):rep(100)) do end
--- utf8-codes-swallow: cpu
while true do pcall(function() for _ in utf8.codes("a\xff") do end end) end
--- utf8-lies: error
utf8.offset("a\x80b", 1, 2)
--- load-giant: cpu-or-memory-or-error
local s = ("x = 1 "):rep(5 << 20) while true do load(s) end
--- load-locals: error
local t = {} for i = 1, 250 do t[i] = "local a" .. i end
assert(load(table.concat(t, "\n")))
--- load-upvalues: error
local t = {} for i = 1, 199 do t[i] = "local a" .. i end
t[#t+1] = "return function() local function f() return " for i = 1, 199 do t[#t+1] = "a" .. i .. "," end
t[#t+1] = "1 end local function g() return f end return g end"
local f = assert(load(table.concat(t, " "))) f()() 
local u = {} for i = 1, 300 do u[i] = ("do local b%d = 1; function f%d() return b%d end end"):format(i, i, i) end
assert(load(table.concat(u, "\n"))) error("fine")
--- load-constants: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 300000 do t[i] = "'" .. i .. "'" end
assert(load("return {" .. table.concat(t, ",") .. "}"))()
--- load-long-string: cpu-or-memory-or-ok
local f = load("return [" .. ("="):rep(5000000) .. "[x]" .. ("="):rep(5000000) .. "]") print(#f())
--- load-escapes: cpu-or-memory-or-ok
print(#load("return '" .. ("\\x41\\u{1F600}\\z   \\065"):rep(300000) .. "'")())
--- load-name-huge: error-or-cpu-or-memory
load("error('x')", ("n"):rep(10 << 20))()
--- load-name-lies: cpu
load("while true do end", "@other.lua")()
--- load-name-pandoc: cpu
load("while true do end", "@pandoc:list")()
--- load-name-newlines: error
load("error('x')", "@a\n\27[2Jb:1: c")()
--- load-if-chain: error-or-cpu-or-memory-or-ok
assert(load("if a then " .. ("elseif a then "):rep(100000) .. "end"))
--- load-elses: error
assert(load(("if a then else "):rep(100000) .. ("end "):rep(100000)))
--- load-index-chain: error-or-cpu-or-memory-or-ok
assert(load("return a" .. (".b"):rep(500000)))
--- load-and-chain: error-or-cpu-or-memory-or-ok
assert(load("return a" .. (" and a"):rep(300000)))
--- load-compare-chain: error-or-cpu-or-memory-or-ok
assert(load("return a" .. (" .. a"):rep(300)))
--- load-vararg: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 254 do t[i] = "a" end print(pcall(load("return " .. table.concat(t, ","))))
--- load-goto-continue: cpu
load("for i = 1, math.huge do goto continue do local x end ::continue:: end")()
--- gsub-anchored: cpu
while true do ("abc"):gsub("^a", "a") end
--- gsub-table-index: cpu
("abc"):rep(100000):gsub(".", setmetatable({}, {__index = function() while true do end end}))
--- gsub-table-error: error
("abc"):gsub(".", setmetatable({}, {__index = function() error{} end}))
--- gsub-invalid-value: error
("abc"):gsub(".", function() return {} end)
--- gsub-recursive: error-or-cpu-or-memory
local function f(s) return (s:gsub(".", f)) end f("abc")
--- gsub-percent: error
("abc"):gsub("b", "%9")
--- gmatch-state: cpu
local f = ("a"):rep(1000):gmatch("a*?b?") while true do f = f and (("a"):rep(10):gmatch("a")) f() end
--- gmatch-in-coroutine: cpu
local co = coroutine.wrap(function() for w in ("a b "):rep(10):gmatch("%a") do coroutine.yield(w) end while true do end end) while true do co() end
--- pattern-nested-quantifiers: cpu
("a"):rep(40):find(("a?"):rep(40) .. ("a"):rep(40) .. "b")
--- pattern-long-class: cpu
("b"):rep(100000):find("[" .. ("a"):rep(100000) .. "]+")
--- pattern-captures-many: ok
("a"):find(("(a)"):rep(33))
--- pattern-position-captures: cpu
while true do ("x"):rep(32):find(("()"):rep(32)) end
--- pattern-f-loop: cpu
("a "):rep(1 << 20):gsub("%f[%a]%a+%f[%A]", function() end) while true do end
--- concat-lying: error-or-cpu-or-memory
table.concat(setmetatable({}, {__len = function() return 1 << 40 end, __index = function() return "x" end}))
--- concat-string-len: error
table.concat(setmetatable({}, {__len = function() return "x" end}))
--- concat-range: error
table.concat({}, "", math.mininteger, math.maxinteger)
--- concat-wrap: error-or-cpu-or-memory
table.concat(setmetatable({}, {__index = function() return "" end}), "", math.maxinteger - 1, math.maxinteger) error"fine"
--- sort-yield: error
coroutine.wrap(function() table.sort({3, 2, 1}, function(a, b) coroutine.yield() return a < b end) end)()
--- sort-error: error
table.sort({3, 2, 1}, function() error(setmetatable({}, {__tostring = function() return "lt" end})) end)
--- sort-wrap: cpu
table.sort({3, 2, 1}, function(a, b) return coroutine.wrap(function() while true do end end)() end)
--- sort-shrinks: ok
local t = {} for i = 1, 100 do t[i] = i end
pcall(table.sort, t, function(a, b) for i = 1, 100 do t[i] = nil end return (a or 0) > (b or 0) end)
--- sort-nested: error-or-cpu-or-memory
local function f(a, b) table.sort({3, 2, 1}, f) return true end table.sort({3, 2, 1}, f)
--- sort-mixed: error
table.sort({3, "x", {}, 1})
--- sort-nan: ok
local t = {} for i = 1, 1000 do t[i] = i % 3 == 0 and 0/0 or -i end table.sort(t)
--- close-unfinished: ok
for i = 1, 10000 do local co = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() print("never") while true do end end}) coroutine.yield() end) co() end
--- close-unfinished-collect: cpu-or-memory
for i = 1, math.huge do local co = coroutine.wrap(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) coroutine.yield() end) co() end
--- close-error-chain: error
do local a <close> = setmetatable({}, {__close = function(_, e) error("a" .. tostring(e), 0) end})
local b <close> = setmetatable({}, {__close = function(_, e) error(("b"):rep(1000) .. tostring(e), 0) end}) error("c") end
--- close-grows-error: cpu-or-memory-or-error
local function f(n) local a <close> = setmetatable({}, {__close = function(_, e) error(tostring(e) .. tostring(e), 0) end}) if n > 0 then f(n - 1) end error("x") end f(100)
--- close-yield-wrap: cpu
local co = coroutine.wrap(function() local a <close> = setmetatable({}, {__close = function() while true do coroutine.yield() end end}) end) while true do co() end
--- close-not-closable: error
local x <close> = {}
--- error-tostring-loop: cpu
error(setmetatable({}, {__tostring = function() while true do end end}))
--- error-tostring-recursive: cpu-or-error
local t = setmetatable({}, {}) getmetatable(t).__tostring = function(x) return tostring(x) end error(t)
--- error-tostring-memory: memory-or-cpu
error(setmetatable({}, {__tostring = function() local t = {} while true do t[#t + 1] = {} end end}))
--- error-tostring-huge: error-or-memory
error(setmetatable({}, {__tostring = function() return ("x"):rep(60 << 20) end}))
--- error-tostring-raises-itself: error
local t = setmetatable({}, {}) getmetatable(t).__tostring = function() error(t) end error(t)
--- error-nil: error
error(nil)
--- error-none: error
error()
--- error-level-huge: error
error("x", 1 << 31)
--- error-level-negative: error
error("x", -5)
--- error-huge: error-or-memory
error(("x"):rep(50 << 20))
--- error-binary: error
error("\0\27[2J\xff\n\n\nError: harmless.lua:1: fake")
--- error-carriage: error
error("a\rError: other.lua:1: fake\27]0;title\7")
--- error-name: error
error(setmetatable({}, {__name = ("n"):rep(1 << 20)}))
--- error-index: error
error(setmetatable({}, {__index = function() while true do end end}))
--- assert-table: error
assert(false, {})
--- assert-nil: error
assert(nil, nil)
--- print-flood: output-or-cpu
while true do print(("x"):rep(1 << 16)) end
--- print-flood-small: output-or-cpu
while true do print() end
--- print-controls: ok
print("\27[2J\27]0;x\7\0\xff")
--- print-many-arguments: error-or-cpu-or-memory-or-output
local t = {} for i = 1, 900000 do t[i] = "x" end while true do print(table.unpack(t)) end
--- coroutines-small: error
local t = {} for i = 1, math.huge do t[i] = coroutine.create(print) end
--- coroutines-started: error
local t = {} for i = 1, math.huge do t[i] = coroutine.wrap(function() coroutine.yield() end) t[i]() end
--- coroutine-deep: error-or-cpu-or-memory
local function f() return coroutine.wrap(f)() end f()
--- coroutine-deep-args: error-or-cpu-or-memory
local function f(...) coroutine.wrap(f)(..., ...) end f(1)
--- coroutine-resume-itself: error
local co co = coroutine.create(function() return coroutine.resume(co) end) print(coroutine.resume(co)) error("fine")
--- coroutine-close-itself: error
local co co = coroutine.create(function() coroutine.close(co) end) local ok, e = coroutine.resume(co) error(e)
--- coroutine-wrap-chain: cpu-or-memory-or-error
local f = function() while true do coroutine.yield() end end for i = 1, 190 do local g = f f = function() local w = coroutine.wrap(g) while true do w() coroutine.yield() end end end
local w = coroutine.wrap(f) while true do w() end
--- coroutine-yield-across: error
coroutine.wrap(function() ("x"):gsub("x", coroutine.yield) end)()
--- coroutine-yield-main: error
coroutine.yield()
--- coroutine-yield-many: error-or-cpu-or-memory
coroutine.wrap(function() local t = {} for i = 1, 900000 do t[i] = i end while true do coroutine.yield(table.unpack(t)) end end)() while true do end
--- intern: memory-or-cpu
local t = {} for i = 1, math.huge do t["k" .. i] = true end
--- intern-garbage: cpu
for i = 1, math.huge do local s = "k" .. i end
--- weak-values: cpu-or-memory
local t = setmetatable({}, {__mode = "v"}) for i = 1, math.huge do t[i] = {i, {}} end
--- weak-keys-chain: cpu-or-memory
local t = setmetatable({}, {__mode = "k"}) local k = {} for i = 1, math.huge do local n = {} t[k] = n k = n end
--- weak-switch: cpu-or-memory
local m = {} local t = setmetatable({}, m) for i = 1, math.huge do m.__mode = ({"k", "v", "kv", "x"})[i % 4 + 1] t[{}] = {} end
--- date-formats: error-or-output
for _, f in ipairs{"%Ex", "%Oy", "%", "%E", "%Q", "%10d", ("%c"):rep(1000), "*t%", "!%%"} do print(pcall(os.date, f)) end
os.date("%Ez")
--- date-far: error
os.date("%c", math.maxinteger)
--- date-table: error
os.time{year = math.maxinteger, month = 1, day = 1}
--- time-lying: error
os.time(setmetatable({}, {__index = function() return "x" end}))
--- date-huge: cpu-or-memory-or-error
local f = ("%c"):rep(5 << 20) while true do os.date(f) end
--- tostring-name: ok
local s = tostring(setmetatable({}, {__name = "My\0Type"})) print(s)
--- tostring-name-huge: memory-or-cpu
local t = setmetatable({}, {__name = ("n"):rep(10 << 20)}) local k = {} while true do k[#k + 1] = tostring(t) end
--- coercion: error
print("10" + 5, "0x10" * 1, "1e1" // 1, 10 .. 20) print("abc" + 1)
--- coercion-bits: error
print("3" | 4) print("1.5" | 1)
--- for-overflow: ok
local n = 0 for i = math.maxinteger - 1, math.maxinteger do n = n + 1 end assert(n == 2)
n = 0 for i = math.mininteger, math.mininteger + 1 do n = n + 1 end assert(n == 2)
n = 0 for i = 1, math.huge do n = n + 1 if n > 10 then break end end
for i = 3, 1 do error"x" end for i = math.mininteger, math.maxinteger, math.maxinteger do n = n + 1 end
--- for-step-zero: error
for i = 1, 2, 0 do end
--- for-float: cpu
for i = 1.0, math.huge do end
--- for-nan: ok
local n = 0 for i = 0/0, 1 do n = n + 1 end assert(n < 2)
--- next-invalid: error
next({}, "nothing")
--- next-while-removing: ok
local t = {} for i = 1, 1000 do t["k" .. i] = i end for k in pairs(t) do t[k] = nil end assert(next(t) == nil)
--- next-while-adding: error-or-cpu-or-memory-or-ok
local t = {a = 1} for k in pairs(t) do for i = 1, 100 do t[k .. i] = 1 end end
--- rawset-nan: error
rawset({}, 0/0, 1)
--- rawset-nil: error
rawset({}, nil, 1)
--- rawlen-lies: error
rawlen(setmetatable({}, {__len = error})) rawlen(1)
--- string-metatable: error
getmetatable("").__index = {}
--- string-metatable-set: error
setmetatable("", {})
--- string-index: ok
assert(("x").y == nil) assert(not pcall(function() return ("x").y.z end)) string.y = {z = 1} assert(("x").y.z == 1)
--- metatable-shared: error
setmetatable(string, {__index = function(_, k) error("in " .. k) end}) local x = ("x").nothing
--- metatable-chain-index: error
local t = {} for i = 1, 3000 do t = setmetatable({}, {__index = t}) end local x = t.x
--- metatable-chain-newindex: error
local t = {} for i = 1, 3000 do t = setmetatable({}, {__newindex = t}) end t.x = 1
--- metatable-cycle-index: error
local a, b = {}, {} setmetatable(a, {__index = b}) setmetatable(b, {__index = a}) local x = a.x
--- metatable-eq-loop: cpu
local m = {__eq = function() while true do end end} local x = setmetatable({}, m) == setmetatable({}, m)
--- metatable-lt-error: error
local x = setmetatable({}, {__lt = function() return nil end}) < 1 local y = {} < {}
--- metatable-unm: cpu
local x = -setmetatable({}, {__unm = function() while true do end end})
--- metatable-call-varargs: error-or-cpu-or-memory
local t = setmetatable({}, {}) getmetatable(t).__call = function(self, ...) return self(..., ...) end t(1, 2)
--- metatable-close-varargs: error-or-cpu-or-memory
local function f(...) local x <close> = setmetatable({}, {__close = function() end}) return f(1, ...) end f()
--- require-nul: error
require("a\0b")
--- require-huge: error-or-memory-or-cpu
require(("a."):rep(5 << 20))
--- require-absolute: error
require("/etc/passwd")
--- require-dots: error
require("..secret")
--- require-device: error
require("dev.zero")
--- require-number: error
require(1)
--- require-lying: error
require(setmetatable({}, {__tostring = function() return "x" end}))
--- require-loop: error-or-cpu
while true do pcall(require, "nothing" .. math.random(1 << 30)) end
--- getenv: ok
assert(os.getenv == nil and os.tmpname == nil and os.execute == nil and io == nil and package == nil and debug == nil)
for k, v in pairs(_G) do assert(not tostring(v):find("/home") and not tostring(v):find("/arena-run"), k) end
--- arg-leak: ok
for k, v in pairs(arg or {}) do assert(not tostring(v):find("/arena-run"), tostring(v)) end
--- traceback-leak: error
local function f() error("x") end f()
--- xpcall-traceback: error
xpcall(error, function(e) error(e) end, "x") error(select(2, xpcall(error, function() return {} end)))
--- xpcall-lying-handler: error
xpcall(error, setmetatable({}, {__call = print}))
--- pcall-deep-memory: cpu-or-memory-or-error
local function f(n) return pcall(f, n + 1) end f(0) error"fine"
--- select-negative: error
select(-1, select(-2, 1)) 
--- select-huge: error
select(math.mininteger, 1)
--- tonumber-base: error
tonumber("z", 37)
--- tonumber-lying: cpu
while true do tonumber(("9"):rep(1 << 16)) tonumber("0x" .. ("f"):rep(1 << 16) .. "p" .. ("9"):rep(100)) end
--- random-range: error
math.random(math.mininteger, math.maxinteger) math.random(2, 1)
--- random-zero: ok
assert(math.type(math.random(0)) == "integer")
--- fmod-zero: error
math.fmod(1, 0)
--- floor-divide: error
local x = 1 // 0
--- shift-huge: ok
assert(1 << 64 == 0 and 1 << -1 == 0 and 1 >> 64 == 0 and (-1 >> 1) == math.maxinteger and 1 << math.mininteger == 0)
--- move-overlap: cpu-or-memory
local t = {1} for i = 1, math.huge do table.move(t, 1, #t, #t + 1) end
--- move-wrap: error
table.move({}, math.mininteger, math.maxinteger, 1)
--- move-wrap-to: error
table.move({}, 1, 2, math.maxinteger)
--- unpack-wrap: error
table.unpack({}, math.mininteger, math.maxinteger)
--- unpack-almost: error-or-memory
table.unpack({}, 1, 1e6)
--- pack-lying: memory-or-cpu-or-error
local t = {} for i = 1, 200 do t[i] = i end while true do t = table.pack(table.unpack(t), table.unpack(t)) for i = 1, 1000 do t[i] = {} end end
--- insert-wrong: error
table.insert({}, 5, 1)
--- insert-lying-string: error
table.insert(setmetatable({}, {__len = function() return "1e300" end}), 1)
--- remove-lying: error-or-cpu-or-ok
table.remove(setmetatable({}, {__len = function() return math.maxinteger end, __index = function() return 1 end, __newindex = function() end}), 1)
--- len-float: error
local x = #setmetatable({}, {__len = function() return 1.5 end}) table.insert(setmetatable({}, {__len = function() return 1.5 end}), 1)
--- env-nil: error
local _ENV = nil print(1)
--- env-lying: cpu
local _ENV = setmetatable({}, {__index = function() while true do end end}) x()
--- env-replaced: error
_G.print = nil _G.pcall = function() return true end _G._G = nil local s = string s.format = nil error("x")
--- globals-cleared: error
for k in pairs(_G) do _G[k] = nil end local x = nothing.y
--- globals-metatable: ok
assert(getmetatable(_G) == false or getmetatable(_G) == nil) assert(not pcall(setmetatable, _G, {}) or true)
--- string-library-broken: error
string.format = function() while true do end end string.find = nil error("x")
--- attribs: error
assert(load("local x <const> = 1 x = 2"))
--- attribs-unknown: error
assert(load("local x <foo> = 1"))
--- integer-parse: ok
assert(9223372036854775807 == math.maxinteger and 9223372036854775808 == 2^63 and math.tointeger("8") == nil or true)
--- rep-lying: error
("x"):rep(setmetatable({}, {__index = 1}))
--- rep-negative: ok
assert(("x"):rep(-1) == "" and ("x"):rep(math.mininteger, "y") == "")
--- byte-range: error-or-ok
print(pcall(string.byte, ("x"):rep(10 << 20), 1, -1))
--- char-range: error
string.char(256)
--- reverse-loop: cpu
local s = ("x"):rep(20 << 20) while true do s:reverse() s:lower() end
--- len-compare: cpu-or-memory
local a, b = ("x"):rep(30 << 20), ("x"):rep(30 << 20) .. "" local n = 0 while true do if a == b then n = n + 1 end if a < b then n = n + 1 end end
--- many-upvalues: memory-or-cpu
local t = {} for i = 1, math.huge do local a, b, c, d = i, i, i, i t[i] = function() return a, b, c, d end end
--- many-metatables: memory-or-cpu
local t = {} for i = 1, math.huge do t[i] = setmetatable({}, {__index = {}}) end
--- one-element-tables: memory-or-cpu
local t = {} while true do t = {t} end
--- linked-closures: memory-or-cpu
local f = print while true do local g = f f = function() return g end end
--- table-rehash: cpu-or-memory
while true do local t = {} for i = 1, 100000 do t[i] = i end for i = 1, 100000 do t[i] = nil end end
--- table-presize: cpu-or-memory
while true do local t = table.pack(("x"):rep(200):byte(1, -1)) end
--- busy-pcall-error: cpu
while true do pcall(error, {}) end
--- warn-flood: cpu
while true do warn(("x"):rep(1000)) end
--- varargs-deep: error-or-cpu-or-memory
local function f(...) return f(1, ...) end f()
--- load-reader-coroutine: cpu
print(load(coroutine.wrap(function() while true do coroutine.yield(" ") end end)))
--- load-reader-error: error
print(load(function() error(setmetatable({}, {__tostring = error})) end))
local f
f()
--- close-in-close: error-or-cpu
local function f(n) local x <close> = setmetatable({}, {__close = function() f(n + 1) end}) end f(1)
--- close-order: cpu
local t = {} for i = 1, 1000 do local c = coroutine.create(function() local x <close> = setmetatable({}, {__close = function() while true do end end}) coroutine.yield() end) coroutine.resume(c) t[i] = c end
for i = 1, 1000 do pcall(coroutine.close, t[i]) end
--- weak-resurrect: cpu-or-memory
local w = setmetatable({}, {__mode = "v"}) for i = 1, 1e9 do w[i % 1000] = {w[(i * 7) % 1000]} end
--- coroutines-swallowed: memory-or-cpu
local t = {}
while true do pcall(function() while true do t[#t + 1] = coroutine.create(function() end) end end) t[#t + 1] = {} end
