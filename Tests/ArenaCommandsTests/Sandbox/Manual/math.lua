-- Lua 5.4 manual, section 6.7: mathematics, and 3.4.1 to 3.4.3: arithmetic, bits and conversions.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end
local type = math.type

-- integers and floats
assert(type(1) == "integer" and type(1.0) == "float" and type("1") == nil and type(2^2) == "float" and type(7 // 2) == "integer" and type(7 // 2.0) == "float")
assert(1 == 1.0 and type(3 / 1) == "float" and 7 // 2 == 3 and -7 // 2 == -4 and 7 // -2 == -4 and -7 // -2 == 3 and 7.5 // 2 == 3.0)
assert(7 % 3 == 1 and -7 % 3 == 2 and 7 % -3 == -2 and -7 % -3 == -1 and 5.5 % 2 == 1.5 and -5.5 % 2 == 0.5 and 5 % math.huge == 5.0 and -5 % math.huge == math.huge)
assert(math.maxinteger + 1 == math.mininteger and math.mininteger - 1 == math.maxinteger and math.mininteger // -1 == math.mininteger and math.mininteger % -1 == 0)
assert(math.maxinteger * 2 == -2 and -math.mininteger == math.mininteger and math.abs(math.mininteger) == math.mininteger)
assert(1 / 0 == math.huge and -1 / 0 == -math.huge and 0/0 ~= 0/0 and 1 // 0.0 == math.huge and 2^0.5 == math.sqrt(2))
fails("attempt to", function() return 1 // 0 end)
fails("attempt to perform", function() return 1 % 0 end)
assert(2^3^2 == 512 and -2^2 == -4 and not (1 == 2) and 1 .. 2 .. 3 == "123" and 2 * 3 + 4 == 10 and 7 - 3 - 2 == 2)

-- bits work on 64-bit integers; floats with an integer value convert
assert(0xF0 & 0x3C == 0x30 and 0xF0 | 0x0F == 0xFF and 5 ~ 3 == 6 and ~0 == -1 and 1 << 63 == math.mininteger and 1 << 64 == 0 and 1 << -1 == 0)
assert(-1 >> 1 == math.maxinteger and -1 >> 63 == 1 and 1 >> -2 == 4 and 3.0 & 1 == 1 and 2^53 | 0 == 1 << 53)
fails("number has no integer representation", function() return 1.5 | 0 end)
fails("number has no integer representation", function() return 2^64 | 0 end)
fails("attempt to perform bitwise operation on a table value", function() return {} | 0 end)

-- literals
assert(0xff == 255 and 0xA.8p0 == 10.5 and 1e2 == 100.0 and 0x.1p4 == 1.0 and 3 == 0x3 and 9223372036854775807 == math.maxinteger)
assert(type(9223372036854775808) == "float" and 0xffffffffffffffff == -1 and 0x1ffffffffffffffff == -1 and tonumber("1e") == nil)

-- comparisons between integers and floats are exact
assert(math.maxinteger < math.maxinteger + 0.0 and math.maxinteger + 0.0 == 2^63 and not (math.maxinteger + 0.0 == math.maxinteger))
assert(1 < 1.5 and -1.5 < -1 and math.mininteger <= -2^63 and not (math.mininteger < -2^63) and (2^53 == (1 << 53) + 0) and (1 << 53) + 1 > 2^53)

-- the functions
assert(math.floor(3.7) == 3 and type(math.floor(3.7)) == "integer" and math.floor(-3.5) == -4 and math.ceil(3.2) == 4 and math.ceil(-3.5) == -3 and math.floor(2^70) == 2^70)
assert(math.max(1, 2.5) == 2.5 and math.min(3, 1, 2) == 1 and type(math.max(1, 2)) == "integer" and math.max(-0.0, 0.0) == 0)
fails("bad argument #1", math.max)
assert(math.fmod(7, 3) == 1 and math.fmod(-7, 3) == -1 and math.fmod(7, -3) == 1 and math.fmod(5.5, 2) == 1.5 and math.fmod(math.mininteger, -1) == 0)
fails("zero", math.fmod, 1, 0)
assert(math.modf(3.7) == 3.0 and select(2, math.modf(-3.5)) == -0.5 and select(2, math.modf(math.huge)) == 0.0 and math.modf(5) == 5.0)
assert(math.tointeger(3.0) == 3 and math.tointeger(3.5) == nil and math.tointeger({}) == nil and math.tointeger(2^63) == nil)
assert(math.ult(1, -1) and not math.ult(-1, 1) and math.abs(-3) == 3 and math.abs(-3.5) == 3.5)
assert(math.sqrt(16) == 4.0 and math.exp(0) == 1.0 and math.log(8, 2) == 3.0 and math.log(100, 10) == 2.0 and math.log(1) == 0.0 and math.log(27, 3) - 3 < 1e-9)
assert(math.abs(math.sin(math.pi)) < 1e-15 and math.cos(0) == 1.0 and math.abs(math.tan(math.pi / 4) - 1) < 1e-15)
assert(math.asin(1) == math.pi / 2 and math.acos(1) == 0.0 and math.atan(1, 0) == math.pi / 2 and math.atan(0, -1) == math.pi and math.deg(math.pi) == 180.0 and math.rad(180) == math.pi)

-- random: a float in [0, 1), an integer in [1, m] or [m, n], all bits for 0; the same from the same seed
for _ = 1, 200 do
  local x, y, z = math.random(), math.random(6), math.random(-3, 3)
  assert(x >= 0 and x < 1 and y >= 1 and y <= 6 and type(y) == "integer" and z >= -3 and z <= 3)
end
assert(math.random(5, 5) == 5 and type(math.random(0)) == "integer" and math.random(math.mininteger, math.maxinteger))
math.randomseed(42) local first = {math.random(100), math.random(100), math.random(100)}
math.randomseed(42) for i = 1, 3 do assert(math.random(100) == first[i]) end
fails("interval is empty", math.random, 2, 1)
fails("interval is empty", math.random, -1)
fails("wrong number of arguments", math.random, 1, 2, 3)

-- tonumber and strings to numbers (3.4.3)
assert(tonumber("10") == 10 and tonumber("  0x1p4  ") == 16.0 and tonumber("1e1") == 10.0 and tonumber("10", 2) == 2 and tonumber("zz", 36) == 1295 and tonumber("-ff", 16) == -255)
assert(tonumber("8", 8) == nil and tonumber("") == nil and tonumber("1 2") == nil and tonumber("0x") == nil and tonumber("inf") == nil and tonumber("nan") == nil and tonumber({}) == nil and tonumber("1\0") == nil)
assert(type(tonumber("9223372036854775807")) == "integer" and type(tonumber("9223372036854775808")) == "float" and tonumber("7", 10) == 7)
fails("base out of range", tonumber, "1", 1)
fails("base out of range", tonumber, "1", 37)
fails("string expected, got number", tonumber, 1, 10)
fails("value expected", tonumber)

-- numeric for (3.3.5): no overflow, the float if one of start and step is
local count = 0
for i = math.maxinteger - 1, math.maxinteger do count = count + 1 end
for i = math.mininteger + 1, math.mininteger, -1 do count = count + 1 end
for i = 1, 0 do count = count + 100 end
for i = 3, 1, -1 do count = count + 1 end
for i = 1, 3.9 do assert(type(i) == "integer") count = count + 1 end
for i = 1.0, 2 do assert(type(i) == "float") count = count + 1 end
for i = 1, -math.huge do count = count + 100 end
assert(count == 2 + 2 + 3 + 3 + 2)
fails("'for' step is zero", function() for i = 1, 2, 0 do end end)
fails("'for' initial value", function() for i = "a", 2 do end end)
fails("'for' limit", function() for i = 1, "x" do end end)
print "ok"
