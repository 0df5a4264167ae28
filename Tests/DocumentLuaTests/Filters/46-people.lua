-- Metadata brought into one form: names become objects, doubles are merged, and each tells its place.
local List = require 'pandoc.List'
local stringify = (require 'pandoc.utils').stringify

local function named(value)
  if pandoc.utils.type(value) ~= 'table' then return { name = value, id = stringify(value) } end
  local object = {}
  for key, item in pairs(value) do object[key] = item end
  object.id = object.id and stringify(object.id) or 'nobody'
  return object
end

local function merge(list, object)
  local known = list:find_if(function(other) return other.id == object.id end)
  if known then
    for key, item in pairs(object) do known[key] = known[key] or item end
  else
    list:insert(object)
  end
end

local function people(meta)
  local all = List:new {}
  for key, value in pairs(meta) do
    if key ~= 'nothing' then merge(all, named(value)) end
  end
  all:sort(function(a, b) return a.id < b.id end)
  all = all:map(function(person, place)
    person.place = pandoc.MetaInlines { pandoc.Str(tostring(place)) }
    return person
  end)
  meta.people = pandoc.MetaList(all)
  meta['header-includes'] = pandoc.MetaList { meta['header-includes'] }
  meta['header-includes'][#meta['header-includes'] + 1] = pandoc.MetaBlocks { pandoc.RawBlock('latex', '\\relax') }
  return meta
end

return { { Meta = people } }
