return { { Str = function(s) return { s, pandoc.Space(), pandoc.Str(s.text:lower()) } end } }
