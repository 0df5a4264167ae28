extension LuaLibrary {
  /// What a match of `lpeg` captured, as values.
  ///
  /// The log is two arrays: `what` has a capture where one was opened and false where it was closed, `place` the place in
  /// the subject.
  static let captures = #"""
    local core = ...
    local fail = core.fail
    local type, tostring, sub, concat, unpack = type, tostring, string.sub, table.concat, table.unpack
    local value_at

    local function add(values, value)
      local count = values.n + 1
      values.n, values[count] = count, value
    end

    --- The place in the log where the capture that was opened at `index` is closed.
    local function close_of(state, index)
      local depth = 0
      repeat
        depth = depth + (state.what[index] and 1 or -1)
        index = index + 1
      until depth == 0
      return index - 1
    end

    --- Adds the values inside a capture; gives the place in the log where it is closed.
    local function add_inner(state, index, values)
      index = index + 1
      while state.what[index] do index = value_at(state, index, values) end
      return index
    end

    local function whole(state, index, close)
      return sub(state.subject, state.place[index], state.place[close] - 1)
    end

    --- The values inside a capture, or else all that it matched.
    local function inner(state, index)
      local values = { n = 0 }
      local close = add_inner(state, index, values)
      if values.n == 0 then add(values, whole(state, index, close)) end
      return values, close
    end

    --- The group of that name that was closed last before `index` and isn't inside another capture.
    local function group_before(state, index, name)
      index = index - 1
      while index >= 1 do
        if state.what[index] then
          index = index - 1
        else
          local depth = 0
          repeat
            depth = depth + (state.what[index] and -1 or 1)
            index = index - 1
          until depth == 0
          local capture = state.what[index + 1]
          if capture.how == 'group' and capture.extra == name then return index + 1 end
        end
      end
      fail(("back reference '%s' not found"):format(tostring(name)))
    end

    local function text_of(value, what)
      if type(value) == 'string' then return value end
      if type(value) == 'number' then return core.text_of(value) end
      fail(('invalid %s value (a %s)'):format(what, core.type_of(value)))
    end

    local leaves = {}
    function leaves.position(state, index, values) add(values, state.place[index]) end
    function leaves.const(state, index, values)
      local constants = state.what[index].a
      for place = 1, constants.n do add(values, constants[place]) end
    end
    function leaves.argument(state, index, values)
      local place = state.what[index].a
      if place > state.arguments.n then fail(('reference to absent extra argument #%d'):format(place)) end
      add(values, state.arguments[place])
    end
    function leaves.back(state, index, values)
      local found = inner(state, group_before(state, index, state.what[index].a))
      for place = 1, found.n do add(values, found[place]) end
    end

    local kinds = {}

    function kinds.simple(state, index, values)
      local place = values.n + 1
      values.n = place
      local close = add_inner(state, index, values)
      values[place] = whole(state, index, close)
      return close
    end

    function kinds.group(state, index, values, name)
      if name ~= nil then return close_of(state, index) end
      local found, close = inner(state, index)
      for place = 1, found.n do add(values, found[place]) end
      return close
    end

    kinds.table = function(state, index, values)
      local made, list = {}, { n = 0 }
      index = index + 1
      while state.what[index] do
        local capture = state.what[index]
        if capture.how == 'group' and capture.extra ~= nil then
          local found, close = inner(state, index)
          made[capture.extra] = found[1]
          index = close + 1
        else
          index = value_at(state, index, list)
        end
      end
      for place = 1, list.n do made[place] = list[place] end
      add(values, made)
      return index
    end

    function kinds.fold(state, index, values, action)
      local folded, has_first
      index = index + 1
      while state.what[index] do
        local found = { n = 0 }
        index = value_at(state, index, found)
        if not has_first then
          if found.n == 0 then fail 'no initial value for fold capture' end
          folded, has_first = found[1], true
        else
          folded = action(folded, unpack(found, 1, found.n))
        end
      end
      if not has_first then fail 'no initial value for fold capture' end
      add(values, folded)
      return index
    end

    function kinds.call(state, index, values, action)
      local found, close = inner(state, index)
      local results = table.pack(action(unpack(found, 1, found.n)))
      for place = 1, results.n do add(values, results[place]) end
      return close
    end

    function kinds.query(state, index, values, from)
      local found, close = inner(state, index)
      local value = from[found[1]]
      if value ~= nil then add(values, value) end
      return close
    end

    function kinds.string(state, index, values, format)
      local found = { n = 0 }
      local close = add_inner(state, index, found)
      add(values, (format:gsub('%%(.)', function(mark)
        local place = tonumber(mark)
        if not place then return mark end
        if place == 0 then return whole(state, index, close) end
        if place > found.n then fail(('invalid capture index (%d)'):format(place)) end
        return text_of(found[place], 'capture')
      end)))
      return close
    end

    function kinds.number(state, index, values, place)
      if place == 0 then return close_of(state, index) end
      local found, close = inner(state, index)
      if place > found.n then fail(("no capture '%d'"):format(place)) end
      add(values, found[place])
      return close
    end

    function kinds.accumulate(state, index, values, action)
      local found, close = inner(state, index)
      if values.n == 0 then fail 'no previous value for accumulator capture' end
      values[values.n] = action(values[values.n], unpack(found, 1, found.n))
      return close
    end

    function kinds.substitute(state, index, values)
      local parts, from = {}, state.place[index]
      index = index + 1
      while state.what[index] do
        local found, start = { n = 0 }, state.place[index]
        local after = value_at(state, index, found)
        if found.n > 0 and (found[1] ~= nil) then
          parts[#parts + 1] = sub(state.subject, from, start - 1)
          parts[#parts + 1] = text_of(found[1], 'replacement')
          from = state.place[after - 1]
        end
        index = after
      end
      parts[#parts + 1] = sub(state.subject, from, state.place[index] - 1)
      add(values, concat(parts))
      return index
    end

    --- Adds what the capture gives that was opened at `index`; gives the place in the log after its close.
    function value_at(state, index, values)
      local capture = state.what[index]
      if capture.how then return kinds[capture.how](state, index, values, capture.extra) + 1 end
      leaves[capture.kind](state, index, values)
      return index + 2
    end

    --- The values of all captures from `index` of the log on.
    return function(state, index)
      local values = { n = 0 }
      while index <= state.count do index = value_at(state, index, values) end
      return values
    end
    """#
}
