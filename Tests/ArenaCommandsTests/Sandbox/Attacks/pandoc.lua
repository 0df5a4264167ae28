--- nest-inlines: cpu-or-memory-or-error
local b = pandoc.Str"x" while true do b = pandoc.Emph{b} end
--- nest-blocks: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.Div{b} end
--- nest-quote: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.BlockQuote{b} end
--- nest-lists: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.BulletList{{b}} end
--- nest-ordered: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.OrderedList({{b}}) end
--- nest-definition: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.DefinitionList{{"a", {{b}}}} end
--- nest-notes: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.Para{pandoc.Note{b}} end
--- nest-figure: cpu-or-memory-or-error
local b = pandoc.Para"x" while true do b = pandoc.Figure({b}, {long={b}}) end
--- nest-cite: cpu-or-memory-or-error
local b = pandoc.Str"x" while true do b = pandoc.Cite({b}, {pandoc.Citation("a", "NormalCitation", {b}, {b})}) end
--- nest-table: cpu-or-memory-or-error
local b = pandoc.Para"x"
while true do
  b = pandoc.Table({long={b}}, {{"AlignDefault"}}, pandoc.TableHead{}, {{attr={}, body={pandoc.Row{pandoc.Cell{b}}}, head={}, row_head_columns=0}}, pandoc.TableFoot{})
