local s, h, P = pandoc.structure, pandoc.Header, pandoc.Para
local body = pandoc.Blocks { h(1, 'One', { 'one' }), P 'x', h(2, 'Two', { 'two' }), P 'y', h(2, { pandoc.Emph 'Three', pandoc.Note 'note', pandoc.Link('l', 'u') }, { 'three' }), h(1, 'Four', { 'four', { 'unnumbered' } }), h(3, 'Five', { 'five' }), h(4, 'Six', { 'six' }), h(2, 'No', { 'no', { 'unlisted' } }), h(2, 'Both', { 'both', { 'unlisted', 'unnumbered' } }) }
probe('sections', function() return s.make_sections(body) end)
probe('sections numbered', function() return s.make_sections(body, { number_sections = true }) end)
probe('sections base', function() return s.make_sections(body, { number_sections = true, base_level = 2 }) end)
probe('slide_level', function() return s.slide_level(body), s.slide_level { P 'x' }, s.slide_level { h(1, 'a'), h(2, 'b'), P 'c' }, s.slide_level { h(2, 'a'), P 'c' } end)
probe('toc', function() return s.table_of_contents(body) end)
probe('toc depth', function() return s.table_of_contents(body, { toc_depth = 1 }) end)
probe('toc depth 4', function() return s.table_of_contents(body, { toc_depth = 4 }) end)
probe('toc numbered', function() return s.table_of_contents(body, { number_sections = true }) end)
probe('toc empty', function() return s.table_of_contents {} end)
probe('toc nested', function() return s.table_of_contents { pandoc.Div { h(1, 'In', { 'in' }), P 'x' }, pandoc.BlockQuote { h(1, 'Q', { 'q' }) } } end)
local chunked = s.split_into_chunks(pandoc.Pandoc(body, { title = 'T' }))
probe('chunked', function() return pandoc.utils.type(chunked), #chunked.chunks, chunked.meta end)
for _, chunk in ipairs(chunked.chunks) do
  probe('chunk', function() return chunk.heading, chunk.id, chunk.level, chunk.number, chunk.section_number, chunk.path, chunk.unlisted end)
  probe('  contents', function() return chunk.contents end)
  probe('  around', function() return chunk.prev and chunk.prev.id, chunk.next and chunk.next.id, chunk.up and chunk.up.id end)
end
local fine = s.split_into_chunks(pandoc.Pandoc(body), { chunk_level = 2, path_template = '%n-%i-%s-%h.html', number_sections = true })
for _, chunk in ipairs(fine.chunks) do
  probe('fine', function() return chunk.heading, chunk.id, chunk.level, chunk.number, chunk.section_number, chunk.path, chunk.unlisted end)
end
probe('chunked toc', function() return s.table_of_contents(s.split_into_chunks(pandoc.Pandoc { h(1, 'First', { 'first' }), P 'a', h(2, 'Sub', { 'sub' }), h(1, 'Second', { 'second' }) }, { chunk_level = 2 })) end)
probe('chunked toc depth', function() return s.table_of_contents(s.split_into_chunks(pandoc.Pandoc { h(1, 'First', { 'first' }), P 'a', h(2, 'Sub', { 'sub' }), h(1, 'Second', { 'second' }) }), { toc_depth = 1 }) end)
for _, title in ipairs { 'Hello World', 'Ünïcode Title!', '1. Numbers first', 'a_b-c.d', '', '  spaces  ', 'A & B', '日本', "it's", 'Emph here' } do
  probe('id ' .. title, function() return s.unique_identifier(pandoc.Inlines(title)), s.unique_identifier(pandoc.Inlines(title), { 'hello-world', 'section' }) end)
end
probe('id taken', function() return s.unique_identifier(pandoc.Inlines 'x', { 'x', 'x-1' }) end)
