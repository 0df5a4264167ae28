extension LuaLibrary {
  /// `pandoc.layout`: text that is laid out in lines when it is rendered.
  ///
  /// A document is a tree of tables: text, spaces where a line may break, line ends, blank lines, and documents inside
  /// a prefix. Rendering walks it once and writes lines.
  static let layout = #"""
    local core, pandoc = ...
    local record, open, fail = core.record, core.open, core.fail
    local type, ipairs, tostring, setmetatable = type, ipairs, tostring, setmetatable
    local concat, floor, max, min, rep = table.concat, math.floor, math.max, math.min, string.rep

    local Doc = { __name = 'Doc', __metatable = true }
    local layout = pandoc.layout

    local function doc(node) return record(Doc, node) end
    local function is_doc(value) return core.is(value, Doc) end
    local width_of = core.text_width

    --- Nodes of a text: its lines with hard line ends between them.
    local function text_node(text)
      if text == '' then return { kind = 'concat' } end
      if not text:find('\n', 1, true) then return { kind = 'text', text = text } end
      local nodes = { kind = 'concat' }
      local first = true
      for line in (text .. '\n'):gmatch '([^\n]*)\n' do
        if not first then nodes[#nodes + 1] = { kind = 'newline' } end
        if line ~= '' then nodes[#nodes + 1] = { kind = 'text', text = line } end
        first = false
      end
      return nodes
    end

    local function node_of(value, what)
      local kind = type(value)
      if kind == 'string' then return text_node(value) end
      if kind == 'number' then return text_node(core.text_of(value)) end
      if is_doc(value) then return open(value) end
      if kind == 'table' then
        local nodes = { kind = 'concat' }
        for index, item in ipairs(value) do nodes[index] = node_of(item, what) end
        return nodes
      end
      fail(('%s: Doc expected, got %s'):format(what, core.type_of(value)))
    end

    local function flatten(node, nodes)
      if node.kind == 'concat' then
        for _, item in ipairs(node) do flatten(item, nodes) end
      else
        nodes[#nodes + 1] = node
      end
      return nodes
    end

    local function is_blank(node)
      for _, item in ipairs(flatten(node, {})) do
        if item.kind ~= 'prefixed' or not is_blank(item.inner) then return false end
      end
      return true
    end

    local function joined(a, b, separator)
      if is_blank(a) then return b end
      if is_blank(b) then return a end
      return { kind = 'concat', a, { kind = separator }, b }
    end

    -- Rendering

    --- The width of what comes next without a place to break.
    local function next_width(nodes, index)
      local width = 0
      while nodes[index] do
        local node = nodes[index]
        if node.kind == 'text' then
          width = width + width_of(node.text)
        elseif node.kind == 'block' then
          width = width + node.width
        elseif node.kind ~= 'styled' then
          break
        end
        index = index + 1
      end
      return width
    end

    local render_lines

    --- The lines of a block, each filled to its width where `fills`.
    local function block_lines(node, height, fills)
      local lines = {}
      if node.fill then
        for index = 1, height do lines[index] = node.fill end
        return lines
      end
      local inner = render_lines(node.inner, node.width)
      for index = 1, max(height, #inner) do
        local line = inner[index] or ''
        local room = max(0, node.width - width_of(line))
        if node.align == 'right' then
          line = rep(' ', room) .. line
        elseif node.align == 'center' then
          line = rep(' ', floor(room / 2)) .. line
          if fills then line = line .. rep(' ', max(0, node.width - width_of(line))) end
        elseif fills then
          line = line .. rep(' ', room)
        end
        lines[index] = line
      end
      return lines
    end

    local function block_height(node)
      return node.fill and 1 or #render_lines(node.inner, node.width)
    end

    --- Renders nodes into a list of pieces; state goes through recursion by `s`.
    local function run(s, node, limit)
      local nodes = flatten(node, {})
      local out = s.out
      local function put(text, width)
        if s.column == 0 and s.prefix ~= '' and s.newlines > 0 and not s.is_flush then
          out[#out + 1] = s.prefix
          s.column = width_of(s.prefix)
        end
        out[#out + 1] = text
        s.column = s.column + width
        s.newlines = 0
        s.is_started = true
      end
      local function break_line()
        if s.newlines > 0 and s.is_started and s.prefix:match '%S' then
          out[#out + 1] = (s.prefix:gsub('%s+$', ''))
        end
        out[#out + 1] = '\n'
        s.column = 0
        s.newlines = s.newlines + 1
        s.pending = false
      end
      s.break_line = break_line
      local index = 1
      while nodes[index] do
        local item = nodes[index]
        local kind = item.kind
        if kind == 'text' then
          if s.pending then
            s.pending = false
            if s.newlines == 0 then
              if limit and s.column + 1 + next_width(nodes, index) > limit then
                break_line()
              else
                put(' ', 1)
              end
            end
          end
          put(item.text, width_of(item.text))
        elseif kind == 'space' then
          if s.newlines == 0 then s.pending = true end
        elseif kind == 'newline' then
          break_line()
        elseif kind == 'cr' then
          s.pending = false
          if s.newlines == 0 then break_line() end
        elseif kind == 'blank' then
          s.pending = false
          s.blank = max(s.blank or 0, item.count)
          local following = nodes[index + 1]
          if not (following and following.kind == 'blank') then
            local count = s.blank
            s.blank = nil
            if following or s.more > 0 then
              while s.newlines <= count do break_line() end
            elseif s.newlines == 0 then
              break_line()
            end
          end
        elseif kind == 'prefixed' then
          local outer, more = s.prefix, s.more
          if s.pending then
            s.pending = false
            if s.newlines == 0 then put(' ', 1) end
          end
          s.more = more + (nodes[index + 1] and 1 or 0)
          s.prefix = outer .. item.prefix
          run(s, item.inner, limit)
          s.prefix, s.more = outer, more
        elseif kind == 'flush' then
          local outer, more = s.is_flush, s.more
          s.more = more + (nodes[index + 1] and 1 or 0)
          s.is_flush = true
          run(s, item.inner, limit)
          s.is_flush, s.more = outer, more
        elseif kind == 'after_break' then
          if s.newlines > 0 then put(item.text, width_of(item.text)) end
        elseif kind == 'before_non_blank' then
          local following = nodes[index + 1]
          if following and (following.kind == 'text' or following.kind == 'block') then
            run(s, item.inner, limit)
          end
        elseif kind == 'styled' then
          run(s, item.inner, limit)
        elseif kind == 'block' then
          if s.pending then
            s.pending = false
            if s.newlines == 0 then put(' ', 1) end
          end
          local row, height = {}, 1
          while nodes[index] and nodes[index].kind == 'block' do
            row[#row + 1] = nodes[index]
            height = max(height, block_height(nodes[index]))
            index = index + 1
          end
          index = index - 1
          local columns = {}
          for place, block in ipairs(row) do columns[place] = block_lines(block, height, place < #row) end
          local indent = s.newlines > 0 and 0 or s.column - width_of(s.prefix)
          for line = 1, height do
            local parts = {}
            for place = 1, #columns do parts[place] = columns[place][line] or '' end
            local text = concat(parts)
            if line < height then text = text:gsub('%s+$', '') end
            if line > 1 then
              break_line()
              if text ~= '' then text = rep(' ', indent) .. text end
            end
            if text ~= '' then put(text, width_of(text)) end
          end
        end
        index = index + 1
      end
    end

    local function render(node, limit)
      local s = { out = {}, column = 0, newlines = 2, prefix = '', more = 0 }
      run(s, node, limit)
      return concat(s.out)
    end

    function render_lines(node, limit)
      local lines = {}
      local text = render(node, limit)
      if text == '' then return { '' } end
      for line in (text:gsub('\n$', '') .. '\n'):gmatch '([^\n]*)\n' do lines[#lines + 1] = line end
      return lines
    end

    -- Making

    layout.empty = doc { kind = 'concat' }
    layout.space = doc { kind = 'space' }
    layout.cr = doc { kind = 'cr' }
    layout.blankline = doc { kind = 'blank', count = 1 }

    function layout.blanklines(count) return doc { kind = 'blank', count = count } end
    function layout.literal(text)
      if type(text) ~= 'string' and type(text) ~= 'number' then
        fail('literal: string expected, got ' .. core.type_of(text))
      end
      return doc(text_node(tostring(text)))
    end

    function layout.concat(docs, separator)
      if type(docs) ~= 'table' then fail('concat: table expected, got ' .. core.type_of(docs)) end
      local nodes = { kind = 'concat' }
      local between = separator ~= nil and node_of(separator, 'concat')
      for index, item in ipairs(docs) do
        if between and index > 1 then nodes[#nodes + 1] = between end
        nodes[#nodes + 1] = node_of(item, 'concat')
      end
      return doc(nodes)
    end

    local function prefixed(inner, prefix) return { kind = 'prefixed', prefix = prefix, inner = inner } end

    function layout.nest(value, indent) return doc(prefixed(node_of(value, 'nest'), rep(' ', indent))) end
    function layout.hang(value, indent, start)
      return doc { kind = 'concat', node_of(start, 'hang'), prefixed(node_of(value, 'hang'), rep(' ', indent)) }
    end
    function layout.prefixed(value, prefix) return doc(prefixed(node_of(value, 'prefixed'), prefix)) end
    function layout.flush(value) return doc { kind = 'flush', inner = node_of(value, 'flush') } end
    function layout.after_break(text) return doc { kind = 'after_break', text = text } end
    function layout.before_non_blank(value)
      return doc { kind = 'before_non_blank', inner = node_of(value, 'before_non_blank') }
    end
    function layout.inside(value, first, last)
      return doc { kind = 'concat', node_of(first, 'inside'), node_of(value, 'inside'), node_of(last, 'inside') }
    end
    for name, marks in pairs { parens = '()', brackets = '[]', braces = '{}', quotes = "''", double_quotes = '""' } do
      layout[name] = function(value) return layout.inside(value, marks:sub(1, 1), marks:sub(2, 2)) end
    end
    for name, align in pairs { lblock = 'left', rblock = 'right', cblock = 'center' } do
      layout[name] = function(value, width)
        return doc { kind = 'block', align = align, width = width, inner = node_of(value, name) }
      end
    end
    function layout.vfill(text) return doc { kind = 'block', fill = text, width = width_of(text) } end
    for _, name in ipairs { 'bold', 'italic', 'underlined', 'strikeout' } do
      layout[name] = function(value) return doc { kind = 'styled', inner = node_of(value, name) } end
    end
    for _, name in ipairs { 'fg', 'bg' } do
      layout[name] = function(value) return doc { kind = 'styled', inner = node_of(value, name) } end
    end

    --- Changes all nodes of a document, from the leaves up.
    local function changed(node, change)
      local copy = {}
      for key, value in pairs(node) do copy[key] = value end
      for index, item in ipairs(node) do copy[index] = changed(item, change) end
      if copy.inner then copy.inner = changed(copy.inner, change) end
      return change(copy)
    end

    function layout.nowrap(value)
      return doc(changed(node_of(value, 'nowrap'), function(node)
        return node.kind == 'space' and { kind = 'text', text = ' ' } or node
      end))
    end

    local loose = { space = true, cr = true, blank = true, newline = true }

    function layout.chomp(value)
      local nodes = flatten(node_of(value, 'chomp'), { kind = 'concat' })
      while #nodes > 0 do
        local last = nodes[#nodes]
        if loose[last.kind] then
          nodes[#nodes] = nil
        elseif last.kind == 'prefixed' then
          nodes[#nodes] = prefixed(open(layout.chomp(doc(last.inner))), last.prefix)
          break
        else
          break
        end
      end
      return doc(nodes)
    end

    function layout.nestle(value)
      local nodes = flatten(node_of(value, 'nestle'), {})
      local kept, started = { kind = 'concat' }, false
      for _, node in ipairs(nodes) do
        if not (node.kind == 'blank' or node.kind == 'newline') then started = true end
        if started then kept[#kept + 1] = node end
      end
      return doc(kept)
    end

    -- Asking

    function layout.render(value, columns)
      return render(node_of(value, 'render'), columns)
    end
    function layout.is_empty(value) return is_blank(node_of(value, 'is_empty')) end
    function layout.height(value)
      local node = node_of(value, 'height')
      return is_blank(node) and 0 or #render_lines(node)
    end
    local function widest(node, limit)
      local width = 0
      for _, line in ipairs(render_lines(node, limit)) do width = max(width, width_of(line)) end
      return width
    end
    function layout.offset(value) return widest(node_of(value, 'offset')) end
    function layout.min_offset(value) return widest(node_of(value, 'min_offset'), 1) end
    function layout.update_column(value, column)
      local lines = render_lines(node_of(value, 'update_column'))
      return #lines > 1 and width_of(lines[#lines]) or column + width_of(lines[1])
    end
    function layout.real_length(text) return width_of(text) end

    function Doc.__concat(a, b) return doc { kind = 'concat', node_of(a, '..'), node_of(b, '..') } end
    function Doc.__add(a, b) return doc(joined(node_of(a, '+'), node_of(b, '+'), 'space')) end
    function Doc.__div(a, b) return doc(joined(node_of(a, '/'), node_of(b, '/'), 'cr')) end
    function Doc.__idiv(a, b)
      a, b = node_of(a, '//'), node_of(b, '//')
      if is_blank(a) then return doc(b) end
      if is_blank(b) then return doc(a) end
      return doc { kind = 'concat', a, { kind = 'blank', count = 1 }, b }
    end
    function Doc.__tostring(value) return render(open(value)) end

    local function same(a, b)
      if type(a) ~= 'table' or type(b) ~= 'table' then return a == b end
      for key, value in pairs(a) do if not same(value, b[key]) then return false end end
      for key in pairs(b) do if a[key] == nil then return false end end
      return true
    end
    function Doc.__eq(a, b)
      return is_doc(a) and is_doc(b) and same(flatten(open(a), {}), flatten(open(b), {}))
    end

    local methods = {}
    for _, name in ipairs { 'before_non_blank', 'braces', 'brackets', 'cblock', 'chomp', 'double_quotes', 'flush', 'hang', 'height', 'inside', 'is_empty', 'lblock', 'min_offset', 'nest', 'nestle', 'nowrap', 'offset', 'parens', 'prefixed', 'quotes', 'rblock', 'render', 'update_column', 'vfill' } do
      methods[name] = layout[name]
    end
    Doc.__index = function(_, key) return methods[key] end

    core.doc_of = function(value, what) return doc(node_of(value, what)) end
    core.is_doc = is_doc
    """#
}
