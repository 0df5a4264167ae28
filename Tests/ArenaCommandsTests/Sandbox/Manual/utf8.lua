-- Lua 5.4 manual, section 6.5: UTF-8.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end

assert(utf8.char() == "" and utf8.char(97, 0xE5, 0x20AC, 0x1F600) == "aå€😀" and utf8.char(0x7FFFFFFF) == "\u{7FFFFFFF}")
fails("value out of range", utf8.char, -1)
fails("value out of range", utf8.char, 1 << 31)
local marks = {}
for mark in ("aå€"):gmatch(utf8.charpattern) do marks[#marks + 1] = mark end
assert(#marks == 3 and marks[2] == "å")

assert(utf8.len("aå€😀") == 4 and utf8.len("") == 0 and utf8.len("å", 3) == 0 and utf8.len("aå", -2) == 1)
local length, place = utf8.len("ab\xff")
assert(length == nil and place == 3)
assert(utf8.len("\u{D800}", 1, -1, true) == 1 and utf8.len("\u{D800}") == nil and utf8.len("\u{7FFFFFFF}") == nil)
fails("initial position out of bounds", utf8.len, "abc", 5)

assert(utf8.codepoint("aå") == 97 and select("#", utf8.codepoint("aå€", 1, -1)) == 3 and utf8.codepoint("€") == 0x20AC)
fails("invalid UTF-8 code", utf8.codepoint, "\xff")
fails("out of bounds", utf8.codepoint, "abc", 4)
assert(select("#", utf8.codepoint("abc", 3, 2)) == 0)

-- offset: where the n-th character begins, counted from i; nil where there is none
assert(utf8.offset("aå€", 1) == 1 and utf8.offset("aå€", 2) == 2 and utf8.offset("aå€", 3) == 4 and utf8.offset("aå€", 4) == 7)
assert(utf8.offset("aå€", 5) == nil and utf8.offset("aå€", -1) == 4 and utf8.offset("aå€", -3) == 1 and utf8.offset("aå€", -4) == nil)
assert(utf8.offset("aå€", 0, 5) == 4 and utf8.offset("aå€", 0, 3) == 2)
fails("initial position is a continuation byte", utf8.offset, "å", 1, 2)

local seen = {}
for place, code in utf8.codes("aå€") do seen[#seen + 1] = place .. ":" .. code end
assert(table.concat(seen, " ") == "1:97 2:229 4:8364")
fails("invalid UTF-8 code", function() for _ in utf8.codes("a\xff") do end end)
for _, code in utf8.codes("\u{D800}", true) do assert(code == 0xD800) end
fails("invalid UTF-8 code", function() for _ in utf8.codes("\u{D800}") do end end)
for _, overlong in ipairs {"\xC0\x80", "\xE0\x80\x80", "\xF0\x80\x80\x80", "\xC3", "\xE2\x82"} do assert(utf8.len(overlong) == nil) end
print "ok"
