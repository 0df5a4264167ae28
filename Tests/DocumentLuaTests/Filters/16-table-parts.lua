function Table(t)
  t.caption.long = pandoc.Blocks 'Long' t.caption.short = pandoc.Inlines 'Short'
  for _, body in ipairs(t.bodies) do for _, row in ipairs(body.body) do row.classes = { 'r' } for _, cell in ipairs(row.cells) do cell.alignment = pandoc.AlignRight cell.contents:insert(pandoc.Plain 'x') end end end
  t.head.rows = {} t.foot = pandoc.TableFoot { pandoc.Row { pandoc.Cell 'foot' } }
  t.colspecs = t.colspecs:map(function(c) return { pandoc.AlignCenter, 0.2 } end)
  return t
end
