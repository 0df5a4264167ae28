local L, S = pandoc.List, pandoc.Str
probe('new', function() return L(), L {}, L { 1, 2 }, L:new(), L:new { 'a' } end)
probe('bad new', function() return L 'x' end)
probe('bad new 5', function() return L(5) end)
probe('same table', function() local t = { 1 } return rawequal(L(t), t), getmetatable(t) == L end)
local l = L { 5, 3, 1, 3 }
probe('clone', function() local c = l:clone() c[1] = 9 return l, c, getmetatable(c) == L end)
probe('at', function() return l:at(1), l:at(-1), l:at(9), l:at(9, 'default'), l:at(0), l:at(-4), l:at(-5) end)
probe('extend', function() local c = l:clone() local r = c:extend { 7, 8 } return c, r end)
probe('extend bad', function() return l:clone():extend 'x' end)
probe('filter', function() return l:filter(function(x) return x > 2 end), l:filter(function(_, i) return i > 2 end) end)
probe('find', function() return l:find(3), l:find(3, 3), l:find(9) end)
probe('find two', function() local a, b = l:find(3) return a, b end)
probe('find string', function() return L { 1, 'a', S 'x' }:find(S 'x') end)
probe('find_if', function() return l:find_if(function(x) return x < 4 end), l:find_if(function(x) return x > 9 end) end)
probe('find_if two', function() local a, b = l:find_if(function(x) return x < 4 end, 3) return a, b end)
probe('includes', function() return l:includes(1), l:includes(2), l:includes(5, 2), L { S 'a' }:includes(S 'a') end)
probe('insert', function() local c = l:clone() c:insert(6) c:insert(1, 0) c:insert(3, 'mid') return c end)
probe('insert bad', function() local c = l:clone() c:insert(99, 0) end)
probe('iter', function() local r = {} for x in l:iter() do r[#r + 1] = x end return r end)
probe('iter step', function() local r = {} for x in l:iter(2) do r[#r + 1] = x end return r end)
probe('iter back', function() local r = {} for x in l:iter(-1) do r[#r + 1] = x end return r end)
probe('iter back two', function() local r = {} for x in l:iter(-2) do r[#r + 1] = x end return r end)
probe('iter zero', function() for _ in l:iter(0) do break end end)
probe('map', function() return l:map(function(x) return x * 2 end), l:map(function(x, i) return i end) end)
probe('map nil', function() return l:map(function() end) end)
probe('remove', function() local c = l:clone() return c:remove(), c:remove(1), c end)
probe('remove empty', function() return L {}:remove() end)
probe('sort', function() local c = l:clone() c:sort() return c end)
probe('sort comp', function() local c = l:clone() c:sort(function(a, b) return a > b end) return c end)
probe('concat', function() return l .. { 9 }, { 9 } .. l, getmetatable(l .. {}) == L, L {} .. L {} end)
probe('concat bad', function() return l .. 'x' end)
probe('equal', function() return L { 1 } == L { 1 }, L { 1 } == L { 2 }, L { 1 } == { 1 }, L {} == L {}, L { 1, 2 } == L { 1 } end)
probe('nested equal', function() return L { L { 1 } } == L { L { 1 } }, L { { 1 } } == L { { 1 } } end)
probe('tostring', function() return tostring(L { 1, 'a', S 'b', L { 2 }, true }), tostring(L {}) end)
probe('fields', function() local x = L { 1, name = 'n' } return x.name, #x, x.nonsense, x:clone().name end)
probe('static', function() return L.includes({ 1, 2 }, 2), L.filter({ 1, 2 }, function(x) return x > 1 end)[1] end)
probe('metatable', function() return getmetatable(L {}).__name, getmetatable(pandoc.Inlines 'a').__name, getmetatable(pandoc.Blocks 'a').__name end)
local i = pandoc.Inlines { 'a', pandoc.Space(), 'b' }
probe('inlines', function() return i:map(function(x) return x.t end), i:filter(function(x) return x.t == 'Str' end), i:at(-1), i:find(S 'b') end)
probe('inlines types', function() return pandoc.utils.type(i:map(function(x) return x end)), pandoc.utils.type(i:filter(function() return true end)), pandoc.utils.type(i .. { S 'x' }), pandoc.utils.type({ S 'x' } .. i), pandoc.utils.type(i:clone()), pandoc.utils.type(L { S 'q' } .. i) end)
probe('inlines clone', function() local c = i:clone() c[1].text = 'changed' return i, c end)
probe('inlines extend', function() local c = i:clone() c:extend { S 'x', 'y' } return c end)
probe('inlines insert', function() local c = i:clone() c:insert(1, S 'first') c:insert 'last' return c end)
probe('inlines remove', function() local c = i:clone() return c:remove(2), c end)
probe('inlines eq', function() return i == pandoc.Inlines { 'a', pandoc.Space(), 'b' }, i == L { S 'a', pandoc.Space(), S 'b' }, i == pandoc.Blocks 'a b' end)
probe('inlines tostring', function() return tostring(i), tostring(pandoc.Inlines {}), tostring(pandoc.Blocks { pandoc.Para 'a' }) end)
probe('inlines walk', function() return i:walk { Str = function(s) return { s, s } end } end)
probe('blocks walk', function() return pandoc.Blocks { pandoc.Para 'a' }:walk { Para = function(p) return { p, p } end } end)
probe('blocks', function() local b = pandoc.Blocks { 'a', pandoc.Para 'b', { 'c', 'd' } } return b, #b, b[1].t, b .. { pandoc.HorizontalRule() } end)
probe('require', function() return require 'pandoc.List' == L, require 'pandoc' == pandoc end)
probe('sort inlines', function() local x = pandoc.Inlines { 'b', 'a' } x:sort(function(p, q) return p.text < q.text end) return x end)

-- Iterators, callable tables, searches that begin somewhere.
do
  local List = pandoc.List
  probe('new of an iterator', function() return List(string.gmatch('two words', '%a+')) end)
  probe('new of an iterator with state', function() return List(next, { one = 1 }, nil) end)
  probe('new of a callable table', function() return List(setmetatable({}, { __call = function() end })) end)
  for name, values in pairs { at = { 0, -3, -4, 5 } } do
    for _, place in ipairs(values) do
      probe(name .. ' ' .. place, function() return List { 1, 2, 3 }[name](List { 1, 2, 3 }, place, 'default') end)
    end
  end
  for _, start in ipairs { 0, 1, 2, 3, 4, -1, -2, -3, -9, 1.5, 'x' } do
    probe('find from ' .. start, function() return List { 5, 6, 7 }:find(6, start) end)
    -- pandoc's find_if hands the item at 0, which is nil, to the function
    if start ~= 0 and start ~= -9 then
      probe('find_if from ' .. start, function() return List { 5, 6, 7 }:find_if(function(x) return x > 5 end, start) end)
    end
    probe('includes from ' .. start, function() return List { 5, 6, 7 }:includes(6, start) end)
  end
  local function walked(...)
    local seen = {}
    for item in List { 1, 2, 3, 4, 5 }:iter(...) do seen[#seen + 1] = item end
    return table.concat(seen, ',')
  end
  for _, step in ipairs { 1, 2, 9, -1, -2, 1.5, 'x', 0 } do
    probe('iter ' .. step, function() return walked(step) end)
    for _, start in ipairs { 1, 2, 5, 9, 0, -2, 'x' } do
      probe('iter ' .. step .. ' from ' .. start, function() return walked(step, start) end)
    end
  end
  local callable = setmetatable({}, { __call = function(_, x, i) return x + i end })
  probe('map with a callable table', function() return List { 1, 2 }:map(callable) end)
  probe('filter with a callable table', function() return List { 1, 2 }:filter(callable) end)
  probe('find_if with a callable table', function() return List { 1, 2 }:find_if(callable) end)
  probe('map with a table', function() return List { 1, 2 }:map {} end)
  probe('map of inlines', function() return pandoc.utils.type(pandoc.Inlines 'a b':map(function(x) return x end)) end)
  probe('filter of a table', function() return List.filter({ 1, 2 }, function(x) return x > 1 end) end)
  probe('filter of inlines', function() return pandoc.Inlines 'a b':filter(function(x) return x.t == 'Str' end) end)
  probe('concat with nil', function() return List { 1 } .. nil end)
end
