--- Prints a value so that the answer is the same wherever it runs: no addresses, keys in order.
local function shown(value, depth)
  depth = depth or 0
  if value == pandoc.json.null then return 'null' end
  local kind = pandoc.utils.type(value)
  if type(value) == 'table' and (kind == 'table' or kind == 'Meta' or kind == 'List') and depth < 6 then
    local keys = {}
    for key in pairs(value) do keys[#keys + 1] = key end
    table.sort(keys, function(a, b)
      if type(a) == type(b) then return a < b end
      return type(a) == 'number'
    end)
    local parts = {}
    for _, key in ipairs(keys) do
      parts[#parts + 1] = tostring(key) .. '=' .. shown(value[key], depth + 1)
    end
    return kind .. '{' .. table.concat(parts, ', ') .. '}'
  end
  if type(value) == 'function' then return 'function' end
  if type(value) == 'string' then return string.format('%q', value) end
  if kind == 'ListAttributes' then
    return ('ListAttributes(%s,%s,%s)'):format(value.start, value.style, value.delimiter)
  end
  if type(value) == 'userdata' or type(value) == 'table' then
    local text = tostring(value)
    if text:match('0x%x+') then text = '(opaque)' end
    return kind .. ':' .. text
  end
  return math.type(value) == 'float' and string.format('%.12g', value) or tostring(value)
end

--- Runs `action` and prints its results, or that it failed. What an error says is not compared.
local function probe(name, action)
  local results = table.pack(pcall(action))
  if not results[1] then
    print(name, 'fails')
    return
  end
  local parts = {}
  for index = 2, results.n do parts[#parts + 1] = shown(results[index]) end
  print(name, table.concat(parts, ' | '))
end
