function Pandoc(doc)
  doc.blocks:insert(1, pandoc.Para { 'First' })
  doc.meta.added = pandoc.utils.stringify(doc.blocks[#doc.blocks])
  return pandoc.Pandoc(doc.blocks, doc.meta)
end
