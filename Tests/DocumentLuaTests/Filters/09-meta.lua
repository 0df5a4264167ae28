function Meta(m)
  m.count = 5 m.flag = true m.inl = pandoc.Inlines 'a b' m.list = { 'x', pandoc.Str 'y' } m.map = { k = { 'deep' } } m.title = nil m.blocks = pandoc.Blocks 'bl'
  return m
end
