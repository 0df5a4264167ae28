function Image(i) pandoc.mediabag.insert(i.src, 'image/png', 'data') return i end
function Pandoc(d) local n = 0 for p, m, c in pandoc.mediabag.items() do n = n + #c end d.meta.media = tostring(n) .. #pandoc.mediabag.list() return d end
