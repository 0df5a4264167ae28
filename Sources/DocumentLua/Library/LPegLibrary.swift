extension LuaLibrary {
  /// `lpeg`: parsing expression grammars with the interface of LPeg 1.1, which pandoc gives its scripts.
  ///
  /// Written in Lua, so that a grammar that never ends is stopped by the script's limits as any loop is. A pattern is a
  /// node of a tree; the tree becomes closures when it first matches. A match keeps a log of the captures that were
  /// opened and closed, cut back where an alternative fails; `LuaLibrary.captures` makes values of it.
  static let lpeg = #"""
    local core, values_of = ...
    local record, open, fail, is = core.record, core.open, core.fail, core.is
    local type, tostring, floor, min, max = type, tostring, math.floor, math.min, math.max
    local byte, char, sub, concat, pack, unpack = string.byte, string.char, string.sub, table.concat, table.pack, table.unpack
    local lpeg = { version = 'LPeg 1.1.0' }
    local Pattern = { __name = 'lpeg-pattern', __metatable = true, __index = lpeg }

    local function node(kind, a, b) return { kind = kind, a = a, b = b } end
    local function pattern(tree) return record(Pattern, tree) end
    local always, never = node('true'), node('false')
    local nullable, grammar

    --- The tree of a pattern, or of what stands for one.
    local function tree_of(value, place, name)
      local kind = type(value)
      if kind == 'userdata' and is(value, Pattern) then return open(value) end
      if kind == 'string' then return value == '' and always or node('literal', value) end
      if kind == 'number' then
        if floor(value) ~= value then fail 'number has no integer representation' end
        if value == 0 then return always end
        return value > 0 and node('any', value) or node('not', node('any', -value))
      end
      if kind == 'boolean' then return value and always or never end
      if kind == 'function' then return node('runtime', always, value) end
      if kind == 'table' then return grammar(value) end
      fail(("bad argument #%d to '%s' (lpeg-pattern expected, got %s)"):format(place, name, core.type_of(value)))
    end

    -- What a pattern can do, known before it runs

    local function some_child(tree, holds)
      for _, child in ipairs { tree.a or false, tree.b or false } do
        if type(child) == 'table' and child.kind and holds(child) then return true end
      end
      return false
    end

    local empty_kinds = { ['true'] = true, ['not'] = true, ['and'] = true, behind = true, position = true, const = true, back = true, argument = true }

    --- Whether a pattern can match the empty string. Rules are looked up in `rules`; outside a grammar they count as not.
    function nullable(tree, rules, seen)
      local kind = tree.kind
      if empty_kinds[kind] then return true end
      if kind == 'seq' then return nullable(tree.a, rules, seen) and nullable(tree.b, rules, seen) end
      if kind == 'choice' then return nullable(tree.a, rules, seen) or nullable(tree.b, rules, seen) end
      if kind == 'repeat' then return tree.b <= 0 end
      if kind == 'rule' then
        seen = seen or {}
        local rule = rules and rules[tree.a]
        if not rule or seen[rule] then return false end
        seen[rule] = true
        local result = nullable(rule, rules, seen)
        seen[rule] = nil
        return result
      end
      if kind == 'grammar' then return nullable(tree.a[tree.b], tree.a) end
      if kind == 'capture' or kind == 'runtime' then return nullable(tree.a, rules, seen) end
      return false
    end

    --- How many bytes a pattern takes, if that is the same each time.
    local function length_of(tree)
      local kind = tree.kind
      if empty_kinds[kind] then return 0 end
      if kind == 'literal' then return #tree.a end
      if kind == 'any' then return tree.a end
      if kind == 'set' then return 1 end
      if kind == 'capture' then return length_of(tree.a) end
      if kind == 'seq' or kind == 'choice' then
        local a, b = length_of(tree.a), length_of(tree.b)
        if kind == 'seq' then return a and b and a + b end
        return a == b and a or nil
      end
    end

    local function has_captures(tree)
      local kind = tree.kind
      return kind == 'capture' or kind == 'runtime' or kind == 'position' or kind == 'const' or kind == 'back'
        or kind == 'argument' or kind ~= 'rule' and kind ~= 'grammar' and some_child(tree, has_captures)
    end

    --- Refuses rules that would never end, or that aren't there.
    local function check_rules(rules)
      local function check(tree, name)
        if tree.kind == 'rule' and not rules[tree.a] then
          fail(("rule '%s' undefined in given grammar"):format(tostring(tree.a)))
        end
        if tree.kind == 'repeat' and tree.b >= 0 and nullable(tree.a, rules) then
          fail(("empty loop in rule '%s'"):format(tostring(name)))
        end
        if tree.kind ~= 'grammar' and tree.kind ~= 'rule' then
          some_child(tree, function(child) check(child, name) end)
        end
      end
      local function heads(tree, path)
        local kind = tree.kind
        if kind == 'rule' then
          if path[tree.a] then fail(("rule '%s' may be left recursive"):format(tostring(tree.a))) end
          path[tree.a] = true
          heads(rules[tree.a], path)
          path[tree.a] = nil
        elseif kind == 'seq' then
          heads(tree.a, path)
          if nullable(tree.a, rules) then heads(tree.b, path) end
        elseif kind ~= 'grammar' then
          some_child(tree, function(child) heads(child, path) end)
        end
      end
      for name, rule in pairs(rules) do check(rule, name) end
      for name, rule in pairs(rules) do heads(rule, { [name] = true }) end
    end

    function grammar(rules)
      local first, trees = rules[1], {}
      if first == nil then fail 'grammar has no initial rule' end
      local initial = first
      if type(first) == 'userdata' or type(first) == 'table' then initial = 1 end
      for name, rule in pairs(rules) do
        if name ~= 1 or initial == 1 then trees[name] = tree_of(rule, 1, 'P') end
      end
      if not trees[initial] then
        -- a single string is a pattern of its own, as every rule may be
        if next(rules, next(rules)) ~= nil then fail 'grammar has no initial rule' end
        initial, trees = 1, { tree_of(first, 1, 'P') }
      end
      check_rules(trees)
      return node('grammar', trees, initial)
    end

    -- Matching: closures that take the subject, a place and the state, and give the place after the match, or nil

    local closure_of
    local makers = {}

    makers['true'] = function() return function(_, i) return i end end
    makers['false'] = function() return function() end end

    function makers.literal(tree)
      local text, length = tree.a, #tree.a
      if length == 1 then
        local wanted = byte(text)
        return function(s, i) if byte(s, i) == wanted then return i + 1 end end
      end
      return function(s, i) if sub(s, i, i + length - 1) == text then return i + length end end
    end

    function makers.any(tree)
      local count = tree.a
      return function(s, i) if i + count - 1 <= #s then return i + count end end
    end

    function makers.set(tree)
      local members = tree.a
      return function(s, i) if members[byte(s, i)] then return i + 1 end end
    end

    function makers.utf8(tree)
      local from, to = tree.a, tree.b
      return function(s, i)
        local ok, code = pcall(utf8.codepoint, s, i)
        if ok and code and code >= from and code <= to then return i + #utf8.char(code) end
      end
    end

    function makers.seq(tree)
      local a, b = closure_of(tree.a), closure_of(tree.b)
      return function(s, i, state)
        local j = a(s, i, state)
        if j then return b(s, j, state) end
      end
    end

    function makers.choice(tree)
      local a, b = closure_of(tree.a), closure_of(tree.b)
      return function(s, i, state)
        local count = state.count
        local j = a(s, i, state)
        if j then return j end
        state.count = count
        return b(s, i, state)
      end
    end

    makers['repeat'] = function(tree)
      local body, least = closure_of(tree.a), tree.b
      local most = least < 0 and -least or math.huge
      return function(s, i, state)
        local done = 0
        while done < most do
          local count = state.count
          local j = body(s, i, state)
          if not j then
            state.count = count
            break
          end
          i, done = j, done + 1
        end
        if done >= least then return i end
      end
    end

    -- Looks ahead: goes on where it stood if what follows matches, or if it doesn't.
    local function ahead(wanted)
      return function(tree)
        local body = closure_of(tree.a)
        return function(s, i, state)
          local count = state.count
          local matches = body(s, i, state) and true or false
          state.count = count
          if matches == wanted then return i end
        end
      end
    end

    makers['not'], makers['and'] = ahead(false), ahead(true)

    function makers.behind(tree)
      local body, length = closure_of(tree.a), tree.b
      return function(s, i, state)
        if i - length >= 1 and body(s, i - length, state) then return i end
      end
    end

    function makers.rule(tree)
      local name = tree.a
      return function(s, i, state)
        local rule = state.rules and state.rules[name]
        if not rule then fail(("rule '%s' used outside a grammar"):format(tostring(name))) end
        return (rule.closure or closure_of(rule))(s, i, state)
      end
    end

    function makers.grammar(tree)
      local rules = tree.a
      return function(s, i, state)
        local outer = state.rules
        state.rules = rules
        local j = closure_of(rules[tree.b])(s, i, state)
        state.rules = outer
        return j
      end
    end

    local function log(state, what, place)
      local count = state.count + 1
      state.count, state.what[count], state.place[count] = count, what, place
    end

    function makers.capture(tree)
      local body = closure_of(tree.a)
      return function(s, i, state)
        log(state, tree, i)
        local j = body(s, i, state)
        if j then log(state, false, j) end
        return j
      end
    end

    local function make_leaf(tree)
      return function(_, i, state)
        log(state, tree, i)
        log(state, false, i)
        return i
      end
    end
    makers.position, makers.const, makers.back, makers.argument = make_leaf, make_leaf, make_leaf, make_leaf

    function makers.runtime(tree)
      local body, action = closure_of(tree.a), tree.b
      return function(s, i, state)
        local count = state.count
        local j = body(s, i, state)
        if not j then return nil end
        local values = values_of(state, count + 1)
        if values.n == 0 then values[1], values.n = sub(s, i, j - 1), 1 end
        state.count = count
        local results = pack(action(s, j, unpack(values, 1, values.n)))
        local place = results[1]
        if not place then return nil end
        if place == true then place = j end
        if type(place) ~= 'number' or place < j or place > #s + 1 then
          fail 'invalid position returned by match-time capture'
        end
        if results.n > 1 then
          log(state, { kind = 'const', a = pack(unpack(results, 2, results.n)) }, i)
          log(state, false, place)
        end
        return floor(place)
      end
    end

    function closure_of(tree)
      local closure = tree.closure
      if not closure then
        closure = makers[tree.kind](tree)
        tree.closure = closure
      end
      return closure
    end

    -- The interface

    function lpeg.P(value) return type(value) == 'userdata' and is(value, Pattern) and value or pattern(tree_of(value, 1, 'P')) end
    function lpeg.V(name) return pattern(node('rule', name)) end

    function lpeg.S(text)
      local members = {}
      for index = 1, #text do members[byte(text, index)] = true end
      return pattern(node('set', members))
    end

    function lpeg.R(...)
      local members = {}
      for _, range in ipairs { ... } do
        if type(range) ~= 'string' or #range ~= 2 then fail "bad argument to 'R' (range must have two characters)" end
        for code = byte(range, 1), byte(range, 2) do members[code] = true end
      end
      return pattern(node('set', members))
    end

    function lpeg.utfR(from, to) return pattern(node('utf8', from, to)) end

    function lpeg.B(value)
      local tree = tree_of(value, 1, 'B')
      local length = length_of(tree)
      if not length then fail "bad argument #1 to 'B' (pattern may not have fixed length)" end
      if has_captures(tree) then fail "bad argument #1 to 'B' (pattern have captures)" end
      return pattern(node('behind', tree, length))
    end

    local function binary(kind, name)
      return function(a, b)
        return pattern(node(kind, tree_of(a, 1, name), tree_of(b, 2, name)))
      end
    end
    Pattern.__mul = binary('seq', 'mul')
    Pattern.__add = binary('choice', 'add')
    function Pattern.__sub(a, b)
      return pattern(node('seq', node('not', tree_of(b, 2, 'sub')), tree_of(a, 1, 'sub')))
    end
    function Pattern.__unm(a) return pattern(node('not', tree_of(a, 1, 'unm'))) end
    function Pattern.__len(a) return pattern(node('and', tree_of(a, 1, 'len'))) end

    function Pattern.__pow(a, count)
      local tree = tree_of(a, 1, 'pow')
      if type(count) ~= 'number' or floor(count) ~= count then
        fail("bad argument #2 to 'pow' (number expected, got " .. core.type_of(count) .. ')')
      end
      if count >= 0 and nullable(tree) then fail 'loop body may accept empty string' end
      return pattern(node('repeat', tree, floor(count)))
    end

    local function capture(how, body, extra)
      return pattern { kind = 'capture', a = body, how = how, extra = extra }
    end

    local kinds = { string = 'string', number = 'number', table = 'query', ['function'] = 'call' }
    function Pattern.__div(a, b)
      local how = kinds[type(b)]
      if not how then fail(("unexpected %s as 2nd operand to LPeg '/'"):format(core.type_of(b))) end
      return capture(how, tree_of(a, 1, 'div'), b)
    end
    function Pattern.__mod(a, b) return capture('accumulate', tree_of(a, 1, 'mod'), b) end

    function lpeg.C(value) return capture('simple', tree_of(value, 1, 'C')) end
    function lpeg.Cs(value) return capture('substitute', tree_of(value, 1, 'Cs')) end
    function lpeg.Ct(value) return capture('table', tree_of(value, 1, 'Ct')) end
    function lpeg.Cf(value, action) return capture('fold', tree_of(value, 1, 'Cf'), action) end
    function lpeg.Cg(value, name) return capture('group', tree_of(value, 1, 'Cg'), name) end
    function lpeg.Cb(name) return pattern(node('back', name)) end
    function lpeg.Cc(...) return pattern(node('const', pack(...))) end
    function lpeg.Carg(place) return pattern(node('argument', place)) end
    function lpeg.Cp() return pattern(node('position')) end
    function lpeg.Cmt(value, action) return pattern(node('runtime', tree_of(value, 1, 'Cmt'), action)) end

    function lpeg.type(value) return type(value) == 'userdata' and is(value, Pattern) and 'pattern' or nil end
    function lpeg.setmaxstack() end

    function lpeg.locale(into)
      into = into or {}
      local classes = { alnum = '%w', alpha = '%a', cntrl = '%c', digit = '%d', graph = '[%w%p]', lower = '%l', print = '[%w%p ]', punct = '%p', space = '%s', upper = '%u', xdigit = '%x' }
      for name, class in pairs(classes) do
        local members = {}
        for code = 0, 127 do
          if char(code):match(class) then members[code] = true end
        end
        into[name] = pattern(node('set', members))
      end
      return into
    end

    function lpeg.match(value, subject, start, ...)
      local tree = tree_of(value, 1, 'match')
      if type(subject) == 'number' then subject = core.text_of(subject) end
      if type(subject) ~= 'string' then
        fail(("bad argument #2 to 'match' (string expected, got %s)"):format(core.type_of(subject)))
      end
      start = start or 1
      if start > 0 then start = min(start, #subject + 1) else start = max(#subject + 1 + start, 1) end
      local state = { subject = subject, count = 0, what = {}, place = {}, arguments = pack(...) }
      local place = closure_of(tree)(subject, start, state)
      if not place then return nil end
      local values = values_of(state, 1)
      if values.n == 0 then return place end
      return unpack(values, 1, values.n)
    end

    return lpeg
    """#
}
