--- fields-missing: error
local p = arena.people[1] print(p.nothing)
--- fields-set: error
arena.title = "x"
--- fields-set-swallow: cpu
while true do pcall(function() arena.title = "x" end) pcall(function() arena.people[1].name = "y" end) end
--- rawset: error
rawset(arena, "title", "x")
--- rawset-list: error
rawset(arena.people, 1, "x")
--- metatable: ok
local mt = getmetatable(arena) assert(type(mt) ~= "table") mt = getmetatable(arena.people) assert(type(mt) ~= "table") mt = getmetatable(arena.people[1]) assert(type(mt) ~= "table")
assert(not pcall(setmetatable, arena, {})) assert(not pcall(setmetatable, arena.people, {}))
--- pairs: error
for k, v in pairs(arena) do assert(type(k) == "string") end for i, p in ipairs(arena.people) do local n = 0 for k, v in pairs(p) do n = n + 1 end end
--- list-far: ok-or-error
print(arena.people[0], arena.people[-1], arena.people[1 << 40], arena.people[math.maxinteger], arena.people[math.mininteger], arena.people[1.5], arena.people["x"], arena.people[0/0])
--- list-length: ok
assert(#arena.people >= 1) assert(rawequal(arena.people[1], arena.people[1]))
--- list-insert: ok
table.insert(arena.people, {})
--- list-insert-loop: ok
for i = 1, 10 do arena.people[#arena.people + 1] = "x" end
--- list-sort: ok
table.sort(arena.people, function() return true end)
--- list-unpack: ok-or-error
print(select("#", table.unpack(arena.people)))
--- list-concat: error
print(table.concat(arena.people))
--- walk-everything: ok
local names = {"title", "people", "groups", "blocks", "places", "organisations", "days", "id", "name", "fields", "links", "contact", "next_steps", "contributions", "reports"}
local seen, n = {}, 0
local function walk(v, depth)
  if seen[v] or depth > 12 then return end
  if type(v) == "table" then seen[v] = true for _, w in ipairs(v) do walk(w, depth + 1) end
  elseif type(v) == "userdata" then seen[v] = true n = n + 1 for _, name in ipairs(names) do local ok, w = pcall(function() return v[name] end) if ok and w ~= nil then walk(w, depth + 1) end end end
end
walk(arena, 0) assert(n >= 2, n)
--- walk-loop: error
while true do for k, v in pairs(arena) do for i = 1, 10 do pcall(function() return v[i] end) end end end
--- methods-self: error
arena.find(nil, "x")
--- methods-wrong: ok-or-error-or-cpu
local values = {0, -1, math.maxinteger, 0/0, "", "\0", "\xff", ("x"):rep(100000), true, {}, {{}}, print, arena, arena.people, setmetatable({}, {__index = function(_, k) return k end, __len = function() return 3 end})}
for k in pairs(arena) do end
for _, name in ipairs{"find", "get", "search", "findings", "chapters", "wall", "export", "groups", "now", "link", "links", "record", "text", "label", "on", "sql", "query", "people_of", "members", "slots", "edition", "translate", "phrase", "format"} do
  local ok, f = pcall(function() return arena[name] end)
  if ok and type(f) == "function" then pcall(f) for _, a in ipairs(values) do pcall(f, a) pcall(f, arena, a) for _, b in ipairs(values) do pcall(f, arena, a, b) end end end end
--- search-injection: ok-or-error
if pcall(function() return arena.search end) then for _, q in ipairs{"'", "\"", "a OR b", "NEAR(a b)", "*", "a*", "(", "\0", "-", "^", ("a "):rep(100000)} do print(pcall(function() return arena:search(q) end)) end end
--- search-huge: cpu-or-memory-or-error-or-ok
local q = ("a "):rep(5 << 20) for i = 1, 1000 do pcall(function() return #arena:search(q) end) end
--- hold-records: ok-or-cpu-or-memory
local t = {} for i = 1, 100000 do t[i] = arena.people[1] end
--- hold-lists: cpu-or-memory
local t = {} for i = 1, math.huge do t[i] = arena.people t[i] = arena.groups end
--- strings-of-records: cpu-or-memory
local t = {} for i = 1, math.huge do t[i] = tostring(arena.people[1]) .. i .. arena.title end
--- tostring: ok
local s = tostring(arena) .. tostring(arena.people) .. tostring(arena.people[1]) assert(not s:find("/arena-run") and not s:find("/tmp"))
--- compare: ok-or-error
print(arena == arena, arena.people == arena.people, arena.people[1] == arena.people[1], pcall(function() return arena < arena end), pcall(function() return arena.people[1] < arena.people[1] end))
--- concat: error
print(arena .. "x")
--- arithmetic: error
print(arena + 1)
--- call: error
arena()
--- coroutine: cpu
local co = coroutine.wrap(function() for _, p in ipairs(arena.people) do coroutine.yield(p.name) end while true do local x = arena.title end end) while true do co() end
--- sort-callback: cpu
local t = {} for i, p in ipairs(arena.people) do t[i] = p end for i = 1, 1000 do t[#t + 1] = arena.people[1] end while true do table.sort(t, function(a, b) return a.name < b.name end) end
--- close: ok-or-error
do local x <close> = setmetatable({}, {__close = function() print(arena.title) end}) end
--- json-arena: ok-or-error-or-cpu
print(pcall(pandoc.json.encode, arena)) print(pcall(pandoc.json.encode, arena.people))
--- pandoc-arena: error
pandoc.Para(arena)
--- pandoc-meta-arena: error
pandoc.Pandoc({}, {a = arena, b = arena.people})
--- stringify-arena: ok-or-error
print(pcall(pandoc.utils.stringify, arena), pcall(pandoc.utils.stringify, arena.people))
--- sorted-arena: ok-or-error
for k, v in sorted(arena) do local x = k end
--- sorted-lying: error-or-cpu-or-memory
for k in sorted(setmetatable({}, {__pairs = function() return function(_, k) return (k or 0) + 1, arena end end})) do end
--- next: error
next(arena)
--- path: ok
for _, k in ipairs{"path", "file", "folder", "url", "source", "attachments"} do local ok, v = pcall(function() return arena[k] end) assert(not ok or not tostring(v):find("%.arena"), k) end