end
--- nest-meta: cpu-or-memory-or-error
local m = {} for i = 1, 100000 do m = {a = m} end
local d = pandoc.Pandoc({}, m)
--- nest-meta-list: cpu-or-memory-or-error
local m = "x" for i = 1, 100000 do m = {m} end
local d = pandoc.Pandoc({}, {a = m})
print(pandoc.write(d, "json"))
--- nest-metalist-constructor: cpu-or-memory-or-error
local m = pandoc.MetaString"x" while true do m = pandoc.MetaList{m} end
--- nest-metamap-constructor: cpu-or-memory-or-error
local m = pandoc.MetaString"x" while true do m = pandoc.MetaMap{a=m} end
--- nest-by-field: cpu-or-memory-or-error-or-ok
local b = pandoc.Emph{} for i = 1, 200000 do local c = pandoc.Emph{} c.content = {b} b = c end
print(#pandoc.utils.stringify(b))
--- nest-by-insert: cpu-or-memory-or-error-or-ok
local b = pandoc.Div{} for i = 1, 200000 do local c = pandoc.Div{} c.content:insert(b) b = c end
local d = pandoc.Pandoc{b}
print(#pandoc.write(d, "json"))
--- cyclic-content: error-or-cpu-or-memory
local b = pandoc.Emph{} b.content:insert(b)
print(pandoc.utils.stringify(b))
--- cyclic-list: error-or-cpu-or-memory
local l = pandoc.Inlines{} l:insert(pandoc.Emph(l)) l[1].content = l
print(pandoc.utils.stringify(l))
--- cyclic-write: error-or-cpu-or-memory
local b = pandoc.Div{} b.content:insert(b)
print(pandoc.write(pandoc.Pandoc{b}, "html"))
--- cyclic-equal: error-or-cpu-or-memory-or-ok
local a, b = pandoc.Div{}, pandoc.Div{} a.content:insert(a) b.content:insert(b)
print(a == b)
--- cyclic-clone: error-or-cpu-or-memory-or-ok
local a = pandoc.Div{} a.content:insert(a)
local c = a:clone() print(c == a)
--- cyclic-walk: error-or-cpu-or-memory
local a = pandoc.Div{} a.content:insert(a)
a:walk{Str = function() end}
--- cyclic-tostring: error-or-cpu-or-memory
local a = pandoc.Div{} a.content:insert(a)
print(tostring(a))
--- cyclic-json: error-or-cpu-or-memory
local t = {} t.t = t print(pandoc.json.encode(t))
--- cyclic-json-list: error-or-cpu-or-memory
local t = {} t[1] = t print(pandoc.json.encode(t))
--- deep-json-encode: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 200000 do t = {t} end print(#pandoc.json.encode(t))
--- deep-json-decode: error-or-cpu-or-memory-or-ok
print(pandoc.json.decode(("["):rep(2000000)))
--- deep-json-decode-balanced: error-or-cpu-or-memory-or-ok
local t = pandoc.json.decode(("["):rep(500000)..("]"):rep(500000)) print(t)
--- deep-json-decode-objects: error-or-cpu-or-memory-or-ok
print(pandoc.json.decode(('{"a":'):rep(500000).."1"..("}"):rep(500000)))
--- huge-json-decode: error-or-cpu-or-memory
while true do pandoc.json.decode("["..("0,"):rep(1000000).."0]") end
--- huge-json-decode-string: error-or-cpu-or-memory
while true do pandoc.json.decode('"'..("\\u00e6"):rep(3000000)..'"') end
--- json-encode-tojson: error-or-cpu-or-memory
local t = setmetatable({}, {}) getmetatable(t).__tojson = function() return pandoc.json.encode(t) end
print(pandoc.json.encode(t))
--- json-encode-endless-index: error-or-cpu-or-memory-or-ok
print(pandoc.json.encode(setmetatable({}, {__index=function(_, k) return k end, __len=function() return 1<<62 end})))
--- json-encode-pairs: error-or-cpu-or-memory-or-ok
print(pandoc.json.encode(setmetatable({}, {__pairs=function() return function(_, k) return (k or 0) + 1, 1 end, nil, nil end})))
--- json-encode-huge: error-or-cpu-or-memory
local s = ("\0"):rep(30 << 20) while true do pandoc.json.encode(s) end
--- json-number: error-or-cpu-or-memory-or-ok
print(pandoc.json.decode("1"..("0"):rep(5000000)))
--- deep-stringify: error-or-cpu-or-memory-or-ok
local b = pandoc.Str"x" for i = 1, 20000 do b = pandoc.Emph{b} end
print(pandoc.utils.stringify(b))
--- deep-equal: error-or-cpu-or-memory-or-ok
local function make() local b = pandoc.Str"x" for i = 1, 4000 do b = pandoc.Emph{b} end return b end
print(make() == make())
--- deep-walk: error-or-cpu-or-memory-or-ok
local b = pandoc.Para"x" for i = 1, 4000 do b = pandoc.Div{b} end
local n = 0 b:walk{Div = function(d) n = n + 1 return d end} print(n)
--- deep-walk-topdown: error-or-cpu-or-memory-or-ok
local b = pandoc.Para"x" for i = 1, 4000 do b = pandoc.Div{b} end
local n = 0 b:walk{traverse = "topdown", Div = function(d) n = n + 1 return d end} print(n)
--- deep-write: error-or-cpu-or-memory-or-ok
local b = pandoc.Para"x" for i = 1, 4000 do b = pandoc.Div{b} end
for _, f in ipairs{"html", "markdown", "commonmark", "plain", "json", "native"} do print(f, pcall(pandoc.write, pandoc.Pandoc{b}, f)) end
--- walk-endless: error-or-cpu
local function f(s) return pandoc.Para("x y z"):walk{Str = f} end
f()
--- walk-recursive: error-or-cpu-or-memory
local function f(s) return pandoc.Para("x y z"):walk{Str = f}.content end
f()
--- walk-grows: error-or-cpu-or-memory
local b = pandoc.Div{pandoc.Para"x"}
while true do b = b:walk{Para = function(p) return {p, p} end} end
--- walk-topdown-grows: error-or-cpu-or-memory
pandoc.Div{pandoc.Para"x"}:walk{traverse="topdown", Para = function(p) return pandoc.Div{p, p} end}
--- walk-inlines-grow: error-or-cpu-or-memory
local p = pandoc.Para"x"
while true do p = p:walk{Inlines = function(i) return i .. i end} end
--- walk-lying-filter: error-or-cpu-or-memory-or-ok
pandoc.Para("x"):walk(setmetatable({}, {__index = function() return function(x) return x end end}))
--- walk-huge-filter: error-or-cpu-or-memory
local f = setmetatable({}, {__index = function(t, k) return setmetatable({}, {__call = function() while true do end end}) end})
pandoc.Para("x"):walk(f) while true do end
--- read-quotes: error-or-cpu-or-memory-or-ok
print(#pandoc.read((">"):rep(100000) .. "a", "commonmark").blocks)
--- read-brackets: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("["):rep(200000) .. "a", "commonmark").blocks)
--- read-links: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("[a](b"):rep(50000), "commonmark").blocks)
--- read-images: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("![["):rep(50000)..("](b)"):rep(50000), "commonmark").blocks)
--- read-stars: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("*"):rep(100000) .. "a" .. ("*"):rep(100000), "commonmark").blocks)
--- read-stars-spaced: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("*a **b "):rep(50000), "commonmark").blocks)
--- read-emph-nested: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("*a _b "):rep(20000) .. ("_ *"):rep(20000), "commonmark").blocks)
--- read-lists: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("* "):rep(50000) .. "a", "commonmark").blocks)
--- read-list-indent: error-or-cpu-or-memory-or-ok
local t = {} for i = 0, 2000 do t[#t+1] = ("  "):rep(i) .. "* a" end
print(#pandoc.read(table.concat(t, "\n"), "commonmark").blocks)
--- read-backticks: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 3000 do t[#t+1] = ("`"):rep(i) .. "e" end
print(#pandoc.read(table.concat(t), "commonmark").blocks)
--- read-entities: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("&"):rep(1000000), "commonmark").blocks)
--- read-html: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("<!--"):rep(300000), "commonmark").blocks)
--- read-html-q: error-or-cpu-or-memory-or-ok
print(#pandoc.read("a" .. ("<?"):rep(300000), "commonmark").blocks)
--- read-html-decl: error-or-cpu-or-memory-or-ok
print(#pandoc.read("a" .. ("<!A "):rep(300000), "commonmark").blocks)
--- read-refs: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 50000 do t[#t+1] = "[" .. i .. "]: u" .. i end
for i = 1, 50000 do t[#t+1] = "[1]" end
print(#pandoc.read(table.concat(t, "\n\n"), "commonmark").blocks)
--- read-refs-grow: error-or-cpu-or-memory-or-ok
print(#pandoc.read("[a]: " .. ("u"):rep(50000) .. "\n\n" .. ("[a] "):rep(50000), "commonmark").blocks)
--- read-table: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("|a"):rep(20000) .. "\n" .. ("|-"):rep(20000) .. "\n" .. ("x\n"):rep(20000), "gfm").blocks)
--- read-footnotes: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 3000 do t[#t+1] = "[^" .. i .. "]: a [^" .. i - 1 .. "] b [^" .. i + 1 .. "]" end
print(#pandoc.read("x [^1]\n\n" .. table.concat(t, "\n\n"), "commonmark+footnotes").blocks)
--- read-footnote-itself: error-or-cpu-or-memory-or-ok
print(#pandoc.write(pandoc.read("a[^1]\n\n[^1]: b[^1]\n", "commonmark+footnotes"), "json"))
--- read-footnotes-double: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 60 do t[#t+1] = "[^" .. i .. "]: a[^" .. i + 1 .. "] b[^" .. i + 1 .. "]" end
print(#pandoc.read("x[^1]\n\n" .. table.concat(t, "\n\n") .. "\n\n[^61]: end", "commonmark+footnotes").blocks)
--- read-huge: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("a b\n\n"):rep(5000000), "commonmark").blocks)
--- read-words: error-or-cpu-or-memory-or-ok
print(#pandoc.read(("a "):rep(10000000), "commonmark").blocks)
--- read-json-deep: error-or-cpu-or-memory-or-ok
local j = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[' .. ('{"t":"BlockQuote","c":['):rep(100000) .. ('] }'):rep(100000) .. ']}'
print(#pandoc.read(j, "json").blocks)
--- read-json-deep-inlines: error-or-cpu-or-memory-or-ok
local j = '{"pandoc-api-version":[1,23,1],"meta":{},"blocks":[{"t":"Para","c":[' .. ('{"t":"Emph","c":['):rep(100000) .. ('] }'):rep(100000) .. ']}]}'
print(#pandoc.read(j, "json").blocks)
--- read-json-deep-meta: error-or-cpu-or-memory-or-ok
local j = '{"pandoc-api-version":[1,23,1],"blocks":[],"meta":{"a":' .. ('{"t":"MetaList","c":['):rep(100000) .. ('] }'):rep(100000) .. '}}'
print(pandoc.read(j, "json").meta)
--- read-include: error-or-ok
for _, f in ipairs{"rst", "latex", "org", "markdown", "docx", "html"} do
  local ok, d = pcall(pandoc.read, ".. include:: /etc/passwd\n\n\\input{/etc/passwd}\n\n#+INCLUDE: \"/etc/passwd\"\n\n![](/etc/passwd)\n", f)
  local text = ok and pandoc.write(d, "json") or ""
  assert(not text:find("root:"), f)
end
--- read-sources: error-or-ok
local ok, d = pcall(pandoc.read, {{text="a", name="/etc/passwd"}, {name="/etc/passwd", text="b"}}, "commonmark")
assert(not ok or not pandoc.write(d, "json"):find("root:"))
--- write-html-embed: error-or-ok
local d = pandoc.Pandoc{pandoc.Para{pandoc.Image("a", "/etc/passwd")}}
for _, o in ipairs{{embed_resources=true, standalone=true}, {self_contained=true}} do
  local ok, s = pcall(pandoc.write, d, "html", o)
  assert(not ok or not s:find("root:"))
end
--- write-template-file: error-or-ok
for _, t in ipairs{"/etc/passwd", "${/etc/passwd()}", "$/etc/passwd()$", "${ ../../etc/passwd() }"} do
  local ok, s = pcall(function() return pandoc.write(pandoc.Pandoc{}, "html", {template = pandoc.template.compile(t)}) end)
  assert(not ok or not s:find("root:"), s)
end
--- template-get: error-or-ok
for _, t in ipairs{"/etc/passwd", "../../../../etc/passwd", "default.html"} do
  local ok, s = pcall(pandoc.template.get, t)
  assert(not ok or not s:find("root:"))
end
--- template-loop: error-or-cpu-or-memory-or-ok
local t = pandoc.template.compile(("$for(a)$"):rep(10) .. "x" .. ("$endfor$"):rep(10))
local a = {} for i = 1, 100 do a[i] = tostring(i) end
print(#pandoc.layout.render(pandoc.template.apply(t, {a = a})))
--- template-deep: error-or-cpu-or-memory-or-ok
print(pandoc.template.compile(("$if(a)$"):rep(200000) .. "x" .. ("$endif$"):rep(200000)))
--- template-deep-for: error-or-cpu-or-memory-or-ok
print(pandoc.template.compile(("$for(a)$"):rep(50000)))
--- template-dollars: error-or-cpu-or-memory-or-ok
print(pandoc.template.compile(("$"):rep(3000000)))
--- template-huge: error-or-cpu-or-memory
while true do pandoc.template.compile(("$a$ b "):rep(1000000)) end
--- template-cyclic-context: error-or-cpu-or-memory-or-ok
local c = {} c.a = c
print(pandoc.template.apply(pandoc.template.compile("$a.a.a.a$ $a$"), c))
--- template-partial-itself: error-or-cpu-or-memory-or-ok
print(pandoc.template.compile("${x()}", "x"))
--- layout-deep: error-or-cpu-or-memory-or-ok
local l = pandoc.layout local d = l.literal"x" for i = 1, 100000 do d = l.nest(d, 1) end print(#l.render(d))
--- layout-wide: error-or-cpu-or-memory
local l = pandoc.layout local d = l.literal"x" for i = 1, 60 do d = d .. l.space .. d end print(#l.render(d))
--- layout-concat: error-or-cpu-or-memory-or-ok
local l = pandoc.layout local d = l.literal"x" for i = 1, 200000 do d = d / l.literal"y" end print(#l.render(d))
--- layout-blanklines: error-or-cpu-or-memory-or-ok
print(#pandoc.layout.render(pandoc.layout.blanklines(1 << 40)))
--- layout-nest-huge: error-or-cpu-or-memory-or-ok
local l = pandoc.layout print(#l.render(l.nest(l.literal"a" / l.literal"b", 1 << 40)))
--- layout-lblock-huge: error-or-cpu-or-memory-or-ok
local l = pandoc.layout print(#l.render(l.rblock(l.literal"a", 1 << 40)), #l.render(l.lblock(l.literal"a", 1 << 31)), #l.render(l.cblock(l.literal"a", math.maxinteger)))
--- layout-vfill: error-or-cpu-or-memory-or-ok
local l = pandoc.layout print(#l.render(l.vfill(("x\n"):rep(1000000)) .. l.lblock("a", 3)))
--- layout-prefixed: error-or-cpu-or-memory
local l = pandoc.layout local d = l.literal(("a\n"):rep(1000)) for i = 1, 10000 do d = l.prefixed(d, "> > > >") end print(#l.render(d))
--- many-strs: cpu-or-memory
local t = {} for i = 1, math.huge do t[i] = pandoc.Str("x" .. i) end
--- many-emphs: cpu-or-memory
local t = {} for i = 1, math.huge do t[i] = pandoc.Emph{pandoc.Str"x", pandoc.Space(), pandoc.Str"y"} end
--- many-strings-long: cpu-or-memory
local t, s = {}, ("x"):rep(1 << 20) for i = 1, math.huge do t[i] = pandoc.Code(s .. i) end
--- many-divs-long: cpu-or-memory
local t = {} local c = {} for i = 1, 1000 do c[i] = pandoc.Para{pandoc.Str"hello", pandoc.Space(), pandoc.Str"world, a longer text than fits in a small string"} end
for i = 1, math.huge do t[i] = pandoc.Div(c) end
--- many-docs: cpu-or-memory
local t = {} local s = ("word "):rep(10000) for i = 1, math.huge do t[i] = pandoc.read(s, "commonmark") end
--- one-big-doc: cpu-or-memory
local b = pandoc.Blocks{pandoc.Para("a b c d e f g h i j")} while true do b = b .. b end
--- one-big-div: error-or-cpu-or-memory
local d = pandoc.Div{pandoc.Para"some words here"} while true do d = pandoc.Div{d, d} end
--- one-big-emph: error-or-cpu-or-memory
local d = pandoc.Emph"some words here" while true do d = pandoc.Emph{d, d} end
--- shared-write: cpu-or-memory
local d = pandoc.Div{pandoc.Para"some words here"} for i = 1, 16 do d = pandoc.Div{d, d} end
for i = 1, math.huge do pandoc.write(pandoc.Pandoc{d}, "html") end
--- clone-loop: cpu-or-memory
local b = pandoc.Div{pandoc.Para(("word "):rep(100000))} local t = {} while true do t[#t+1] = b:clone() end
--- string-to-inlines: cpu-or-memory
local s = ("a "):rep(10 << 20) print(#pandoc.Inlines(s))
--- string-to-inlines-loop: cpu-or-memory
local s = ("a b c "):rep(100000) while true do pandoc.Inlines(s) end
--- utils-stringify-huge: cpu-or-memory-or-ok
local b = pandoc.Para(("word "):rep(200000)) local t = {} while true do t[#t+1] = pandoc.utils.stringify(b) end
--- utils-sha1: cpu-or-memory
local s = ("x"):rep(30 << 20) while true do pandoc.utils.sha1(s) end
--- utils-normalize-date: cpu-or-memory-or-error
local s = ("1"):rep(10 << 20) while true do pandoc.utils.normalize_date(s) end
--- utils-roman: error-or-ok-or-cpu
print(#pandoc.utils.to_roman_numeral(1 << 40))
--- utils-roman-loop: error-or-cpu-or-memory-or-ok
print(#pandoc.utils.to_roman_numeral(math.maxinteger))
--- utils-roman-negative: error-or-ok
print(pandoc.utils.to_roman_numeral(math.mininteger))
--- utils-make-sections: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 100000 do t[i] = pandoc.Header(i, "x") end
print(#pandoc.utils.make_sections(true, math.maxinteger, t))
--- utils-sections-levels: error-or-cpu-or-memory-or-ok
local t = {pandoc.Header(math.maxinteger, "x"), pandoc.Header(math.mininteger, "x"), pandoc.Header(0, "x")}
print(#pandoc.utils.make_sections(true, nil, t))
--- utils-sections-write: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 5000 do t[i] = pandoc.Header(i, "x") end
local s = pandoc.structure.make_sections(t, {number_sections=true}) print(#pandoc.write(pandoc.Pandoc(s), "html"))
--- utils-equals: error-or-cpu-or-memory-or-ok
local t, u = {}, {} t.t = t u.t = u print(pandoc.utils.equals(t, u))
--- utils-from-simple-table: error-or-cpu-or-memory-or-ok
local t = pandoc.SimpleTable({}, {}, {}, {}, {}) t.rows = setmetatable({}, {__len=function() return 1<<40 end, __index=function() return {} end})
print(pandoc.utils.from_simple_table(t))
--- utils-blocks-to-inlines: error-or-cpu-or-memory-or-ok
local t = {} for i = 1, 300000 do t[i] = pandoc.Para"a b" end print(#pandoc.utils.blocks_to_inlines(t))
--- utils-split: cpu-or-memory-or-error-or-ok
local s = (","):rep(20 << 20) print(pcall(pandoc.utils.split, s, ","))
print(#pandoc.utils.stringify(s))
--- doors-filter: error-or-ok
assert(not pcall(pandoc.utils.run_json_filter, pandoc.Pandoc{}, "/bin/sh", {"-c", "touch escaped"}))
assert(not pcall(pandoc.utils.run_lua_filter, pandoc.Pandoc{}, "/etc/passwd"))
--- doors-pipe: error-or-ok
assert(not pcall(pandoc.pipe, "/bin/sh", {"-c", "touch escaped"}, ""))
--- doors-system: error-or-ok
local s = pandoc.system
for _, f in ipairs{"read_file", "write_file", "list_directory", "make_directory", "remove_directory", "remove", "rename", "copy", "command", "with_working_directory", "with_temporary_directory", "with_environment"} do
  if s[f] then
    local ok, e = pcall(s[f], "/etc/passwd", "x", function() print("called") end)
    assert(not ok or f:find("^with"), f)
    assert(not ok or not tostring(e):find("root"))
  end
end
print(pcall(s.environment), pcall(s.get_working_directory))
local ok, env = pcall(s.environment) assert(not ok or next(env) == nil)
--- doors-cputime: error-or-ok
local s = pandoc.system print(pcall(s.cputime), pcall(s.times), s.os, s.arch)
--- doors-mediabag: error-or-ok
local m = pandoc.mediabag
for k in pairs(m or {}) do if type(m[k]) == "function" then local r = table.pack(pcall(m[k], "/etc/passwd", "/etc/passwd", "x")) for i = 2, r.n do assert(not tostring(r[i]):find("root:"), k) end end end
--- mediabag-grow: cpu-or-memory-or-error
local s = ("x"):rep(1 << 20)
for i = 1, math.huge do pandoc.mediabag.insert("f" .. i, "text/plain", s .. i) end
--- doors-zip: error-or-ok
local z = pandoc.zip for k, f in pairs(z or {}) do if type(f) == "function" then local ok, r = pcall(f, {"/etc/passwd"}) assert(not ok or not tostring(r):find("root:")) end end
--- doors-state: ok
for k, v in pairs(PANDOC_STATE or {}) do assert(not tostring(v):find("/home") and not tostring(v):find("/root"), k) end
for _, n in ipairs{"output_file", "input_files", "source_url", "user_data_dir", "request_headers", "resource_path", "log", "trace"} do local v = PANDOC_STATE and PANDOC_STATE[n] print(n, v) end
--- path-huge: cpu-or-memory-or-error
local s = ("../"):rep(1 << 20) while true do pandoc.path.normalize(s) pandoc.path.split(s) end
--- path-join: cpu-or-memory-or-error-or-ok
local t = {} for i = 1, 1000000 do t[i] = "a" end print(#pandoc.path.join(t))
--- path-treat: error-or-ok
local p = pandoc.path
for _, f in ipairs{"exists", "treat_strings_as_paths", "make_relative", "directory", "split_search_path"} do if p[f] then print(f, pcall(p[f], "/etc/passwd", "/etc")) end end
--- list-insert-far: error-or-cpu-or-memory-or-ok
local l = pandoc.List{1} l:insert(1 << 62, 1)
--- list-lying-len: error-or-cpu-or-memory-or-ok
local l = setmetatable({}, {__len=function() return 1 << 62 end, __index = function(_, k) return pandoc.List[k] or 1 end})
print(pcall(pandoc.List.map, l, function(x) return x end))
--- list-extend-itself: cpu-or-memory
local l = pandoc.List{1} while true do l:extend(l) end
--- list-extend-lying: error-or-cpu-or-memory-or-ok
local l = pandoc.List{1} l:extend(setmetatable({}, {__len=function() return 1 << 62 end, __index=function() return 1 end}))
--- list-concat-lying: error-or-cpu-or-memory-or-ok
local l = pandoc.List{1} .. setmetatable({}, {__len=function() return 1 << 40 end, __index=function() return 1 end})
--- list-new-iterator: cpu-or-memory
pandoc.List(function() return 1 end)
--- list-new-lying: error-or-cpu-or-memory-or-ok
pandoc.List(setmetatable({}, {__len=function() return 1 << 40 end, __index=function() return 1 end}))
--- list-filter-grow: cpu-or-memory
local l = pandoc.List{1} l:filter(function(x) l:insert(1) return true end) while true do end
--- list-map-endless: cpu-or-memory
local l = pandoc.List{1} l:map(function(x) while true do end end)
--- list-sort-lying: cpu-or-memory-or-error-or-ok
local l = pandoc.List{} for i = 1, 200000 do l[i] = i end l:sort(function() return true end) while true do end
--- list-find-eq: cpu
local m = {__eq = function() while true do end end} pandoc.List{setmetatable({}, m)}:find(setmetatable({}, m))
--- list-includes-cyclic: error-or-cpu-or-memory-or-ok
local a, b = pandoc.Div{}, pandoc.Div{} a.content:insert(a) b.content:insert(b) print(pandoc.List{a}:includes(b))
--- list-remove-far: error-or-ok
local l = pandoc.List{1} print(pcall(l.remove, l, math.mininteger)) print(pcall(l.at, l, math.mininteger, 1)) print(pcall(l.at, l, math.maxinteger))
--- list-metatable: error-or-ok
local mt = getmetatable(pandoc.List{}) print(type(mt)) pcall(function() mt.__index = function() error"x" end end) print(pcall(function() return pandoc.Para"x y".content[1] end))
--- list-metatable-gc: ok
local mt = getmetatable(pandoc.Inlines{}) if type(mt) == "table" then mt.__gc = function() print("never") end end
for i = 1, 100000 do local x = pandoc.Inlines{pandoc.Str"x"} end
--- element-metatable: ok
for _, e in ipairs{pandoc.Str"x", pandoc.Para"x", pandoc.Attr(), pandoc.Pandoc{}, pandoc.Citation("a", "NormalCitation"), pandoc.Cell{}} do
  local mt = getmetatable(e) assert(type(mt) ~= "table", pandoc.utils.type(e)) assert(not pcall(setmetatable, e, {})) assert(not pcall(rawset, e, 1, 1)) assert(not pcall(rawget, e, 1)) end
--- text-functions: cpu-or-memory
local s = ("æ"):rep(25 << 20) while true do pandoc.text.upper(s) pandoc.text.len(s) end
--- text-sub: cpu-or-memory-or-error
local s = ("æ"):rep(10 << 20) while true do pandoc.text.sub(s, math.mininteger, math.maxinteger) pandoc.text.sub(s, -5) end
--- text-reverse: cpu-or-memory
local s = ("æ"):rep(10 << 20) while true do pandoc.text.reverse(s) end
--- text-combining: cpu-or-memory
local s = "e" .. ("\u{301}"):rep(5 << 20) while true do pandoc.text.reverse(s) pandoc.text.lower(s) pandoc.text.len(s) end
--- text-upper-grow: cpu-or-memory
local s = ("ß\u{149}\u{390}"):rep(3 << 20) while true do s = pandoc.text.upper(s) .. s end
--- text-encoding: error-or-cpu-or-memory-or-ok
local s = ("\xff"):rep(20 << 20) print(pcall(pandoc.text.toencoding, s, "utf-16")) print(pcall(pandoc.text.fromencoding, s, "latin1")) print(pcall(pandoc.text.len, s))
--- text-subscript: error-or-cpu-or-memory-or-ok
for k, f in pairs(pandoc.text) do local ok, r = pcall(f, ("\xff\0x"):rep(100000), 1, 2) end
--- garbage-arguments: cpu-or-memory
local values = {0, -1, math.maxinteger, math.mininteger, 0/0, 1/0, "", "\0", "\xff", ("x"):rep(1000), true, {}, {{}}, print, coroutine.create(print), pandoc.Str"x", pandoc.Para"x", pandoc.Pandoc{}, pandoc.Attr(), pandoc.List{1}, setmetatable({}, {__index=function(_, k) return k end, __len=function() return 3 end})}
local function all(t, depth)
  for k, f in sorted(t) do
    if type(f) == "function" and k ~= "pipe" then
      pcall(f)
      for i = 1, #values do pcall(f, values[i]) for j = 1, #values do pcall(f, values[i], values[j]) end end
    elseif type(f) == "table" and depth > 0 then all(f, depth - 1) end
  end
end
all(pandoc, 1)
--- garbage-methods: error-or-ok-or-cpu-or-memory
local es = {pandoc.Str"x", pandoc.Para"x", pandoc.Pandoc{}, pandoc.Attr("a", {"b"}, {c="d"}), pandoc.List{1}, pandoc.Inlines"x y", pandoc.Blocks"x", pandoc.Cell{}, pandoc.Row{}, pandoc.TableHead{}, pandoc.Citation("a", "NormalCitation"), pandoc.ListAttributes(), pandoc.Link("a", "b"), pandoc.OrderedList{{"x"}}, pandoc.DefinitionList{{"x", {{pandoc.Para"x"}}}}, pandoc.CodeBlock"x", pandoc.Table({long={}}, {{"AlignDefault"}}, pandoc.TableHead{}, {}, pandoc.TableFoot{})}
local values = {0, -1, math.maxinteger, math.mininteger, 0/0, "", "\0\xff", true, {}, {{}}, {{{}}}, print, coroutine.create(print), setmetatable({}, {__index=function(_, k) return k end, __len=function() return 3 end}), table.unpack(es)}
local keys = {"content", "text", "attr", "identifier", "classes", "attributes", "target", "title", "citations", "listAttributes", "start", "level", "caption", "colspecs", "head", "bodies", "foot", "rows", "cells", "blocks", "meta", "t", "tag", "c", "walk", "clone", "show", "mode", "prefix", "hash", "format", "quotetype", "mathtype", "row_span", "", 1, -1, 0, math.maxinteger, true}
for _, e in ipairs(es) do for _, k in ipairs(keys) do
  local ok, v = pcall(function() return e[k] end)
  for _, w in ipairs(values) do pcall(function() e[k] = w end) pcall(function() return e[k] end) if type(v) == "function" then pcall(v, e, w) pcall(v, w) end end
  pcall(tostring, e) pcall(pandoc.utils.stringify, e) pcall(function() return e == es[1], e:clone(), #e, e .. e end) pcall(pandoc.write, pandoc.Pandoc{e}, "json")
end end
--- concat-chain-lists: ok
-- Between two joins the stack is large, and the collector of the lists' garbage wants it small again.
local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
local function chain(rounds)
  local b = pandoc.Blocks { pandoc.Para "x" }
  for i = 1, rounds do
    deep(5000)
    local r = b .. b .. { pandoc.Para "y" } .. b .. b
    for j = 1, 20 do r = b .. r .. b .. b end
    assert(#r == 65)
  end
  return true
end
assert(chain(100) and coroutine.wrap(chain)(100))
