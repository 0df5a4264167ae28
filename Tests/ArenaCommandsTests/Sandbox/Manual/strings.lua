-- Lua 5.4 manual, section 6.4: string manipulation. Each line is a sentence of the manual made to a test.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end

-- positions count from 1, negative ones from the end; the library indexes strings as methods
assert(("Åse"):len() == 4 and #"Åse" == 4 and ("x").rep == string.rep)
assert(string.byte("abc") == 97 and select("#", string.byte("abc", 1, -1)) == 3 and select("#", string.byte("abc", 10)) == 0)
assert(select("#", ("abc"):byte(0)) == 0 and ("abc"):byte(-1) == 99)
assert(string.char() == "" and string.char(0, 255, 65) == "\0\255A")
fails("value out of range", string.char, 256)
fails("value out of range", string.char, -1)

-- sub: i negative becomes at least 1, j larger than the length becomes the length, nothing where i > j
assert(("hello"):sub(2) == "ello" and ("hello"):sub(-3, -2) == "ll" and ("hello"):sub(0) == "hello")
assert(("hello"):sub(4, 2) == "" and ("hello"):sub(-100, 100) == "hello" and ("hello"):sub(6) == "")
assert(("hello"):sub(math.mininteger, math.maxinteger) == "hello" and ("hello"):sub(2, math.mininteger) == "")

-- rep: a separator only between; nothing for 0 or less
assert(("ab"):rep(3) == "ababab" and ("ab"):rep(3, ",") == "ab,ab,ab" and ("ab"):rep(1, ",") == "ab")
assert(("ab"):rep(0) == "" and ("ab"):rep(-1, ",") == "" and (""):rep(1000000) == "")
assert(("abc"):reverse() == "cba" and (""):reverse() == "" and ("aÅ"):reverse():reverse() == "aÅ")
assert(("aBc1"):upper() == "ABC1" and ("aBc1"):lower() == "abc1")

-- comparison and coercion between strings and numbers (3.4.3)
assert("a" < "b" and "a" < "aa" and not ("b" < "a") and "Z" < "a" and "" < "a" and "a\0a" < "a\0b")
assert("10" + 5 == 15 and "0x10" * 1 == 16 and 10 .. 20 == "1020" and math.type("3" + 0) == "integer")
assert(" 10 " + 0 == 10 and "1e1" + 0 == 10.0 and -"2" == -2 and "10" // "3" == 3)
fails("attempt to", function() return "a" + 1 end)
fails("attempt to compare", function() return "1" < 2 end)
fails("attempt to concatenate a nil value", function() return "a" .. nil end)

-- tostring of numbers: floats look like floats
assert(tostring(1) == "1" and tostring(1.0) == "1.0" and tostring(-0.0) == "-0.0" and tostring(1e15) == "1e+15")
assert(tostring(2^53) == "9.007199254741e+15" and tostring(1/0) == "inf" and tostring(-1/0) == "-inf")
assert(1 .. "" == "1" and 1.5 .. "" == "1.5" and 2.0 .. "" == "2.0")

-- format: as C's printf, with q and i; no * h L l n p-with-string-width
assert(string.format("%d %5d|%-5d|%05d|%+d", 1, 2, 3, 4, 5) == "1     2|3    |00004|+5")
assert(string.format("%x %X %o %c %%", 255, 255, 8, 65) == "ff FF 10 A %")
assert(string.format("%.3f %e %g %g", 1/3, 12345.678, 1e20, 0.1) == "0.333 1.234568e+04 1e+20 0.1")
assert(string.format("%5s|%-5s|%.2s|%s", "a", "b", "cdef", "g\0h") == "    a|b    |cd|g\0h")
assert(string.format("%s %s %s", nil, true, 12) == "nil true 12")
assert(string.format("%s", setmetatable({}, {__tostring = function() return "mine" end})) == "mine")
assert(string.format("%d", 3.0) == "3" and string.format("%d", "10") == "10" and string.format("%.0f", 0.5) == "0")
assert(string.format("%a", 1) == "0x1p+0" and string.format("%i", -3) == "-3")
fails("number has no integer representation", string.format, "%d", 1.5)
fails("bad argument #2", string.format, "%d")
fails("invalid conversion", string.format, "%y", 1)
fails("invalid conversion", string.format, "%", 1)
fails("invalid conversion", string.format, "%100d", 1)
fails("string contains zeros", string.format, "%10s", "a\0b")
fails("'__tostring' must return a string", string.format, "%s", setmetatable({}, {__tostring = function() return {} end}))

-- %q: read back by Lua as the very same value
for _, value in ipairs {"a\n\r\0\"\\\1272é", "", 0, -1, math.maxinteger, math.mininteger, 1.5, 1e300, 2^-1074, 1/0, -1/0, true, false} do
  assert(load("return " .. string.format("%q", value))() == value)
end
assert(load("return " .. string.format("%q", 0/0))() ~= load("return " .. string.format("%q", 0/0))())
assert(load("return " .. string.format("%q", nil))() == nil)
fails("specifier '%q' cannot have modifiers", string.format, "%10q", "a")
fails("value has no literal form", string.format, "%q", {})

-- patterns (6.4.1): classes, sets, repetition, balance, frontier, captures
assert(("hello world"):find("o w") == 5 and ("a.b"):find(".", 1, true) == 2 and ("abc"):find("") == 1)
assert(("abc"):find("", 10) == nil and ("abc"):find("", 4) == 4 and ("abc"):find("b", -1) == nil)
assert(select("#", ("abc"):find("(a)(b)")) == 4 and ("abc"):find("()b()") == 2)
assert(("key = value"):match("^(%w+)%s*=%s*(%w+)$") == "key" and ("  x "):match("^%s*(.-)%s*$") == "x")
assert(("x = (a (b) c) d"):match("%b()") == "(a (b) c)" and ("THE (quick) fox"):find("%f[%a]%a+%f[%A]") == 1)
assert(("2031-03-12"):match("(%d+)-(%d+)-(%d+)") == "2031" and ("aXb"):match("%u") == "X")
assert(("[a-z]"):match("[%]%[]") == "[" and ("]"):match("[]]") == "]" and ("^"):match("[x^]") == "^" and ("b"):match("[^a]") == "b")
assert(("a-b"):match("[a%-]+") == "a-" and ("aaa"):match("a-") == "" and ("aaa"):match("a-$") == "aaa" and ("aab"):match("a?b") == "ab")
assert(("abab"):match("(ab)%1") == "ab" and ("abcab"):match("(ab)c%1") == "ab" and ("\0a"):match("%z") == "\0" and ("a\0b"):match("[\0]") == "\0")
assert(("x"):match("()") == 1 and math.type(("x"):match("()")) == "integer")
for class, member in pairs {a = "q", c = "\1", d = "7", g = "!", l = "q", p = ";", s = " ", u = "Q", w = "_" == "x" and "" or "q", x = "f"} do
  assert(member:match("^%" .. class .. "$") and not member:match("^%" .. class:upper() .. "$"), class)
end
fails("malformed pattern (ends with '%')", string.find, "a", "%")
fails("malformed pattern (missing ']')", string.find, "a", "[a")
fails("unfinished capture", string.find, "a", "(a")
fails("invalid pattern capture", string.match, "a", "a)")
fails("missing arguments to '%b'", string.find, "a", "%b")
fails("missing '[' after '%f' in pattern", string.find, "a", "%fa")
fails("invalid capture index", string.find, "a", "%1")
fails("too many captures", string.find, ("a"):rep(40), ("(a)"):rep(33))

-- gmatch: all matches, empty ones too; an anchor makes no sense there and matches itself; from a position
local words = {}
for word in ("one two  three"):gmatch("%a+") do words[#words + 1] = word end
assert(table.concat(words, ",") == "one,two,three")
local count = 0
for a, b in ("k1=v1, k2=v2"):gmatch("(%w+)=(%w+)") do count = count + 1 assert(a == "k" .. count and b == "v" .. count) end
local places = {}
for place in ("abc"):gmatch("()") do places[#places + 1] = place end
assert(table.concat(places, ",") == "1,2,3,4")
assert(("abc"):gmatch("%a", 3)() == "c" and ("abc"):gmatch("%a", -1)() == "c" and ("abc"):gmatch("a", 10)() == nil)

-- gsub: a string with %0-%9, a table by the first capture, a function; false and nil keep the match
assert(("hello world"):gsub("o", "0") == "hell0 w0rld" and select(2, ("hello"):gsub("l", "L")) == 2)
assert(("hello"):gsub("", "-") == "-h-e-l-l-o-" and ("abc"):gsub("%w", "%0%0") == "aabbcc")
assert(("hello world"):gsub("(%w+) (%w+)", "%2 %1") == "world hello" and ("abc"):gsub("b", "%%") == "a%c")
assert(("$name is $age"):gsub("%$(%w+)", {name = "Åse", age = 30}) == "Åse is 30")
assert(("a b"):gsub("%a", {a = false}) == "a b" and ("a b"):gsub("%a", function(c) if c == "a" then return 1 end end) == "1 b")
assert(("abc"):gsub("b", "x", 0) == "abc" and ("aaa"):gsub("a", "b", 2) == "bba" and ("abc"):gsub("^a", "x") == "xbc")
assert(("abc"):gsub("()", "%1") == "1a2b3c4")
fails("invalid use of '%' in replacement string", string.gsub, "a", "a", "%x")
fails("invalid capture index %2", string.gsub, "a", "a", "%2")
fails("invalid replacement value (a table)", string.gsub, "a", "a", function() return {} end)
fails("string/function/table expected", string.gsub, "a", "a", nil)

-- pack and unpack (6.4.2)
assert(string.pack("<i4", 1) == "\1\0\0\0" and string.pack(">i4", 1) == "\0\0\0\1" and string.pack("b", -1) == "\255")
assert(string.pack("z", "ab") == "ab\0" and string.pack("<s2", "ab") == "\2\0ab" and string.pack("c5", "ab") == "ab\0\0\0")
assert(string.pack("<!4 i1 i4", 1, 2) == "\1\0\0\0\2\0\0\0" and string.pack("<i1 !8 Xi8", 1) == "\1\0\0\0\0\0\0\0")
assert(string.packsize("<!8 i1 i8") == 16 and string.packsize("<i4 x c3") == 8)
for _, format in ipairs {"b", "h", "i3", "i", "l", "j", "i7", "i16"} do
  for _, order in ipairs {"<", ">", "="} do
    assert(string.unpack(order .. format, string.pack(order .. format, -5)) == -5, format)
  end
end
assert(string.unpack("<d", string.pack("<d", 1.25)) == 1.25 and string.unpack("<f", string.pack("<f", 0.5)) == 0.5)
assert(select(2, string.unpack("z", "ab\0c")) == 4 and select("#", string.unpack("<i1 i1", "\1\2")) == 3)
assert(string.unpack("b", "abc", -1) == 99 and string.unpack("<I2", "\255\255") == 65535 and string.unpack("<J", ("\255"):rep(8)) == -1)
fails("integral size (17) out of limits [1,16]", string.pack, "i17", 1)
fails("overflow", string.pack, "i1", 200)
fails("data string too short", string.unpack, "i4", "abc")
fails("unfinished string for format 'z'", string.unpack, "z", "abc")
fails("string contains zeros", string.pack, "z", "a\0")
fails("variable-", string.packsize, "s")
fails("does not fit", string.unpack, "<i16", ("\255"):rep(8) .. ("\1"):rep(8))
fails("initial position out of string", string.unpack, "b", "abc", 5)
fails("invalid format option 'y'", string.pack, "y", 1)
print "ok"
