/// The part of the module that is written in Lua: lists, and what is said best in the scripts' own language.
///
/// Each chunk gets a table `core` of functions that Swift defines. Its name begins with `pandoc:`, by which places in
/// messages tell it from scripts.
enum LuaLibrary {
  static let list = #"""
    local core = ...
    local floor, max, setmetatable, getmetatable = math.floor, math.max, setmetatable, getmetatable
    local type, tostring, select = type, tostring, select
    local insert, remove, sort, concat = table.insert, table.remove, table.sort, table.concat
    local fail = core.fail

    local function expected(what, value, place, name)
      core.bad_argument(place, name, what .. ' expected, got ' .. core.type_of(value))
    end

    local function check_table(value, place, name)
      if type(value) ~= 'table' then expected('table', value, place, name) end
      return value
    end

    --- What can be called: a function, or what has a metamethod for it.
    local function check_function(value, place, name)
      if type(value) == 'function' then return value end
      local meta = getmetatable(value)
      if type(meta) == 'table' and meta.__call then return value end
      expected('function', value, place, name)
    end

    local function check_integer(value, place, name)
      if type(value) == 'number' and floor(value) == value then return floor(value) end
      if type(value) == 'number' then
        core.bad_argument(place, name, 'number has no integer representation')
      end
      expected('number', value, place, name)
    end

