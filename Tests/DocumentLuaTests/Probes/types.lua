local V = pandoc.types.Version
for _, value in ipairs { '1.2.3', '1', '10.0', { 1, 2 }, { 2 }, 3, '11friends', '', '1.', {}, true, { 'x' }, '1.2-beta', -1, 1.5, V '4.5' } do
  probe('Version', function() return V(value) end)
  probe('tostring', function() return tostring(V(value)) end)
end
local v = V '2.10.1'
probe('fields', function() return v[1], v[2], v[3], v[4], #v, v[0], v.nonsense end)
for _, other in ipairs { '2.10.1', '2.10', '2.9', '2.10.1.0', '3', '2.10.2', { 2, 10, 1 }, 2, 3, V '2.10.1' } do
  probe('compare', function() return v < V(other), v <= V(other), v == V(other), v > V(other), v >= V(other) end)
  probe('compare raw', function() return v < other, v <= other, v > other, v >= other, v == other end)
end
probe('must', function() return v:must_be_at_least '2.9' end)
probe('must fail', function() return v:must_be_at_least '2.11' end)
probe('must message', function() local _, m = pcall(function() v:must_be_at_least '2.11' end) return m:match 'expected version 2.11 or newer, got 2.10.1' end)
probe('must custom', function() local _, m = pcall(function() v:must_be_at_least('2.11', 'need %s not %s') end) return m:match 'need 2.11 not 2.10.1' end)
probe('type', function() return type(v), pandoc.utils.type(v) end)
probe('iterate', function() local r = {} for i, x in ipairs(v) do r[#r + 1] = i .. '=' .. x end return table.concat(r, ' ') end)

-- Versions as lists of their parts.
do
  local Version = pandoc.types.Version
  local function changed(place, value)
    return function() local v = Version '1.2.3' v[place] = value return v end
  end
  for place = 0, 6 do
    probe('set part ' .. place, changed(place, 7))
    probe('clear part ' .. place, changed(place, nil))
  end
  probe('set a field', changed('x', 1))
  probe('compare with a function', function() return Version '8' == print, Version '8' < print end)
  probe('compare with a list', function() return Version '8' < { 9 }, Version '8' <= 8, Version '8' > '7.1' end)
  probe('parts', function() return #Version '2.9.1.5', Version '2.7'[1], Version '2.7'[3], Version '2.7'[0] end)
end
