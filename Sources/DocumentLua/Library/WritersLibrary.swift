extension LuaLibrary {
  /// Writers that scripts make: `pandoc.scaffolding.Writer`, and writers of the classic kind, with a global function
  /// for each element.
  static let writers = #"""
    local core, pandoc = ...
    local fail, type, ipairs, setmetatable, concat = core.fail, type, ipairs, setmetatable, table.concat
    local layout = pandoc.layout

    -- Scaffolding

    local function new_writer()
      local Writer = {}
      local function renderer(kind)
        return setmetatable({}, {
          __call = function(renderers, element, options)
            local render = renderers[element.t]
            if type(render) == 'string' then return render end
            if not render then
              fail(('no function to write a %s: define Writer.%s.%s'):format(element.t, kind, element.t))
            end
            return render(element, options or Writer.options)
          end,
        })
      end
      Writer.Block, Writer.Inline = renderer 'Block', renderer 'Inline'
      function Writer.Blocks(blocks, separator)
        local parts = {}
        for index, block in ipairs(blocks) do parts[index] = core.doc_of(Writer.Block(block), 'Writer.Blocks') end
        return layout.concat(parts, separator or layout.blankline)
      end
      function Writer.Inlines(inlines)
        local parts = {}
        for index, inline in ipairs(inlines) do parts[index] = core.doc_of(Writer.Inline(inline), 'Writer.Inlines') end
        return layout.concat(parts)
      end
      function Writer.Pandoc(document)
        return Writer.Blocks(document.blocks) .. layout.blankline
      end
      return setmetatable(Writer, {
        __call = function(_, document, options)
          Writer.options = options
          local body = core.doc_of(Writer.Pandoc(document, options), 'Writer.Pandoc')
          local columns = options and options.wrap_text == 'wrap-auto' and options.columns or nil
          local chosen = options and options.template
          if not chosen then return layout.render(body, columns) end
          local context = pandoc.template.meta_to_context(document.meta, Writer.Blocks, Writer.Inlines)
          for key, value in pairs(options.variables or {}) do context[key] = value end
          context.body = body
          return layout.render(pandoc.template.apply(chosen, context), columns)
        end,
      })
    end
    pandoc.scaffolding.Writer = new_writer()
    setmetatable(pandoc.scaffolding, {
      __index = function() return nil end,
    })

    -- Classic writers

    local function attributes_of(attr)
      local attributes = { id = attr.identifier, class = concat(attr.classes, ' ') }
      for name, value in pairs(attr.attributes) do attributes[name] = value end
      return attributes
    end

    function pandoc.write_classic(document, options)
      local globals = core.globals
      local notes = {}
      local blocks, inlines

      local function call(name, ...)
        local render = globals[name]
        if type(render) ~= 'function' then
          fail(('the writer has no function %s'):format(name))
        end
        local text = render(...)
        return type(text) == 'string' and text or tostring(text or '')
      end

      local function items(list)
        local parts = {}
        for index, item in ipairs(list) do parts[index] = blocks(item) end
        return parts
      end

      local inline_writers = {
        Str = function(e) return call('Str', e.text) end,
        Space = function() return call 'Space' end,
        SoftBreak = function() return call 'SoftBreak' end,
        LineBreak = function() return call 'LineBreak' end,
        Code = function(e) return call('Code', e.text, attributes_of(e.attr)) end,
        Math = function(e) return call(e.mathtype, e.text) end,
        RawInline = function(e) return call('RawInline', e.format, e.text) end,
        Quoted = function(e) return call(e.quotetype .. 'd', inlines(e.content)) end,
        Cite = function(e) return call('Cite', inlines(e.content), e.citations) end,
        Link = function(e) return call('Link', inlines(e.content), e.target, e.title, attributes_of(e.attr)) end,
        Image = function(e) return call('Image', inlines(e.caption), e.src, e.title, attributes_of(e.attr)) end,
        Note = function(e) return call('Note', blocks(e.content)) end,
        Span = function(e) return call('Span', inlines(e.content), attributes_of(e.attr)) end,
      }
      inline_writers.Quoted = function(e)
        return call(e.quotetype == 'SingleQuote' and 'SingleQuoted' or 'DoubleQuoted', inlines(e.content))
      end
      for _, name in ipairs { 'Emph', 'Strong', 'Strikeout', 'Superscript', 'Subscript', 'SmallCaps', 'Underline' } do
        inline_writers[name] = function(e) return call(name, inlines(e.content)) end
      end

      local function cells_of(row)
        local parts = {}
        for index, cell in ipairs(row) do parts[index] = blocks(cell) end
        return parts
      end

      local block_writers = {
        Plain = function(e) return call('Plain', inlines(e.content)) end,
        Para = function(e) return call('Para', inlines(e.content)) end,
        LineBlock = function(e)
          local lines = {}
          for index, line in ipairs(e.content) do lines[index] = inlines(line) end
          return call('LineBlock', lines)
        end,
        CodeBlock = function(e) return call('CodeBlock', e.text, attributes_of(e.attr)) end,
        RawBlock = function(e) return call('RawBlock', e.format, e.text) end,
        BlockQuote = function(e) return call('BlockQuote', blocks(e.content)) end,
        OrderedList = function(e) return call('OrderedList', items(e.content), e.start, e.style, e.delimiter) end,
        BulletList = function(e) return call('BulletList', items(e.content)) end,
        DefinitionList = function(e)
          local parts = {}
          for index, item in ipairs(e.content) do parts[index] = { [inlines(item[1])] = items(item[2]) } end
          return call('DefinitionList', parts)
        end,
        Header = function(e) return call('Header', e.level, inlines(e.content), attributes_of(e.attr)) end,
        HorizontalRule = function() return call 'HorizontalRule' end,
        Div = function(e) return call('Div', blocks(e.content), attributes_of(e.attr)) end,
        Figure = function(e) return call('Figure', blocks(e.caption.long), blocks(e.content), attributes_of(e.attr)) end,
        Table = function(e)
          local simple = pandoc.utils.to_simple_table(e)
          local rows = {}
          for index, row in ipairs(simple.rows) do rows[index] = cells_of(row) end
          return call('Table', inlines(simple.caption), simple.aligns, simple.widths, cells_of(simple.headers), rows)
        end,
      }

      function inlines(list)
        local parts = {}
        for index, element in ipairs(list) do parts[index] = inline_writers[element.t](element) end
        return concat(parts)
      end

      function blocks(list)
        local separator = type(globals.Blocksep) == 'function' and globals.Blocksep() or '\n\n'
        local parts = {}
        for index, element in ipairs(list) do parts[index] = block_writers[element.t](element) end
        return concat(parts, separator)
      end

      local function metadata(value)
        local kind = pandoc.utils.type(value)
        if kind == 'Inlines' then return inlines(value) end
        if kind == 'Blocks' then return blocks(value) end
        if type(value) == 'table' then
          local converted = {}
          for key, item in pairs(value) do converted[key] = metadata(item) end
          return converted
        end
        return value
      end

      local body = blocks(document.blocks)
      if type(globals.Doc) ~= 'function' then return body end
      return call('Doc', body, metadata(document.meta), options and options.variables or {})
    end
    """#
}
