-- Lua 5.4 manual, sections 3.3 and 3.5: statements, scope, goto, loops, attribs, and 3.3.8: variables to be closed.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end
local function refused(part, text)
  local f, message = load(text)
  assert(not f and message:find(part, 1, true), message)
end

-- goto: continue, backwards, out of nested loops; visible labels alone; not into the scope of a local
local odd = {}
for i = 1, 7 do
  if i % 2 == 0 then goto continue end
  odd[#odd + 1] = i
  ::continue::
end
assert(table.concat(odd, ",") == "1,3,5,7")
do local i = 1 ::again:: i = i + 1 if i < 10 then goto again end assert(i == 10) end
for i = 1, 3 do for j = 1, 3 do if i * j == 4 then goto out end end end
error "never" ::out::
do goto last; local x; ::last:: end
refused("no visible label 'nowhere'", "goto nowhere")
refused("no visible label 'inner'", "goto inner do ::inner:: end")
refused("jumps into the scope of local 'x'", "goto f local x ::f:: print(x)")
refused("label 'a' already defined", "::a:: ::a::")
refused("break outside", "break")
assert(load "do ::a:: end do ::a:: end" and load "::a:: goto a")
-- each round of a loop has locals of its own, also with goto
local closures = {}
do local i = 1 ::round:: local k = i closures[i] = function() k = k + 1 return k end i = i + 1 if i <= 3 then goto round end end
assert(closures[1]() == 2 and closures[1]() == 3 and closures[2]() == 3)

-- while, repeat (its condition sees the body's locals), break
local n = 0
while true do n = n + 1 if n == 5 then break end end
repeat local done = n >= 8 n = n + 1 until done
assert(n == 9)
for i = 1, 3 do local i = i * 10 n = n + i end
assert(n == 69)
-- the generic for: four values, the control variable a copy
local function iterate(s, k) if k < s then return k + 1, k * k end end
for k, square in iterate, 4, 0 do n = n + square k = nil end
assert(n == 69 + 0 + 1 + 4 + 9)
fails("attempt to call a nil value", function() for _ in nil do end end)
local shut = 0
for _ in next, {1, 2}, nil, setmetatable({}, {__close = function() shut = shut + 1 end}) do break end
for _ in function() end, nil, nil, setmetatable({}, {__close = function() shut = shut + 1 end}) do end
assert(shut == 2)

-- assignment: all expressions before any assignment; extra values dropped, missing ones nil
local a, b, c = 1, 2
assert(c == nil)
a, b = b, a
assert(a == 2 and b == 1)
local t, i = {}, 1
i, t[i] = i + 1, 20
assert(i == 2 and t[1] == 20)
local x, y, z = (function() return 1, 2, 3 end)()
assert(x == 1 and z == 3)
x, y = (function() return 1, 2, 3 end)(), 9
assert(y == 9)

-- and, or, not
assert((nil and 1) == nil and (false or nil) == nil and (0 and "zero") == "zero" and (nil or "x") == "x" and not nil == true and (1 and nil or 3) == 3)

-- const
refused("attempt to assign to const variable 'k'", "local k <const> = 1 k = 2")
refused("unknown attribute 'odd'", "local k <odd> = 1")
assert(load "local k <const> = 5 return k + 1"() == 6)

-- close: in reverse order, with the error if there is one; nil and false are ignored; one error replaces another
local log = {}
local function closer(name, raise)
  return setmetatable({}, {__close = function(_, e) log[#log + 1] = name .. ":" .. tostring(e) if raise then error(raise, 0) end end})
end
do local p <close> = closer "p" local q <close> = closer "q" local r <close> = nil local s <close> = false log[#log + 1] = "body" end
assert(table.concat(log, " ") == "body q:nil p:nil")
log = {}
local ok, e = pcall(function() local p <close> = closer "p" local q <close> = closer("q", "second") error("first", 0) end)
assert(not ok and e == "second" and table.concat(log, " ") == "q:first p:second")
log = {}
local function early() local p <close> = closer "p" return "value", #log end
local v, before = early()
assert(v == "value" and before == 0 and log[1] == "p:nil")
log = {}
for i = 1, 2 do local p <close> = closer("p" .. i) if i == 2 then break end end
assert(table.concat(log, " ") == "p1:nil p2:nil")
log = {}
do ::top:: local p <close> = closer "g" if #log < 2 then goto top end end
assert(#log == 3)
fails("variable 'x' got a non-closable value", function() local x <close> = {} end)
refused("multiple to-be-closed variables in local list", "local a <close>, b <close> = 1, 2")
-- no tail call out of a block with a variable to be closed
local depth = 0
local function tail(k) local p <close> = closer "t" if k == 0 then return depth end return tail(k - 1) end
log = {} tail(3) assert(#log == 4)

-- literals and comments
assert("\65\x41\u{41}\z
        B" == "AAAB" and [[
first]] == "first" and [==[a]]b]==] == "a]]b" and "a\
b" == "a\nb" and '\'' == "'" --[[ a comment
  over lines ]] and --[==[ ]] ]==] true)
refused("unfinished string", "x = 'abc")
refused("invalid escape sequence", "x = '\\q'")
refused("decimal escape too large", "x = '\\300'")
refused("unfinished long string", "x = [[abc")
refused("malformed number near '3x'", "x = 3x")
refused("near 'y'", "x y")
refused("'end' expected (to close 'if' at line 1)", "if x then\n")
refused("unexpected symbol near", "x = = 1")
print "ok"
