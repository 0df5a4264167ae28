-- Raw marks before paragraphs that follow certain blocks, and style in the metadata.
local utils = pandoc.utils
local marks = {
  indent = pandoc.RawBlock('html', '<div class="indent"></div>'),
  first = pandoc.RawInline('tex', '\\noindent '),
}
local after = pandoc.List { 'BlockQuote', 'BulletList', 'CodeBlock', 'Header', 'Div' }
after = after:filter(function(name) return not pandoc.List { 'Div' }:includes(name) end)

local function settings(meta)
  local includes = pandoc.List { pandoc.RawBlock('html', ('<style>p { %s }</style>'):format 'margin: 0') }
  if meta['header-includes'] then
    if utils.type(meta['header-includes']) == 'List' then
      includes:extend(meta['header-includes'])
    else
      includes:insert(meta['header-includes'])
    end
  end
  meta.indent = meta.indent ~= false
  meta['header-includes'] = pandoc.MetaBlocks(includes)
  return meta
end

local function body(doc)
  local result, is_after = pandoc.List {}, false
  for _, block in pairs(doc.blocks) do
    if block.t == 'Para' then
      if block.content[1] and utils.equals(block.content[1], marks.first) then
        block.content:remove(1)
      elseif is_after then
        local content = pandoc.List(block.content)
        content:insert(1, marks.first)
        block.content = content
        result:extend { marks.indent }
      end
    end
    is_after = after:includes(block.t)
    result:insert(block)
  end
  doc.blocks = result
  return doc
end

return { { Meta = settings }, { Pandoc = body } }
