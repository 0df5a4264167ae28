extension LuaLibrary {
  /// Documents split into the files of a web site, one a section.
  static let chunks = #"""
    local core, pandoc = ...
    local record, open, fail = core.record, core.open, core.fail
    local structure = pandoc.structure
    for name, value in pairs(core.structure) do structure[name] = value end

    local function read_only(name)
      return {
        __name = name,
        __metatable = true,
        __index = function(value, key) return open(value)[key] end,
        __newindex = function(value, key, new) open(value)[key] = new end,
        __pairs = function(value) return pairs(open(value)) end,
      }
    end
    local Chunk, ChunkedDoc = read_only 'Chunk', read_only 'ChunkedDoc'

    local function is_section(block)
      return block.t == 'Div' and block.classes[1] == 'section' and block.content[1]
        and block.content[1].t == 'Header'
    end

    function structure.split_into_chunks(document, options)
      options = options or {}
      local level = options.chunk_level or 1
      local template = options.path_template or 'chunk-%n'
      local sections = structure.make_sections(document.blocks, {
        number_sections = options.number_sections, base_level = options.base_heading_level,
      })
      local chunks, paths = pandoc.List {}, {}

      local function path_of(chunk)
        return (template:gsub('%%([nish])', {
          n = ('%03d'):format(chunk.number), i = chunk.id, s = chunk.section_number or '',
          h = (pandoc.utils.stringify(chunk.heading):gsub('%s+', '-')),
        }))
      end

      --- Notes in which file each identifier stands.
      local function note(blocks, path)
        blocks:walk {
          Block = function(block) if block.attr and block.identifier ~= '' then paths[block.identifier] = path end end,
          Inline = function(inline) if inline.attr and inline.identifier ~= '' then paths[inline.identifier] = path end end,
        }
      end

      local function add(fields, contents, up)
        fields.number = #chunks + 1
        fields.path = path_of(fields)
        fields.contents = contents
        fields.up = up
        chunks:insert(record(Chunk, fields))
        note(contents, fields.path)
        return chunks[#chunks]
      end

      local split
      local function chunk(section, up)
        local header, rest = section.content[1], pandoc.Blocks {}
        local inner = pandoc.List {}
        for index, block in ipairs(section.content) do
          if index > 1 and is_section(block) and block.content[1].level <= level then
            inner:insert(block)
          else
            rest:insert(block)
          end
        end
        local made = add({
          heading = header.content, id = section.identifier, level = header.level,
          section_number = header.attributes.number,
          unlisted = header.classes:includes 'unlisted',
        }, pandoc.Blocks { pandoc.Div(rest, section.attr) }, up)
        split(inner, made)
      end

      function split(blocks, up)
        local loose = pandoc.Blocks {}
        local function flush()
          if #loose == 0 then return end
          local title = document.meta.title
          add({
            heading = title and pandoc.Inlines(title) or pandoc.Inlines {}, id = '', level = 0,
            unlisted = true,
          }, loose, up)
          loose = pandoc.Blocks {}
        end
        for _, block in ipairs(blocks) do
          if is_section(block) and block.content[1].level <= level then
            flush()
            chunk(block, up)
          else
            loose:insert(block)
          end
        end
        flush()
      end
      split(sections)

      for index, made in ipairs(chunks) do
        made.prev, made.next = chunks[index - 1], chunks[index + 1]
      end
      return record(ChunkedDoc, { chunks = chunks, meta = document.meta, sections = sections, paths = paths })
    end

    local contents = structure.table_of_contents
    function structure.table_of_contents(source, options)
      if core.is(source, ChunkedDoc) then
        local depth = options and options.toc_depth or 3
        return core.contents(source.sections, depth, source.paths)
      end
      return contents(source, options)
    end
    """#
}
