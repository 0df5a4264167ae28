extension LuaLibrary {
  /// `re`: patterns of `lpeg` written as text, in the syntax of LPeg's module of that name.
  static let re = #"""
    local core, lpeg = ...
    local fail = core.fail
    local type, tonumber, setmetatable = type, tonumber, setmetatable
    local P, R, V = lpeg.P, lpeg.R, lpeg.V
    local re, any = {}, P(1)

    local classes = { nl = P '\n' }
    local named = lpeg.locale()
    for letter, name in pairs { a = 'alpha', c = 'cntrl', d = 'digit', g = 'graph', l = 'lower', p = 'punct', s = 'space', u = 'upper', w = 'alnum', x = 'xdigit' } do
      classes[letter], classes[letter:upper()] = named[name], any - named[name]
    end

    --- Reads a pattern by descent. `text` is what is read, `at` where; `definitions` what the names in it mean.
    local function new_reader(text, definitions)
      local reader, at = {}, 1
      local is_in_grammar = false

      local function broken() fail(("pattern error near '%s'"):format(text:sub(at, at + 20))) end

      local function skip()
        repeat
          local before = at
          at = text:match('^%s*()', at)
          if text:sub(at, at + 1) == '--' then at = text:match('^[^\n]*()', at) end
        until at == before
      end

      local function take(pattern)
        local found, after = text:match('^(' .. pattern .. ')()', at)
        if found then at = after end
        return found
      end

      --- Takes a mark, and the space after it.
      local function token(mark)
        if text:sub(at, at + #mark - 1) ~= mark then return false end
        at = at + #mark
        skip()
        return true
      end

      local function need(mark)
        if not token(mark) then broken() end
      end

      local function name()
        local found = take '[%a_][%w_]*'
        if found then skip() end
        return found
      end

      local function defined(what)
        local value = definitions and definitions[what]
        if value == nil then fail('undefined name: ' .. what) end
        return value
      end

      local function class_of(what)
        local value = definitions and definitions[what]
        if value == nil then value = classes[what] end
        if value == nil then fail(("name '%s' undefined"):format(what)) end
        return P(value)
      end

      local function quoted()
        local mark = text:sub(at, at)
        if mark ~= '"' and mark ~= "'" then return nil end
        local close = text:find(mark, at + 1, true)
        if not close then broken() end
        local inside = text:sub(at + 1, close - 1)
        at = close + 1
        skip()
        return inside
      end

      local function class()
        at = at + 1
        local is_complement = take '%^'
        local set
        repeat
          local item
          local group = take '%%[%a_][%w_]*'
          if group then
            item = class_of(group:sub(2))
          else
            local from = text:sub(at, at)
            if from == '' then broken() end
            local to = text:match('^.%-([^]])', at)
            item = to and R(from .. to) or P(from)
            at = at + (to and 3 or 1)
          end
          set = set and set + item or item
        until text:sub(at, at) == ']'
        at = at + 1
        skip()
        return is_complement and any - set or set
      end

      local expression

      local function same_as(before)
        return lpeg.Cmt(lpeg.Cb(before), function(subject, place, wanted)
          if subject:sub(place, place + #wanted - 1) == wanted then return place + #wanted end
        end)
      end

      local function braces()
        if token '{}' then return lpeg.Cp() end
        for open, made in pairs { ['{~'] = { '~}', lpeg.Cs }, ['{|'] = { '|}', lpeg.Ct } } do
          if token(open) then
            local body = expression()
            need(made[1])
            return made[2](body)
          end
        end
        if token '{:' then
          local group = text:match('^([%a_][%w_]*)%s*:', at)
          if group then
            name()
            need ':'
          end
          local body = expression()
          need ':}'
          return lpeg.Cg(body, group)
        end
        need '{'
        local body = expression()
        need '}'
        return lpeg.C(body)
      end

      --- The smallest part; nil where none begins.
      local function primary()
        local first = text:sub(at, at)
        if first == '(' then
          token '('
          local body = expression()
          need ')'
          return body
        end
        if first == '"' or first == "'" then return P(quoted()) end
        if first == '[' then return class() end
        if first == '{' then return braces() end
        if first == '.' then
          token '.'
          return any
        end
        if first == '%' then
          at = at + 1
          return class_of(name() or broken())
        end
        if first == '=' and text:sub(at + 1, at + 1) ~= '>' then
          token '='
          return same_as(name() or broken())
        end
        local rule = text:match('^<%s*([%a_][%w_]*)%s*>', at)
        if rule then
          at = text:match('^<%s*[%a_][%w_]*%s*>()', at)
          skip()
        elseif not text:match('^[%a_][%w_]*%s*<%-', at) then
          rule = name()
        end
        if not rule then return nil end
        if not is_in_grammar then fail(("rule '%s' used outside a grammar"):format(rule)) end
        return V(rule)
      end

      local function times(body, sign, count)
        if sign == '+' then return body ^ count end
        if sign == '-' then return body ^ -count end
        local all = P(true)
        for _ = 1, count do all = all * body end
        return all
      end

      local function suffix()
        local body = primary()
        if not body then return nil end
        while true do
          if token '+' then body = body ^ 1
          elseif token '*' then body = body ^ 0
          elseif token '?' then body = body ^ -1
          elseif token '^' then
            local sign, count = take '[+-]?', take '%d+'
            if not count then broken() end
            skip()
            body = times(body, sign, tonumber(count))
          elseif token '->' then
            if token '{}' then
              body = lpeg.Ct(body)
            else
              local written = quoted()
              local number = not written and take '%d+'
              if number then skip() end
              body = body / (written or tonumber(number or nil) or defined(name() or broken()))
            end
          elseif token '=>' then body = lpeg.Cmt(body, defined(name() or broken()))
          elseif token '~>' then body = lpeg.Cf(body, defined(name() or broken()))
          elseif token '>>' then body = body % defined(name() or broken())
          else return body end
        end
      end

      local prefix
      function prefix()
        if token '&' then return #(prefix() or broken()) end
        if token '!' then return -(prefix() or broken()) end
        return suffix()
      end

      local function sequence()
        local all
        while true do
          local part = prefix()
          if not part then return all or P(true) end
          all = all and all * part or part
        end
      end

      local function grammar()
        local outer = is_in_grammar
        is_in_grammar = true
        local rules = {}
        repeat
          local rule = name()
          need '<-'
          if not rules[1] then rules[1] = rule end
          if rules[rule] then fail(("'%s' already defined as a rule"):format(rule)) end
          local body = sequence()
          while token '/' do body = body + sequence() end
          rules[rule] = body
        until not text:match('^[%a_][%w_]*%s*<%-', at)
        is_in_grammar = outer
        return P(rules)
      end

      function expression()
        if text:match('^[%a_][%w_]*%s*<%-', at) then return grammar() end
        local body = sequence()
        while token '/' do body = body + sequence() end
        return body
      end

      function reader.all()
        skip()
        local body = expression()
        if at <= #text then broken() end
        return body
      end
      return reader
    end

    function re.compile(text, definitions)
      if lpeg.type(text) == 'pattern' then return text end
      if type(text) ~= 'string' then fail('compile: a pattern as text expected, got ' .. core.type_of(text)) end
      return new_reader(text, definitions).all()
    end

    local compiled = setmetatable({}, { __mode = 'v' })
    local function pattern_of(text)
      if type(text) ~= 'string' then return re.compile(text) end
      local known = compiled[text]
      if not known then
        known = re.compile(text)
        compiled[text] = known
      end
      return known
    end

    function re.match(subject, text, start) return lpeg.match(pattern_of(text), subject, start or 1) end

    --- Where the first match begins and ends.
    function re.find(subject, text, start)
      local from, after = lpeg.match(P { lpeg.Cp() * (pattern_of(text) / 0) * lpeg.Cp() + any * V(1) }, subject, start or 1)
      if from then return from, after - 1 end
      return nil
    end

    function re.gsub(subject, text, replacement)
      return lpeg.match(lpeg.Cs((pattern_of(text) / replacement + any) ^ 0), subject)
    end

    function re.updatelocale() end
    return re
    """#
}
