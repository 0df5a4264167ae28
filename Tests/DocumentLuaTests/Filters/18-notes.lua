local notes = pandoc.List {}
return { { Note = function(n) notes:insert(n.content) return pandoc.Superscript(tostring(#notes)) end }, { Pandoc = function(d) for i, n in ipairs(notes) do d.blocks:extend(n) end return d end } }
