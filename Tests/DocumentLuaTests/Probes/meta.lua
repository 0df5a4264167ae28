local S, P = pandoc.Str, pandoc.Para
for _, value in ipairs { 'x', 5, 1.5, true, false, S 'x', P 'x', { S 'x' }, { P 'x' }, { 'a', 'b' }, {}, { a = 'b' }, { 1, true, 'x' }, pandoc.Inlines 'a b', pandoc.Blocks 'a', pandoc.List { 'q' }, pandoc.List {}, pandoc.Inlines {}, { S 'a', 'b' }, { { 'n' } }, { S 'x', P 'y' }, pandoc.MetaString 's', pandoc.MetaBool(true), pandoc.MetaInlines 'mi', pandoc.MetaBlocks 'mb', pandoc.MetaList { 'ml' }, pandoc.MetaMap { k = 'v' }, pandoc.Meta { z = 'y' }, { [1] = 'a', b = 'c' }, { a = { b = { c = 'deep' } } }, pandoc.Cell 'c', pandoc.Attr() , print } do
  probe('value', function() return pandoc.Pandoc({}, { v = value }) end)
  probe('  back', function() return pandoc.Pandoc({}, { v = value }).meta.v end)
  probe('  type', function() return pandoc.utils.type(pandoc.Pandoc({}, { v = value }).meta.v) end)
  probe('  Meta', function() return pandoc.Meta { v = value } end)
  probe('  MetaList', function() return pandoc.MetaList(value) end)
  probe('  MetaMap', function() return pandoc.MetaMap(value) end)
  probe('  MetaString', function() return pandoc.MetaString(value) end)
  probe('  MetaBool', function() return pandoc.MetaBool(value) end)
end
probe('Pandoc', function() return pandoc.Pandoc {}, pandoc.Pandoc 'a b', pandoc.Pandoc { 'a', P 'b' }, pandoc.Pandoc(P 'x') end)
probe('Pandoc nothing', function() return pandoc.Pandoc() end)
probe('Pandoc bad meta', function() return pandoc.Pandoc({}, 'x') end)
local d = pandoc.Pandoc({ P 'a' }, { t = 'x' })
probe('fields', function() return d.blocks, d.meta, d.t, d.tag, d.content, d.nonsense end)
probe('pairs', function() local r = {} for k, v in pairs(d) do r[#r + 1] = k .. ':' .. pandoc.utils.type(v) end return table.concat(r, ' ') end)
d.blocks:insert(P 'b') d.meta.new = S 'v' d.meta.t = nil
probe('changed', function() return d, d:clone() end)
d.blocks = { 'x' } d.meta = { only = true }
probe('assigned', function() return d, d:clone().blocks, d:clone().meta end)
probe('set unknown', function() d.nonsense = 1 end)
probe('concat', function() return pandoc.Pandoc({ 'a' }, { x = 'first', y = '1' }) .. pandoc.Pandoc({ 'b' }, { x = 'second', z = '2' }) end)
probe('equal', function() return pandoc.Pandoc 'a' == pandoc.Pandoc 'a', pandoc.Pandoc 'a' == pandoc.Pandoc({ 'a' }, { x = '1' }) end)
probe('clone', function() local c = d:clone() c.blocks[1] = P 'changed' return d, c end)
probe('normalize', function()
  return pandoc.Pandoc { pandoc.Plain { 'a', pandoc.Space(), pandoc.SoftBreak(), 'b', pandoc.Space(), pandoc.Space(), 'c', 'd', pandoc.Emph 'e', pandoc.Emph 'f', pandoc.Space() },
    pandoc.Para { pandoc.Space(), 'x', pandoc.LineBreak(), pandoc.Space(), 'y', pandoc.Strong {}, pandoc.Span({}, {}) }, pandoc.Para {}, pandoc.Plain { pandoc.Str '' } }:normalize()
end)
probe('normalize table', function()
  return pandoc.Pandoc { pandoc.Table({ long = {} }, { { 'AlignDefault', 0.5 }, { 'AlignLeft', 0.5 } }, pandoc.TableHead { pandoc.Row { pandoc.Cell 'h' } },
    { { body = { pandoc.Row { pandoc.Cell 'a', pandoc.Cell 'b' }, pandoc.Row { pandoc.Cell 'x' } }, head = {}, row_head_columns = 0, attr = {} } }, pandoc.TableFoot()) }:normalize()
end)
for _, name in ipairs { 'PANDOC_VERSION', 'PANDOC_API_VERSION' } do
  local version = _G[name]
  probe(name, function() return pandoc.utils.type(version), version > '1', version < '99', #version > 1 end)
end
probe('state', function() return type(PANDOC_STATE), type(PANDOC_STATE.input_files), PANDOC_STATE.trace, PANDOC_STATE.resource_path end)