    --- Where a search begins: below 0 counts from the end.
    local function check_start(list, start, name)
      if start == nil then return 1 end
      start = check_integer(start, 3, name)
      return start < 0 and max(#list + 1 + start, 1) or max(start, 1)
    end

    --- Makes the metatable of a type of lists; it is also the table of its methods.
    local function new_list_type(name)
      local List = { __name = name, insert = insert, remove = remove, sort = sort }
      List.__index = List

      --- Makes a list of a table, or of what an iterator gives.
      function List.new(class, items, state, control)
        if items == nil then
          items = {}
        elseif type(items) == 'function' then
          local made = {}
          for item in items, state, control do made[#made + 1] = item end
          items = made
        end
        return setmetatable(check_table(items, 2, 'new'), class)
      end

      function List:at(index, default)
        check_table(self, 1, 'at')
        index = check_integer(index, 2, 'at')
        local count = #self
        if index < 0 then index = count + index + 1 end
        if index < 1 or index > count then return default end
        return self[index]
      end

      function List:clone()
        check_table(self, 1, 'clone')
        local copy = {}
        for index = 1, #self do copy[index] = self[index] end
        return setmetatable(copy, getmetatable(self))
      end

      function List:extend(other)
        check_table(self, 1, 'extend')
        check_table(other, 2, 'extend')
        local count = #self
        for index = 1, #other do self[count + index] = other[index] end
        return self
      end

      function List:filter(keep)
        check_table(self, 1, 'filter')
        check_function(keep, 2, 'filter')
        local kept = {}
        for index = 1, #self do
          local item = self[index]
          if keep(item, index) then kept[#kept + 1] = item end
        end
        return setmetatable(kept, getmetatable(self) or core.plain_list)
      end

      function List:find(needle, start)
        check_table(self, 1, 'find')
        for index = check_start(self, start, 'find'), #self do
          if self[index] == needle then return self[index], index end
        end
        return nil
      end

      function List:find_if(holds, start)
        check_table(self, 1, 'find_if')
        check_function(holds, 2, 'find_if')
        for index = check_start(self, start, 'find_if'), #self do
          local item = self[index]
          if holds(item, index) then return item, index end
        end
        return nil
      end

      function List:includes(needle, start)
        check_table(self, 1, 'includes')
        for index = check_start(self, start, 'includes'), #self do
          if self[index] == needle then return true end
        end
        return false
      end

      function List:iter(step, start)
        check_table(self, 1, 'iter')
        step = step == nil and 1 or check_integer(step, 2, 'iter')
        if step == 0 then core.bad_argument(2, 'iter', 'the step may not be 0') end
        local index = start == nil and (step > 0 and 1 or #self) or check_integer(start, 3, 'iter')
        return function()
          local item = self[index]
          index = index + step
          return item
        end
      end

      function List:map(change)
        check_table(self, 1, 'map')
        check_function(change, 2, 'map')
        local changed = {}
        for index = 1, #self do changed[index] = change(self[index], index) end
        return setmetatable(changed, core.plain_list)
      end

      function List.__concat(a, b)
        if type(a) ~= 'table' or type(b) ~= 'table' then
          local place = type(a) == 'table' and 2 or 1
          fail(("bad argument #%d to 'concat' (table expected, got %s)"):format(
            place, core.type_of(place == 1 and a or b)))
        end
        local both, count = {}, #a
        for index = 1, count do both[index] = a[index] end
        for index = 1, #b do both[count + index] = b[index] end
        return setmetatable(both, getmetatable(a))
      end

      function List.__eq(a, b)
        if getmetatable(a) ~= getmetatable(b) or #a ~= #b then return false end
        for index = 1, #a do
          if a[index] ~= b[index] then return false end
        end
        return true
      end

      function List:__tostring()
        local parts = {}
        for index = 1, #self do parts[index] = tostring(self[index]) end
        return name .. ' {' .. concat(parts, ', ') .. '}'
      end

      return setmetatable(List, {
        __call = function(class, ...) return class.new(class, ...) end,
      })
    end

    local List = new_list_type 'List'
    core.plain_list = List
    local Inlines, Blocks = new_list_type 'Inlines', new_list_type 'Blocks'
    setmetatable(Inlines, nil)
    setmetatable(Blocks, nil)
    for class, functions in pairs { [Inlines] = core.inlines, [Blocks] = core.blocks } do
      class.clone, class.walk = functions.clone, functions.walk
      class.__tostring, class.__tojson = functions.show, functions.json
    end
    return List, Inlines, Blocks
    """#

  static let elements = #"""
    local core = ...
    local next, type, floor = next, type, math.floor
    local fail = core.fail

    --- Iterates over the fields of an element, then its methods, in a fixed order.
    local function pairs_over(members)
      return function(element)
        local index = 0
        return function()
          index = index + 1
          local name = members[index]
          if name then return name, element[name] end
        end, element, nil
      end
    end

    for name, meta in next, core.metatables do
      meta.__pairs = pairs_over(core.members[name])
    end

    -- Attribute lists can be read and set by name and by place.
    local meta = core.metatables.AttributeList
    local pairs_of = meta.__index
    local function list_of(attributes) return pairs_of(attributes, 'pairs') end

    local function text_of(value)
      local kind = type(value)
      if kind == 'string' then return value end
      if kind == 'number' then return core.text_of(value) end
    end

    local function pair_of(value)
      if type(value) ~= 'table' then return nil end
      local name, text = text_of(value[1]), text_of(value[2])
      return name and text and { name, text }
    end

    function meta.__index(attributes, key)
      local list = list_of(attributes)
      if type(key) == 'number' then
        local pair = list[floor(key)]
        return pair and { pair[1], pair[2] }
      end
      for index = 1, #list do
        if list[index][1] == key then return list[index][2] end
      end
    end

    function meta.__newindex(attributes, key, value)
      local list = list_of(attributes)
      local text = text_of(value)
      if type(key) == 'string' then
        if value ~= nil and not text then
          fail(("attribute '%s' must be a string, got %s"):format(key, core.type_of(value)))
        end
        for index = 1, #list do
          if list[index][1] == key then
            if text then list[index][2] = text else table.remove(list, index) end
            return
          end
        end
        if text then list[#list + 1] = { key, text } end
      elseif type(key) == 'number' then
        local index = floor(key)
        local pair = pair_of(value)
        if index > #list then index = #list + 1 end
        if value == nil then
          if list[index] then table.remove(list, index) end
        elseif pair then
          list[index] = pair
        elseif text and list[index] then
          list[index][2] = text
        else
          fail('a new attribute must be a pair of name and value, got ' .. core.type_of(value))
        end
      else
        fail('an attribute is set by its name or its place, got ' .. core.type_of(key))
      end
    end

    function meta.__len(attributes) return #list_of(attributes) end

    function meta.__pairs(attributes)
      local list, index = list_of(attributes), 0
      return function()
        index = index + 1
        local pair = list[index]
        if pair then return pair[1], pair[2] end
      end, attributes, nil
    end
    """#
}
