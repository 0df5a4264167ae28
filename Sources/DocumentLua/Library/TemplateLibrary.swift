extension LuaLibrary {
  /// `pandoc.template`: the language of pandoc's templates, compiled to a tree and applied to a context.
  static let template = #"""
    local core, pandoc = ...
    local record, open, fail = core.record, core.open, core.fail
    local type, ipairs, pairs, tostring = type, ipairs, pairs, tostring
    local layout = pandoc.layout

    local template = pandoc.template
    local Template = { __name = 'Template', __metatable = true }

    -- Parsing

    local Parser = {}
    Parser.__index = Parser

    function Parser:fail(what)
      local line = select(2, self.text:sub(1, self.place):gsub('\n', '')) + 1
      fail(('template %s, line %d: %s'):format(self.name, line, what))
    end

    --- Reads what stands between the marks of a directive, if one begins here: its text, and where it ends.
    function Parser:directive()
      local text, place = self.text, self.place
      local inner, last = text:match('^%${%s*(.-)%s*}()', place)
      if inner then return inner, last end
      inner, last = text:match('^%$%s*([^%s$][^$\n]-)%s*%$()', place)
      if not inner then inner, last = text:match('^%$%s*([^%s$])%s*%$()', place) end
      return inner, last
    end

    --- Whether the directive that ends at `last` stands alone in its line; then where the next line begins.
    function Parser:alone(first, last)
      local before = self.text:sub(1, first - 1):match '[^\n]*$'
      local line_end = self.text:match('^[ \t]*\n()', last)
      if line_end and before:match '^[ \t]*$' then return line_end end
    end

    local function variable_of(parser, text)
      local path, rest = text:match '^([%a][%w_.-]*)(.*)$'
      if not path then parser:fail(('a variable expected, found "%s"'):format(text)) end
      local names, pipes = {}, {}
      for name in path:gmatch '[^.]+' do names[#names + 1] = name end
      while rest:sub(1, 1) == '/' do
        local name, after = rest:match '^/([%a]+)(.*)$'
        if not name then parser:fail(('a pipe expected in "%s"'):format(text)) end
        local pipe = { name = name }
        if name == 'left' or name == 'right' or name == 'center' then
          local width, tail = after:match '^%s+(%d+)(.*)$'
          if not width then parser:fail(('the pipe %s needs a width'):format(name)) end
          pipe.width, after = tonumber(width), tail
          local first, tail1 = after:match '^%s+"([^"]*)"(.*)$'
          if first then
            pipe.left, after = first, tail1
            local second, tail2 = after:match '^%s+"([^"]*)"(.*)$'
            if second then pipe.right, after = second, tail2 end
          end
        elseif not template.pipes[name] then
          parser:fail('Unknown pipe ' .. name)
        end
        pipes[#pipes + 1] = pipe
        rest = after
      end
      return { names = names, pipes = pipes }, rest
    end

    function Parser:partial(name, nodes)
      local source = core.partial(name, self.name)
      if not source then fail('Could not find data file templates/' .. name) end
      source = source:gsub('\n$', '')
      local inner = setmetatable({ text = source, place = 1, name = name, depth = self.depth + 1 }, Parser)
      if inner.depth > 50 then return { { kind = 'text', text = '(loop)' } } end
      return inner:nodes {}
    end

    --- Reads nodes up to one of the directives in `ends`, which it returns.
    function Parser:nodes(ends)
      local nodes = {}
      local function add_text(text)
        if text == '' then return end
        local last = nodes[#nodes]
        if last and last.kind == 'text' then
          last.text = last.text .. text
        else
          nodes[#nodes + 1] = { kind = 'text', text = text }
        end
      end
      while true do
        local text = self.text
        local next_place = text:find('$', self.place, true)
        if not next_place then
          if ends.any then self:fail('the template ends before ' .. ends.any) end
          add_text(text:sub(self.place))
          return nodes
        end
        add_text(text:sub(self.place, next_place - 1))
        self.place = next_place
        local after = text:match('^%$%$()', next_place)
        local comment = text:match('^%$%-%-[^\n]*()', next_place)
        if after then
          add_text '$'
          self.place = after
        elseif comment then
          local before = text:sub(1, next_place - 1):match '[^\n]*$'
          self.place = before == '' and text:match('^\n()', comment) or comment
        else
          local inner, last = self:directive()
          if not inner then self:fail('the directive that begins here has no end') end
          local word, condition = inner:match '^(%a+)%s*%(%s*(.-)%s*%)$'
          if ends[inner] or (word == 'elseif' and ends['elseif']) then
            local alone = self:alone(next_place, last)
            if alone and ends.block then
              local tail = nodes[#nodes]
              if tail and tail.kind == 'text' then tail.text = tail.text:gsub('[ \t]*$', '') end
              last = alone
            end
            self.place = last
            return nodes, inner, condition
          end
          if word == 'if' or word == 'for' then
            local alone = self:alone(next_place, last)
            if alone then
              local tail = nodes[#nodes]
              if tail and tail.kind == 'text' then tail.text = tail.text:gsub('[ \t]*$', '') end
            end
            self.place = alone or last
            nodes[#nodes + 1] = word == 'if' and self:conditional(condition, alone) or self:loop(condition, alone)
          elseif inner == '^' then
            self.place = last
            local column = #(text:sub(1, next_place - 1):match '[^\n]*$')
            local rest = {}
            local line_end = text:find('\n', last, true)
            nodes[#nodes + 1] = { kind = 'nest', column = column, nodes = rest }
            local stop = line_end
            while stop and text:match('^[ \t]', stop + 1) and #text:match('^[ \t]*', stop + 1) >= column do
              stop = text:find('\n', stop + 1, true)
            end
            local part = text:sub(last, (stop or #text + 1) - 1)
            part = part:gsub('\n' .. (' '):rep(column), '\n')
            local sub = setmetatable({ text = part, place = 1, name = self.name, depth = self.depth }, Parser)
            for index, node in ipairs((sub:nodes {})) do rest[index] = node end
            self.place = stop or #text + 1
          elseif inner == '~' then
            self.place = last
            local content = self:nodes { ['~'] = true, any = '$~$' }
            nodes[#nodes + 1] = { kind = 'break', nodes = content }
          elseif inner:match '^[%a][%w_.-]*%s*%(%s*%)$' then
            self.place = last
            for _, node in ipairs((self:partial(inner:match '^[%w_.-]+', nodes))) do nodes[#nodes + 1] = node end
          elseif inner:match '^[%a][%w_.-]*:[%w_.-]+%(%)' then
            local name, part = inner:match '^([%a][%w_.-]*):([%w_.-]+)%(%)'
            self.place = last
            local separator = inner:match '%[(.*)%]$'
            nodes[#nodes + 1] = { kind = 'for', variable = variable_of(self, name), nodes = self:partial(part, nodes), separator = separator and { { kind = 'text', text = separator } } }
          else
            local variable, rest = variable_of(self, inner)
            local separator = rest:match '^%[(.*)%]$'
            if rest ~= '' and not separator then self:fail(('unexpected "%s"'):format(rest)) end
            local indent = text:sub(1, next_place - 1):match '[^\n]*$'
            local is_block = text:match('^[ \t]*\n', last) or last > #text
            local node = { kind = 'variable', variable = variable, separator = separator }
            if indent:match '^[ \t]+$' and is_block then node.column = #indent end
            self.place = last
            nodes[#nodes + 1] = node
          end
        end
      end
    end

    function Parser:conditional(condition, alone)
      local node = { kind = 'if', variable = variable_of(self, condition) }
      local inner, following
      node.yes, inner, following = self:nodes { ['else'] = true, ['elseif'] = true, endif = true, any = '$endif$', block = alone }
      if inner == 'else' then
        node.no = self:nodes { endif = true, any = '$endif$', block = alone }
      elseif inner ~= 'endif' then
        node.no = { self:conditional(following, alone) }
      end
      return node
    end

    function Parser:loop(condition, alone)
      local node = { kind = 'for', variable = variable_of(self, condition) }
      local inner
      node.nodes, inner = self:nodes { sep = true, endfor = true, any = '$endfor$', block = alone }
      if inner == 'sep' then
        node.separator = self:nodes { endfor = true, any = '$endfor$', block = alone }
      end
      return node
    end

    function template.compile(source, path)
      if type(source) ~= 'string' and type(source) ~= 'number' then
        fail('compile: string expected, got ' .. core.type_of(source))
      end
      local parser = setmetatable({ text = tostring(source), place = 1, name = path or 'templates/default', depth = 0 }, Parser)
      return record(Template, (parser:nodes {}))
    end

    -- Applying

    local function is_list(value) return type(value) == 'table' and not core.is_doc(value) and #value > 0 end

    local function text_of(value)
      if type(value) == 'string' then return value end
      if core.is_doc(value) then return layout.render(value) end
      return nil
    end

    local function map_text(change)
      return function(value)
        local text = text_of(value)
        if text then return change(text) end
        return value
      end
    end

    local function alpha(number) return string.char(97 + (number - 1) % 26) end

    template.pipes = {
      uppercase = map_text(function(text) return pandoc.text.upper(text) end),
      lowercase = map_text(function(text) return pandoc.text.lower(text) end),
      chomp = map_text(function(text) return (text:gsub('[%s]+$', '')) end),
      nowrap = function(value) return core.is_doc(value) and layout.nowrap(value) or value end,
      length = function(value)
        if is_list(value) then return tostring(#value) end
        local text = text_of(value)
        if text then return tostring(pandoc.text.len(text)) end
        local count = 0
        if type(value) == 'table' then for _ in pairs(value) do count = count + 1 end end
        return tostring(count)
      end,
      reverse = function(value)
        if is_list(value) then
          local reversed = {}
          for index = #value, 1, -1 do reversed[#reversed + 1] = value[index] end
          return reversed
        end
        local text = text_of(value)
        return text and pandoc.text.reverse(text) or value
      end,
      first = function(value) return is_list(value) and value[1] or value end,
      last = function(value) return is_list(value) and value[#value] or value end,
      rest = function(value) return is_list(value) and { table.unpack(value, 2) } or value end,
      allbutlast = function(value) return is_list(value) and { table.unpack(value, 1, #value - 1) } or value end,
      pairs = function(value)
        local list = {}
        if is_list(value) then
          for index, item in ipairs(value) do list[index] = { key = tostring(index), value = item } end
        elseif type(value) == 'table' then
          local keys = {}
          for key in pairs(value) do keys[#keys + 1] = key end
          table.sort(keys)
          for index, key in ipairs(keys) do list[index] = { key = key, value = value[key] } end
        end
        return list
      end,
      alpha = map_text(function(text) local n = tonumber(text) return n and alpha(n) or text end),
      roman = map_text(function(text)
        local n = tonumber(text)
        return n and pandoc.utils.to_roman_numeral(n):lower() or text
      end),
    }

    local function block_pipe(pipe, value)
      local make = ({ left = layout.lblock, right = layout.rblock, center = layout.cblock })[pipe.name]
      local block = make(core.doc_of(value or '', 'template'), pipe.width)
      local result = layout.literal(pipe.left or '') .. block
      if pipe.right then result = result .. layout.vfill(pipe.right) end
      return result
    end

    --- The value of a variable, or nil.
    local function resolve(variable, context)
      local value = context
      for index, name in ipairs(variable.names) do
        if type(value) ~= 'table' or core.is_doc(value) then return nil end
        if is_list(value) and index > 1 then
          local items = {}
          for _, item in ipairs(value) do
            if type(item) == 'table' then items[#items + 1] = item[name] end
          end
          value = items
        else
          value = value[name]
        end
      end
      if type(value) == 'number' then value = tostring(value) end
      for _, pipe in ipairs(variable.pipes) do
        if pipe.width then
          value = block_pipe(pipe, value)
        elseif value ~= nil then
          value = template.pipes[pipe.name](value)
        end
      end
      return value
    end

    local function is_set(value)
      if value == nil or value == false or value == '' then return false end
      if core.is_doc(value) then return not layout.is_empty(value) end
      if is_list(value) then
        for _, item in ipairs(value) do if is_set(item) then return true end end
        return false
      end
      return true
    end

    local function shown(value, separator)
      if value == nil then return layout.empty end
      if type(value) == 'boolean' then return layout.literal(tostring(value)) end
      if type(value) == 'string' then return layout.literal(value) end
      if type(value) == 'number' then return layout.literal(tostring(value)) end
      if core.is_doc(value) then return value end
      if is_list(value) then
        local parts = {}
        for index, item in ipairs(value) do parts[index] = shown(item) end
        return layout.concat(parts, separator and layout.literal(separator) or nil)
      end
      return layout.literal 'true'
    end

    local apply_nodes

    local function apply_loop(node, context)
      local value = resolve(node.variable, context)
      if not is_set(value) then return layout.empty end
      local items = is_list(value) and value or { value }
      local parts = {}
      local separator = node.separator and apply_nodes(node.separator, context)
      for index, item in ipairs(items) do
        local inner = setmetatable({ it = item }, { __index = context })
        local names = node.variable.names
        local target = inner
        for place = 1, #names - 1 do
          local old = target[names[place]]
          local copy = setmetatable({}, { __index = type(old) == 'table' and not is_list(old) and old or nil })
          target[names[place]] = copy
          target = copy
        end
        target[names[#names]] = item
        if index > 1 and separator then parts[#parts + 1] = separator end
        parts[#parts + 1] = apply_nodes(node.nodes, inner)
      end
      return layout.concat(parts)
    end

    function apply_nodes(nodes, context)
      local parts = {}
      for index, node in ipairs(nodes) do
        if node.kind == 'text' then
          parts[index] = layout.literal(node.text)
        elseif node.kind == 'variable' then
          local value = shown(resolve(node.variable, context), node.separator)
          parts[index] = node.column and layout.nest(value, node.column) or value
          if node.column and index > 1 and nodes[index - 1].kind == 'text' then
            parts[index - 1] = layout.literal((nodes[index - 1].text:gsub('[ \t]+$', '')))
          end
        elseif node.kind == 'if' then
          if is_set(resolve(node.variable, context)) then
            parts[index] = apply_nodes(node.yes, context)
          else
            parts[index] = node.no and apply_nodes(node.no, context) or layout.empty
          end
        elseif node.kind == 'for' then
          parts[index] = apply_loop(node, context)
        elseif node.kind == 'nest' then
          parts[index] = layout.nest(apply_nodes(node.nodes, context), node.column)
        else
          local text = layout.render(apply_nodes(node.nodes, context))
          local words = {}
          for word in text:gmatch '%S+' do words[#words + 1] = layout.literal(word) end
          parts[index] = layout.concat(words, layout.space)
        end
      end
      return layout.concat(parts)
    end

    function template.apply(given, context)
      if type(given) == 'string' then given = template.compile(given) end
      if not core.is(given, Template) then
        fail('apply: Template or string expected, got ' .. core.type_of(given))
      end
      if type(context) ~= 'table' then fail('apply: table expected, got ' .. core.type_of(context)) end
      return apply_nodes(open(given), context)
    end

    function template.meta_to_context(meta, blocks_writer, inlines_writer)
      local function convert(value)
        local kind = pandoc.utils.type(value)
        if kind == 'Inlines' then return inlines_writer(value) end
        if kind == 'Blocks' then return blocks_writer(value) end
        if kind == 'Inline' then return inlines_writer(pandoc.Inlines(value)) end
        if kind == 'Block' then return blocks_writer(pandoc.Blocks(value)) end
        if type(value) == 'table' then
          local converted = {}
          for key, item in pairs(value) do converted[key] = convert(item) end
          return converted
        end
        return value
      end
      return convert(pandoc.Meta(meta))
    end

    function template.default(format)
      format = (format or FORMAT or ''):match '^[^+-]*'
      local source = core.default_template(format)
      if not source then fail('Could not find data file templates/default.' .. format) end
      return source
    end

    function template.get(name)
      local source = core.partial(name, '')
      if not source then fail('Could not find data file templates/' .. name) end
      return source
    end

    """#
}
