function Table(t)
  local s = pandoc.utils.to_simple_table(t)
  s.caption = pandoc.Inlines 'simple'
  for _, row in ipairs(s.rows) do row[1] = pandoc.Blocks 'cell' end
  return pandoc.utils.from_simple_table(s)
end
