--- lpeg-exponential: cpu-or-memory
local l = require "lpeg"
local p = l.P{"S", S = l.P"a" * l.V"S" * "x" + l.P"a" * l.V"S" * "y" + "a"}
print(l.match(p, ("a"):rep(5000)))
--- lpeg-left-recursion: error
local l = require "lpeg"
print(l.match(l.P{"S", S = l.V"S" * "a" + "a"}, ("a"):rep(100)))
--- lpeg-deep-recursion: error-or-cpu-or-memory
local l = require "lpeg"
print(l.match(l.P{"S", S = "(" * l.V"S" * ")" + ""}, ("("):rep(1000000)))
--- lpeg-deep-pattern: error-or-cpu-or-memory-or-ok
local l = require "lpeg"
local p = l.P"a" for i = 1, 200000 do p = p * "a" end print(l.match(p, ("a"):rep(200001)))
--- lpeg-double-match: cpu-or-memory
local l = require "lpeg"
local p = l.P"" for i = 1, 40 do p = p * p end print(l.match(p, "a"))
--- lpeg-captures-grow: cpu-or-memory
local l = require "lpeg"
local p = l.Cs((l.P(1) / (("x"):rep(1 << 16))) ^ 0) print(#l.match(p, ("a"):rep(1 << 20)))
--- lpeg-captures-results: error-or-cpu-or-memory
local l = require "lpeg"
print(select("#", l.match(l.C(1) ^ 0, ("a"):rep(3 << 20))))
--- lpeg-fold: cpu-or-memory
local l = require "lpeg"
print(#l.match(l.Cf(l.C(1) ^ 1, function(a, b) return a .. a .. b end), ("a"):rep(100)))
--- lpeg-cmt-endless: cpu
local l = require "lpeg"
l.match(l.Cmt("", function(s, i) while true do end end), "a")
--- lpeg-cmt-recursive: error-or-cpu-or-memory
local l = require "lpeg"
local p p = l.Cmt("", function(s, i) l.match(p, s) return i end) l.match(p, "a")
--- lpeg-cmt-position: ok
local l = require "lpeg"
for _, n in ipairs{math.maxinteger, math.mininteger, -1, 0, 1e300, 0/0} do print(pcall(l.match, l.Cmt(1, function(s, i) return n end) ^ 0, "aaaa")) end
--- lpeg-cmt-behind: error
local l = require "lpeg"
l.match((l.Cmt("a", function(s, i) return 1 end)) ^ 0, "aaaa")
--- lpeg-empty-loop: error
local l = require "lpeg"
l.match((l.P"") ^ 0, "a")
--- lpeg-empty-loop-hidden: error
local l = require "lpeg"
l.match(l.P{"S", S = l.V"T" ^ 0, T = l.P"a" ^ -1}, "b")
--- lpeg-repeat-huge: ok
local l = require "lpeg"
print(pcall(l.match, l.P"a" ^ (1 << 40), "a")) print(pcall(l.match, l.P"a" ^ -(1 << 40), "a")) print(pcall(function() return l.P"a" ^ math.mininteger end))
--- lpeg-maxstack: error-or-cpu-or-memory-or-ok
local l = require "lpeg"
pcall(l.setmaxstack, 1 << 40) print(l.match(l.P{"S", S = l.C("(" * l.V"S" * ")" + "")}, ("("):rep(200000) .. (")"):rep(200000)))
--- lpeg-set-huge: cpu-or-memory
local l = require "lpeg"
local s = ("x"):rep(20 << 20) while true do l.S(s) l.P(s) end
--- lpeg-choice-many: cpu-or-memory
local l = require "lpeg"
local p = l.P(false) for i = 1, 20000 do p = p + tostring(i) end while true do l.match((p + 1) ^ 0, ("z"):rep(100000)) end
--- re-backtrack: cpu-or-memory
local re = require "re"
print(re.match(("a"):rep(40), "S <- 'a' S 'x' / 'a' S 'y' / 'a'"))
--- re-deep: error-or-cpu-or-memory-or-ok
local re = require "re"
print(re.compile(("("):rep(200000) .. "'a'" .. (")"):rep(200000)))
--- re-huge: cpu-or-memory-or-error
local re = require "re" while true do re.compile(("'a' / "):rep(100000) .. "'b'") end
--- re-gsub: cpu-or-memory
local re = require "re" local s = "a" while true do s = re.gsub(s, "'a'", "aa") end
--- zip-bomb: cpu-or-memory
local z = pandoc.zip
local a = z.Archive{z.Entry("a", ("\0"):rep(30 << 20))} local b = a:bytestring() print(#b)
local t = {} while true do local c = z.Archive(b) for i, e in ipairs(c.entries) do t[#t + 1] = e:contents() end end
--- zip-nested: cpu-or-memory-or-error
local z = pandoc.zip local b = ("\0"):rep(1 << 20)
while true do b = z.Archive{z.Entry("a", b .. b)}:bytestring() b = b:rep(4) end
--- zip-lying: ok
local z = pandoc.zip
local b = z.Archive{z.Entry("a", ("x"):rep(1000))}:bytestring()
for i = 1, #b do for _, c in ipairs{"\0", "\xff", "\x7f"} do
  local ok, a = pcall(z.Archive, b:sub(1, i - 1) .. c .. b:sub(i + 1))
  if ok then for _, e in ipairs(a.entries) do pcall(e.contents, e) end end end end
for i = 1, #b do pcall(z.Archive, b:sub(1, i)) pcall(z.Archive, b:sub(i)) end
--- zip-sizes: ok
local z = pandoc.zip
local b = z.Archive{z.Entry("a", ("x"):rep(1000))}:bytestring()
for at = 1, #b - 3 do for _, n in ipairs{0xffffffff, 0x7fffffff, 0x40000000} do
  local ok, a = pcall(z.Archive, b:sub(1, at - 1) .. string.pack("<I4", n) .. b:sub(at + 4))
  if ok then for _, e in ipairs(a.entries) do pcall(e.contents, e) end end end end
--- zip-entries-lying: error-or-cpu-or-memory-or-ok
local z = pandoc.zip
local a = z.Archive{} pcall(function() a.entries = setmetatable({}, {__len = function() return 1 << 60 end, __index = function() return z.Entry("a", "b") end}) end)
print(pcall(a.bytestring, a))
--- zip-extremes: ok
local z = pandoc.zip for _, n in ipairs{math.maxinteger, math.mininteger, 1 << 32, 0, -1, 1e300, 0/0, 2^62} do
  for _, p in ipairs{"a", "", "../a", "/a", ("a"):rep(70000), "\0", "\xff"} do pcall(function() local e = z.Entry(p, "x", n) pcall(e.contents, e, "pw") pcall(function() e.modtime = n end) local a = z.Archive{e, e} local b = a:bytestring() local c = z.Archive(b) for _, f in ipairs(c.entries) do f:contents() f:symlink() end pcall(a.extract, a) end) end end
--- image-size: ok
local f = pandoc.image.size
local png = "\x89PNG\r\n\x1a\n" .. string.pack(">I4", 13) .. "IHDR" .. string.pack(">I4I4", 1, 1) .. "\8\6\0\0\0"
local gif = "GIF89a" .. ("\xff"):rep(20)
local jpg = "\xff\xd8" .. ("\xff\xe1\0\2"):rep(100000)
local tif = "II*\0\8\0\0\0\xff\xff" .. ("\xff"):rep(1000)
local riff = "RIFF\xff\xff\xff\xffWEBPVP8X" .. ("\xff"):rep(100)
for _, s in ipairs{png, gif, jpg, tif, riff} do
  pcall(f, s) for i = 1, math.min(#s, 300) do pcall(f, s:sub(1, i)) pcall(f, s:sub(1, i) .. ("\xff"):rep(100)) end end
--- image-svg: error-or-cpu-or-memory-or-ok
local f = pandoc.image.size
for _, s in ipairs{"<svg " .. ("a='"):rep(1000000), "<svg width='" .. ("9"):rep(1000000) .. "' height='1e999'>", "<svg width='nan' height='inf'/>", ("<!--"):rep(1000000) .. "<svg", "<svg width='1e300in' height='-1'/>"} do
  print(pcall(f, s)) end
--- image-extremes: ok
local f = pandoc.image.size
for _, n in ipairs{0, 1, 0x7fffffff, 0x80000000, 0xffffffff} do for _, o in ipairs{{}, {dpi = 0}, {dpi = -1}, {dpi = math.maxinteger}, {dpi = 1e300}} do
  pcall(f, "\x89PNG\r\n\x1a\n" .. string.pack(">I4", 13) .. "IHDR" .. string.pack(">I4I4", n, n) .. "\8\6\0\0\0" .. "\0\0\0\0" .. string.pack(">I4", 9) .. "pHYs" .. string.pack(">I4I4", n, n) .. "\1\0\0\0\0", o)
  pcall(f, "GIF89a" .. string.pack("<I2I2", n & 0xffff, n & 0xffff) .. ("\0"):rep(20), o)
  pcall(f, "\xff\xd8\xff\xe0\0\16JFIF\0\1\1\1" .. string.pack(">I2I2", n & 0xffff, n & 0xffff) .. "\0\0\xff\xc0\0\17\8" .. string.pack(">I2I2", n & 0xffff, n & 0xffff) .. ("\0"):rep(20), o)
  pcall(f, "II*\0" .. string.pack("<I4", n) .. ("\0"):rep(100), o) pcall(f, "MM\0*" .. string.pack(">I4", 8) .. string.pack(">I2", 0xffff) .. string.pack(">I2I2I4I4", 256, 4, n, n):rep(20), o)
  pcall(f, "RIFF" .. string.pack("<I4", n) .. "WEBPVP8 " .. string.pack("<I4", n) .. ("\xff"):rep(20), o) pcall(f, "RIFF" .. string.pack("<I4", n) .. "WEBPVP8L" .. string.pack("<I4", n) .. "\x2f" .. ("\xff"):rep(20), o)
  pcall(f, "%!PS-Adobe EPSF\n%%BoundingBox: " .. n .. " -" .. n .. " 1e300 nan\n", o) pcall(f, "<svg width='" .. n .. "pt' height='1e300cm' viewBox='0 0 1e999 -" .. n .. "'/>", o) pcall(f, "\1\0\0\0" .. ("\xff"):rep(100), o)
end end
--- template-nested-pipes: error-or-cpu-or-memory-or-ok
print(pcall(pandoc.template.compile, "$a" .. ("/uppercase"):rep(300000) .. "$"))
print(#pandoc.layout.render(pandoc.template.apply(pandoc.template.compile('$a/left 1000000000 "" ""$'), {a = "x"})))
--- template-pipe-pairs: error-or-cpu-or-memory-or-ok
local t = pandoc.template.compile("$for(a/pairs)$$for(it.value/pairs)$$it.key$$endfor$$endfor$") local a = {} for i = 1, 3000 do a["k" .. i] = a end
print(pcall(pandoc.template.apply, t, {a = a}))
--- scaffolding: error-or-cpu-or-memory
local W = pandoc.scaffolding.Writer W.Block.Para = function(p) return W.Block(p) end W.Inline.Str = function(s) return "" end
print(W(pandoc.Pandoc{pandoc.Para"x"}, {}))
--- writer-options: ok
local d = pandoc.Pandoc{pandoc.Para"some words in a row", pandoc.CodeBlock("x"), pandoc.Header(1, "a")}
for _, n in ipairs{0, -1, 1, math.maxinteger, math.mininteger, 1 << 31, 1e300, 0/0} do for _, k in ipairs{"columns", "tab_stop", "dpi", "slide_level", "toc_depth", "split_level", "epub_chapter_level"} do for _, f in ipairs{"plain", "markdown", "html", "commonmark"} do
  pcall(pandoc.write, d, f, {[k] = n}) pcall(pandoc.write, d, f, pandoc.WriterOptions and select(2, pcall(pandoc.WriterOptions, {[k] = n}))) end end end
--- read-json-numbers: ok
local head = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":['
local function try(block) local ok, d = pcall(pandoc.read, head .. block .. "]}", "json")
  if ok then for _, f in ipairs{"html", "plain", "commonmark", "json", "native"} do pcall(pandoc.write, d, f) end pcall(pandoc.utils.make_sections, true, nil, d.blocks) pcall(tostring, d) pcall(d.clone, d) end end
for _, n in ipairs{"1e300", "-1e300", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "1e999", "1.5", "-1", "0", "4294967296", "null", '"1"', ("9"):rep(1000)} do
  try('{"t":"Header","c":[' .. n .. ',["",[],[]],[]]}')
  try('{"t":"OrderedList","c":[[' .. n .. ',{"t":"LowerRoman"},{"t":"Period"}],[[{"t":"Plain","c":[]}],[]]]}')
  try('{"t":"OrderedList","c":[[' .. n .. ',{"t":"UpperAlpha"},{"t":"OneParen"}],[[{"t":"Plain","c":[]}],[]]]}')
  try('{"t":"Para","c":[{"t":"Cite","c":[[{"citationId":"a","citationPrefix":[],"citationSuffix":[],"citationMode":{"t":"NormalCitation"},"citationNoteNum":' .. n .. ',"citationHash":' .. n .. '}],[]]}]}')
  try('{"t":"Table","c":[["",[],[]],[null,[]],[[{"t":"AlignDefault"},{"t":"ColWidth","c":' .. n .. '}],[{"t":"AlignDefault"},{"t":"ColWidthDefault"}]],[["",[],[]],[]],[[["",[],[]],' .. n .. ',[],[[["",[],[]],[[["",[],[]],{"t":"AlignDefault"},' .. n .. ',' .. n .. ',[{"t":"Plain","c":[{"t":"Str","c":"x"}]}]]]]]]],[["",[],[]],[]]]}')
end
--- numbers-everywhere: cpu-or-ok
local numbers = {math.maxinteger, math.mininteger, math.maxinteger - 1, 1 << 32, 1 << 31, -1 << 31, 2^63, -2^63, 1e300, -1e300, 1/0, -1/0, 0/0, 0.5, -1, 0}
local formats = {"html", "plain", "commonmark", "json", "native", "csv"}
local function write(make) local ok, b = pcall(make) if ok then for _, f in ipairs(formats) do pcall(pandoc.write, pandoc.Pandoc{b}, f) end pcall(tostring, b) pcall(function() return b:clone() == b end) end end
for _, n in ipairs(numbers) do for _, m in ipairs(numbers) do
  write(function() return pandoc.Header(n, "x") end)
  write(function() return pandoc.OrderedList({{pandoc.Plain"a"}, {}, {pandoc.Plain"b"}}, {n, "LowerAlpha"}) end)
  write(function() return pandoc.OrderedList({{pandoc.Plain"a"}, {}, {pandoc.Plain"b"}}, {n, "UpperRoman"}) end)
  write(function() local t = pandoc.Table({}, {{"AlignLeft", n}, {"AlignRight", m}}, pandoc.TableHead{pandoc.Row{pandoc.Cell({pandoc.Plain"x"}, "AlignLeft", n, m)}}, {{attr = {}, body = {pandoc.Row{pandoc.Cell({pandoc.Plain"x"}, "AlignLeft", m, n)}}, head = {}, row_head_columns = n}}, pandoc.TableFoot{}) return t end)
  write(function() return pandoc.utils.from_simple_table(pandoc.SimpleTable({}, {"AlignLeft"}, {n}, {{pandoc.Plain"h"}}, {{{pandoc.Plain"x"}}})) end)
  pcall(pandoc.Citation, "a", "NormalCitation", {}, {}, n, m)
  pcall(pandoc.text.sub, "æøå", n, m) pcall(string.sub, "abc", n, m) pcall(utf8.offset, "æøå", n, m) pcall(utf8.codepoint, "æøå", n, m) pcall(utf8.len, "æøå", n, m) pcall(table.unpack, {}, n, m) pcall(table.concat, {}, "", n, m) pcall(string.byte, "abc", n, m) pcall(string.find, "abc", "b", n) pcall(string.unpack, "i4", "abcdefgh", n) pcall(select, n, 1, 2) pcall(table.move, {}, n, m, n) pcall(math.random, n, m)
end end
--- structure-extremes: ok
local d = pandoc.Pandoc{pandoc.Header(1, "a"), pandoc.Header(2, "b"), pandoc.Para"c", pandoc.Header(1, "a")}
for _, n in ipairs{math.maxinteger, math.mininteger, 1 << 31, 0, -1, 1e300, 0/0} do for _, k in ipairs{"chunk_level", "slide_level", "base_level", "toc_depth", "number_sections", "path_template", "base_heading_level"} do
  local o = {[k] = n} pcall(pandoc.structure.split_into_chunks, d, o) pcall(pandoc.structure.make_sections, d.blocks, o) pcall(pandoc.structure.table_of_contents, d, o) pcall(pandoc.structure.slide_level, d.blocks) pcall(pandoc.utils.make_sections, true, n, d.blocks) end end
--- date-extremes: ok
for _, n in ipairs{math.maxinteger, math.mininteger, 1 << 60, -1 << 60, 1 << 40, 2^53, 1e300, 0/0, -1} do pcall(os.date, "%c %x %X %p %j %U %V %G", n) pcall(os.date, "*t", n) pcall(os.date, "!%Y-%m-%d", n) pcall(os.difftime, n, -n)
  for _, k in ipairs{"year", "month", "day", "hour", "min", "sec", "isdst"} do local t = {year = 2000, month = 1, day = 1} t[k] = n pcall(os.time, t) t.day = n pcall(os.time, t) end end
for _, s in ipairs{"9999999999-1-1", "-1", "0000-00-00", "31 Foo 99999999999999999999", "February 30, 2001", "1/1/" .. ("9"):rep(1000)} do pcall(pandoc.utils.normalize_date, s) end
--- strings-extremes: ok
local bad = {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "a\0b", "\u{feff}", "\u{202e}", ("\u{301}"):rep(1000), "\r", "\r\n", "\u{2028}"}
for _, s in ipairs(bad) do for _, make in ipairs{pandoc.Str, pandoc.Code, function(x) return pandoc.Math("InlineMath", x) end, function(x) return pandoc.RawInline("html", x) end, function(x) return pandoc.Link("a", x, x) end, function(x) return pandoc.Span("a", {x, {x}, {[x] = x}}) end} do
  local ok, e = pcall(make, s) if ok then for _, f in ipairs{"html", "plain", "commonmark", "json", "native"} do local ok, t = pcall(pandoc.write, pandoc.Pandoc{pandoc.Para{e}}, f) if ok and f == "json" then pcall(pandoc.read, t, f) end end pcall(tostring, e) pcall(pandoc.utils.stringify, e) end end
  for _, f in ipairs{"commonmark", "json", "csv", "native", "html"} do pcall(pandoc.read, s, f) pcall(pandoc.read, "a" .. s .. "b\n\n" .. s, f) end
  for _, f in sorted(pandoc.text) do if type(f) == "function" then pcall(f, s) pcall(f, s, 1, 2) end end
  for _, f in sorted(pandoc.path) do if type(f) == "function" then pcall(f, s) pcall(f, s, s) pcall(f, {s}) end end
  pcall(load, s) pcall(require, s) pcall(print, s) pcall(error, s) end
--- csv-read: error-or-cpu-or-memory-or-ok
for _, s in ipairs{('"'):rep(1000001), ('"a"\n'):rep(100000), (","):rep(200000), ("a,"):rep(300) .. "\n" .. ("\n"):rep(100000), '"' .. ('""'):rep(1000000)} do for _, f in ipairs{"csv", "tsv"} do pcall(pandoc.read, s, f) end end
--- native-read: error-or-cpu-or-memory-or-ok
pcall(pandoc.read, ("[Para "):rep(100000), "native") pcall(pandoc.read, "[" .. ('Div ("",[],[]) ['):rep(100000), "native") pcall(pandoc.read, '[Para [Str "' .. ("\\"):rep(1000001) .. '"]]', "native")
--- sources-many: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 200000 do t[i] = {name = "a", text = "b"} end print(#pandoc.read(t, "commonmark").blocks)
--- mediabag-iterate: error-or-cpu-or-memory-or-ok
local m = pandoc.mediabag for i = 1, 100000 do m.insert("f" .. i, "a/b", "x") end
for n in m.items() do m.delete(n) m.insert(n .. "x", "a/b", "x") end
--- mediabag-paths: ok
local m = pandoc.mediabag for _, p in ipairs{"../../etc/passwd", "/etc/passwd", "\0", "", ("a"):rep(100000), "a/../../b"} do pcall(m.insert, p, "text/plain", "x") pcall(m.lookup, p) pcall(m.fetch, p) pcall(m.make_data_uri, p, p) pcall(m.delete, p) pcall(m.write, p) pcall(m.write, "/tmp/arena-escaped", p) end assert(not pcall(pandoc.system.read_file or error, "/tmp/arena-escaped"))
--- metatable-of-results: ok
for _, v in ipairs{pandoc.mediabag.list and pandoc.mediabag.list() or {}, pandoc.system.times and {} or {}, pandoc.read("a", "commonmark").blocks, pandoc.utils.make_sections(false, nil, {})} do local mt = getmetatable(v) if type(mt) == "table" then pcall(function() mt.__index = function() return 1 end mt.__len = function() return 1 << 40 end mt.__newindex = error mt.__gc = error mt.__close = error end) end end
for i = 1, 10 do pcall(pandoc.read, "# a\n\n* b", "commonmark") pcall(pandoc.write, pandoc.Pandoc{pandoc.Para"x"}, "html") pcall(function() return pandoc.Para"x":walk{Str = function() end} end) end
--- walk-yield: error
local co = coroutine.wrap(function() pandoc.Para"x":walk{Str = function(s) coroutine.yield(s) end} end) print(co()) co()
--- walk-coroutine-endless: cpu
pandoc.Para"x":walk{Str = function(s) coroutine.wrap(function() while true do end end)() end}
--- walk-modifies-itself: ok
local b = pandoc.Blocks{pandoc.Para"x y", pandoc.Para"z"} b:walk{Para = function(p) b[#b + 1] = p b[1] = nil return {} end} print(#b)
--- version-long: error-or-cpu-or-memory-or-ok
local T = pandoc.types.Version print(pcall(T, ("1."):rep(1000000) .. "1")) local t = {} for i = 1, 1000000 do t[i] = i end print(pcall(T, t)) print(pcall(T, 0/0)) print(pcall(T, ("9"):rep(10000)))
--- attribute-many: error-or-cpu-or-memory-or-ok
local a = {} for i = 1, 1e9 do a[i] = {"k" .. i % 7, "v"} if i % 20000 == 0 then pandoc.Span("x", {"i", {}, a}) end end
--- attribute-grow: cpu-or-memory
local s = pandoc.Span"x" for i = 1, 1e9 do s.attributes["k" .. i] = ("v"):rep(1000) end
--- huge-field: error-or-cpu-or-memory
pandoc.Str"x"[("k"):rep(20 << 20)] = 1
--- huge-argument: error-or-cpu-or-memory
pandoc.Math(("k"):rep(20 << 20), "x")
--- huge-format: error-or-cpu-or-memory
pandoc.read("x", ("k"):rep(20 << 20))
--- huge-require: error-or-cpu-or-memory
require(("k"):rep(20 << 20))
