-- Compares the sandbox's functions with Lua's own on generated input. Globals: `ours`, `stock` (two libraries), `seed`,
-- `cases`, `report`. Results, errors, and what happened to tables must be equal.

local random, floor = stock.math.random, stock.math.floor
local char, rep, sub, concat = stock.string.char, stock.string.rep, stock.string.sub, stock.table.concat
local pack, unpack, pcall, type = stock.table.pack, stock.table.unpack, stock.pcall, stock.type

local function pick(list) return list[random(#list)] end
local function chance(n) return random(n) == 1 end

local function list(n, make)
  local t = {}
  for i = 1, n do t[i] = make(i) end
  return t
end

local function text(most, alphabet)
  return concat(list(random(0, most), function()
    if alphabet then local i = random(#alphabet) return sub(alphabet, i, i) end
    return char(random(0, 255))
  end))
end

local words = "aabbc xyz019_.,%-()[]^$*+?\n\0é"
local function word(most) return text(most or 12, words) end

local integers = {0, 1, -1, 2, -2, 3, 5, 7, -7, 10, 100, 255, 256, -128, 127, 128, 65535, 65536, 1 << 31, -(1 << 31),
  (1 << 31) - 1, 1 << 32, math.maxinteger, math.mininteger, math.maxinteger - 1, math.mininteger + 1}
local function integer()
  local kind = random(4)
  if kind == 1 then return pick(integers) end
  if kind == 2 then return random(-20, 20) end
  if kind == 3 then return random(0, 0x10ffff) end
  return random(0) >> random(0, 63)
end
local function small() return random(-15, 15) end

local floats = {0.0, -0.0, 1.5, -2.5, 1e15, 1e16, 1e100, -1e300, 5e-324, 0.1, 1 / 3, math.huge, -math.huge, 0 / 0,
  math.pi, 2.0 ^ 53, 2.0 ^ 63, -2.0 ^ 63, 123456.789}
local function number()
  if chance(3) then return pick(floats) end
  if chance(2) then return integer() end
  return (random() - 0.5) * 10 ^ random(-10, 20)
end

-- A value of any kind, now and then where another kind is wanted.
local shared = {1, 2, 3}
local function any()
  return pick{nil, true, false, 0, 1, -1, 1.5, "", "a", "10", "0x1p4", " 5 ", {1, 2, 3}}
end
local function or_any(value)
  if chance(30) then return any() end
  return value
end
local function maybe(value) if chance(3) then return nil end return value end

local codes = {0, 0x41, 0x7f, 0x80, 0xe5, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff,
  0x110000, 0x1fffff, 0x200000, 0x3ffffff, 0x4000000, 0x7fffffff}
local function utf()
  local s = concat(list(random(0, 6), function()
    if chance(8) then return char(random(0x80, 0xff)) end
    return stock.utf8.char(chance(2) and pick(codes) or random(0, 0x3000))
  end))
  if chance(10) then s = sub(s, 1, random(0, #s)) end
  return s
end

-- Patterns: well-formed pieces, and now and then any text.
local classes = {"a", "b", "x", ".", "%a", "%d", "%s", "%w", "%W", "%p", "%x", "%c", "%g", "%l", "%u", "%A", "%.", "%%",
  "[abc]", "[^a]", "[a-c]", "[%w_]", "[]]", "[^]]", "[a-]", "[-a]", "[%a-z]", "[^%s]", "[a%]b]", "%z", "\0", " ", "é"}
local function pattern(depth)
  if chance(12) then return word(6) end
  local parts, n = {}, random(0, 4)
  if chance(6) then parts[1] = "^" end
  for _ = 1, n do
    local kind, piece = random(14)
    if kind == 1 and (depth or 0) < 3 then piece = "(" .. pattern((depth or 0) + 1) .. ")"
    elseif kind == 2 then piece = "()"
    elseif kind == 3 then piece = "%b" .. pick{"()", "ab", "xx", "", "a"}
    elseif kind == 4 then piece = "%f" .. pick{"[%w]", "[a]", "[^%a]", "[\0]", "", "a"}
    elseif kind == 5 then piece = "%" .. random(0, 3)
    elseif kind == 6 then piece = word(2)
    else piece = pick(classes) .. pick{"", "", "", "*", "+", "-", "?"} end
    parts[#parts + 1] = piece
  end
  if chance(6) then parts[#parts + 1] = "$" end
  return concat(parts)
end
local function subject() return text(random(20), pick{"ab", "abc ", "aabbc xyz019_.", words}) end

local function replacement()
  local kind = random(5)
  if kind == 1 then return concat(list(random(0, 4), function() return pick{"a", "%0", "%1", "%2", "%%", "%", "x"} end)) end
  if kind == 2 then return {a = "1", b = 2, ab = false, [1] = "one", [""] = "empty", x = chance(20) and {} or nil} end
  if kind == 3 then return function(...) local n = stock.select("#", ...) if n > 1 then return n end return (...) end end
  if kind == 4 then return random(100) end
  return or_any(word(3))
end

local conversions = {"d", "i", "u", "o", "x", "X", "c", "e", "E", "f", "g", "G", "a", "A", "s", "q", "p", "F", "y", "%"}
local function format_case()
  local parts, arguments = {}, {}
  for i = 1, random(0, 3) do
    local spec = pick(conversions)
    local flags = text(chance(3) and 3 or 0, "-+ #0")
    local width = chance(3) and random(0, chance(5) and 1000 or 99) or ""
    local precision = chance(3) and "." .. (chance(4) and "" or random(0, chance(5) and 1000 or 99)) or ""
    if chance(2) then flags, width, precision = "", "", "" end
    parts[#parts + 1] = word(3):gsub("%%", "") .. "%" .. flags .. width .. precision .. spec
    local value
    if spec == "s" or spec == "q" then value = pick{word(20), integer(), number(), true, rep("long", 30)}
    elseif spec == "p" then value = pick{1, true, 2.5}
    elseif spec == "c" then value = random(0, 255)
    elseif stock.string.find("diuoxX", spec, 1, true) then value = integer()
    else value = number() end
    if value == nil and chance(2) then value = 1 end
    arguments[i] = spec == "p" and value or or_any(value) -- addresses are our own
  end
  if chance(30) then parts[#parts + 1] = "%" .. text(4) end
  if chance(30) then arguments[#arguments + 1] = 1 end
  return concat(parts), unpack(arguments, 1, 3)
end

local pack_items = {"b", "B", "h", "H", "l", "L", "j", "J", "T", "i", "I", "f", "d", "n", "s", "z", "x", "X", " ", "<", ">",
  "=", "!", "c"}
local function pack_format(values)
  local parts = {}
  for _ = 1, random(0, 6) do
    local item = pick(pack_items)
    local size = ""
    if stock.string.find("iIs!", item, 1, true) and chance(2) then size = random(0, chance(10) and 40 or 16) end
    if item == "c" and not chance(10) then size = random(0, 20) end
    if item == "X" then size = pick{"i4", "d", "b", "i8", "", "c3", "z", "h"} end
    parts[#parts + 1] = item .. size
    if values then
      if item == "s" or item == "z" then values[#values + 1] = text(10, "abc\0")
      elseif item == "c" then values[#values + 1] = text(14)
      elseif item == "f" or item == "d" or item == "n" then values[#values + 1] = number()
      elseif stock.string.find("bBhHlLjJTiI", item, 1, true) then values[#values + 1] = or_any(integer()) end
    end
  end
  if chance(40) then parts[#parts + 1] = text(2) end
  return concat(parts)
end

local function pack_case()
  local values = {}
  local f = pack_format(values)
  return f, unpack(values, 1, 8)
end

local function items()
  return list(random(0, 8), function() return random(100) end)
end

-- A table that answers by metamethods, with the same contents for both libraries.
local function proxy(contents)
  local made = {}
  return stock.setmetatable(made, {
    __index = contents, __newindex = function(_, k, v) contents[k] = v end,
    __len = function() return #contents end})
end

-- Each makes the arguments of one call, the same for both libraries from the same random state.
local generators = {
  ["string.len"] = function() return or_any(word()) end,
  ["string.sub"] = function() return or_any(word()), or_any(chance(9) and integer() or small()), maybe(or_any(small())) end,
  ["string.byte"] = function() return or_any(word()), maybe(or_any(small())), maybe(small()) end,
  ["string.char"] = function() return unpack(list(random(0, 6), function() return or_any(random(0, chance(20) and 300 or 255)) end)) end,
  ["string.lower"] = function() return or_any(text(20)) end,
  ["string.upper"] = function() return or_any(text(20)) end,
  ["string.reverse"] = function() return or_any(text(20)) end,
  ["string.rep"] = function()
    if chance(100) then return pick{"ab", "abc"}, math.maxinteger, pick{"", "abc"} end
    return or_any(word(6)), or_any(random(-2, 20)), maybe(or_any(word(4)))
  end,
  ["string.find"] = function() return or_any(subject()), or_any(pattern()), maybe(or_any(small())), maybe(chance(4)) end,
  ["string.match"] = function() return or_any(subject()), or_any(pattern()), maybe(or_any(small())) end,
  ["string.gsub"] = function() return or_any(subject()), or_any(pattern()), replacement(), maybe(or_any(small())) end,
  ["string.gmatch"] = function() return or_any(subject()), or_any(pattern()), maybe(or_any(small())) end,
  ["string.format"] = format_case,
  ["string.pack"] = pack_case,
  ["string.packsize"] = function() return or_any(pack_format()) end,
  ["string.unpack"] = function() return or_any(pack_format()), or_any(text(40, chance(2) and "\0\1\255a" or nil)), maybe(or_any(small())) end,
  ["utf8.char"] = function() return unpack(list(random(0, 4), function() return or_any(chance(3) and integer() or pick(codes)) end)) end,
  ["utf8.len"] = function() return or_any(utf()), maybe(or_any(small())), maybe(or_any(small())), maybe(chance(2)) end,
  ["utf8.codepoint"] = function() return or_any(utf()), maybe(or_any(small())), maybe(or_any(small())), maybe(chance(2)) end,
  ["utf8.offset"] = function() return or_any(utf()), or_any(small()), maybe(or_any(small())) end,
  ["utf8.codes"] = function() return or_any(utf()), maybe(chance(2)) end,
  ["table.concat"] = function()
    local t = list(random(0, 6), function() return pick{"a", 1, 2.5, "bc", ""} end)
    if chance(20) then t[random(6)] = {} end
    if chance(8) then t = proxy(t) end
    return or_any(t), maybe(or_any(word(3))), maybe(or_any(chance(20) and integer() or small())), maybe(or_any(random(-3, 8)))
  end,
  ["table.insert"] = function()
    local t = items()
    if chance(8) then t = proxy(t) end
    if chance(3) then return or_any(t), integer() end
    if chance(30) then return or_any(t) end
    if chance(30) then return t, 1, 2, 3 end
    return or_any(t), or_any(random(-1, 10)), integer()
  end,
  ["table.remove"] = function()
    local t = items()
    if chance(8) then t = proxy(t) end
    return or_any(t), maybe(or_any(random(-1, 10)))
  end,
  ["table.move"] = function()
    local t = items()
    if chance(8) then t = proxy(t) end
    if chance(40) then return t, pick{math.mininteger, math.mininteger + 3, -5}, math.maxinteger - random(0, 3), pick(integers) end
    if chance(40) then return t, 1, math.maxinteger, 2 end
    return or_any(t), or_any(random(-3, 9)), or_any(random(-3, 9)), or_any(random(-3, 9)), maybe(or_any(items()))
  end,
  ["table.pack"] = function() return unpack(list(random(0, 6), function() return any() end), 1, random(0, 6)) end,
  ["table.unpack"] = function()
    if chance(100) then return {}, 1, 1 << random(30, 60) end
    return or_any(chance(8) and proxy(items()) or items()), maybe(or_any(small())), maybe(or_any(small()))
  end,
  ["table.sort"] = function()
    local t = list(random(0, chance(20) and 300 or 20), function() return random(1000000) end)
    if chance(3) then t = list(#t, function() return text(4) end) end
    if chance(40) then t[#t + 1] = {} end
    if chance(8) then t = proxy(t) end
    local less
    if chance(2) then less = function(a, b) return a > b end end
    if chance(40) then less = any() end
    return or_any(t), less
  end,
  tostring = function() return pick{integer(), number(), word(), true, false, stock.setmetatable({}, {__tostring = function() return pick{"x", 1} end})} end,
  tonumber = function()
    if chance(2) then
      return or_any(text(6, "0189azAZ-+ \t")), or_any(random(0, 38))
    end
    return or_any(pick{text(8, "0123456789.eEpPxXabf-+ n\n"), integer(), number(), stock.string.format("%a", number()), " 0x1p-4 ", "1e", "0x", "inf", "nan", "1_0", ""})
  end,
  select = function() return or_any(chance(5) and "#" or random(-4, 5)), unpack(list(random(0, 4), function(i) return i end)) end,
  rawequal = function() return pick{any(), shared}, pick{any(), shared} end,
  rawlen = function() return chance(9) and any() or pick{word(), items()} end,
  rawget = function() return or_any(items()), random(10) end,
  type = function() return any() end,
  ipairs = function() return or_any(chance(8) and proxy(items()) or items()) end,
  next = function() local t = items() return or_any(t), maybe(or_any(random(10))) end,
  pcall = function() return pick{stock.error, stock.tostring, stock.select}, any(), any() end,
  assert = function() return any(), any(), any() end,
  error = function() return pick{"text", 5, true, shared}, maybe(random(0, 2)) end,
  ["arithmetic"] = function()
    return pick{"+", "-", "*", "/", "%", "^", "//"}, or_any(pick{"10", "3.5", "0x10", "abc", " 7 ", ""}), or_any(pick{"2", 3, 0.5, "x"})
  end,
  ["coroutine.wrap"] = function() return random(10), random(0, 3), maybe(random(5)) end,
}

-- Functions that aren't compared by one call.
local drivers = {
  ["string.gmatch"] = function(library, ...)
    local all = {}
    for a, b, c in library.string.gmatch(...) do
      all[#all + 1] = stock.tostring(a) .. "," .. stock.tostring(b) .. "," .. stock.tostring(c)
    end
    return concat(all, ";")
  end,
  -- Where a sequence is invalid, ours raises an error, as the manual says; Lua 5.4.4's own misses stray continuation bytes.
  ["utf8.codes"] = function(library, s, lax)
    if type(s) == "string" and not stock.utf8.len(s, 1, -1, lax) then return not pcall(stock.next, {}) end
    local all = {}
    for p, c in library.utf8.codes(s, lax) do all[#all + 1] = p .. "," .. c end
    return concat(all, ";")
  end,
  ipairs = function(library, ...)
    local all = {}
    for i, v in library.ipairs(...) do all[#all + 1] = i .. "," .. stock.tostring(v) end
    return concat(all, ";")
  end,
  arithmetic = function(library, operator, a, b)
    return stock.load("local a, b = ... return a " .. operator .. " b", "=a", "t")(a, b)
  end,
  ["coroutine.wrap"] = function(library, n, yields, fails)
    local co, log = library.coroutine, {}
    local inner = co.create(function(a)
      for i = 1, yields do a = co.yield(a + i, co.isyieldable(), co.status(co.running())) end
      if fails == 1 then stock.error("failed") elseif fails == 2 then stock.error({}) end
      return a, n
    end)
    for i = 1, yields + 3 do
      local r = pack(co.resume(inner, n))
      for k = 1, r.n do log[#log + 1] = stock.type(r[k]) == "table" and "table" or stock.tostring(r[k]) end
      log[#log + 1] = co.status(inner)
    end
    local w = co.wrap(function() local x <close> = stock.setmetatable({}, {__close = function() log[#log + 1] = "closed" end}) co.yield(1) stock.error("w") end)
    log[#log + 1] = w()
    local ok, message = pcall(w)
    log[#log + 1] = stock.tostring(message)
    local c = co.create(function() local x <close> = stock.setmetatable({}, {__close = function() if fails == 3 then stock.error("c") end end}) co.yield() end)
    if chance(2) then co.resume(c) end
    log[#log + 1] = stock.tostring(co.close(c)) .. co.status(c)
    return concat(log, "|")
  end,
}

local function lookup(library, name)
  if drivers[name] then return function(...) return drivers[name](library, ...) end end
  local value = library
  for part in stock.string.gmatch(name, "%w+") do value = value[part] end
  return value
end

local function show(value)
  if type(value) == "string" then return stock.string.format("%q", value) end
  if type(value) == "number" then return stock.math.type(value) .. " " .. stock.string.format(stock.math.type(value) == "float" and "%a" or "%d", value) end
  if type(value) == "table" and value ~= shared then
    local parts = {}
    for k, v in stock.pairs(value) do
      parts[#parts + 1] = stock.tostring(k) .. "=" .. (type(v) == "table" and "table" or stock.tostring(v))
    end
    stock.table.sort(parts)
    return "{" .. concat(parts, ",") .. "}"
  end
  if type(value) == "table" or type(value) == "function" then return type(value) end
  return stock.tostring(value)
end

local function describe(...)
  local parts = {}
  for i = 1, stock.select("#", ...) do parts[i] = show((stock.select(i, ...))) end
  return concat(parts, " ")
end

local function normal(text)
  text = stock.string.gsub(text, "to '[^']*'", "to '?'")
  return (stock.string.gsub(text, "0x%x%x%x%x%x%x+", "0x"))
end

local names = {}
for name in stock.pairs(generators) do names[#names + 1] = name end
stock.table.sort(names)
for _, name in stock.ipairs(names) do
  if not only or only == name then
  local make, mine, theirs = generators[name], lookup(ours, name), lookup(stock, name)
  for case = 1, cases do
    local start = seed + case * 7919
    local texts = {}
    for i, f in stock.ipairs{mine, theirs} do
      stock.math.randomseed(start)
      local arguments = pack(make())
      stock.math.randomseed(start)
      local results = pack(pcall(f, unpack(arguments, 1, arguments.n)))
      local after = {}
      for k = 1, arguments.n do after[k] = show(arguments[k]) end
      texts[i] = normal(describe(unpack(results, 1, results.n))) .. " / " .. normal(concat(after, " "))
    end
    if texts[1] ~= texts[2] then
      stock.math.randomseed(start)
      report(name, stock.string.format("seed %d case %d\n  call   %s\n  ours   %s\n  stock  %s", seed, case, describe(make()), texts[1], texts[2]))
      if not only then break end
    end
  end
  counted(name, cases)
  end
end
