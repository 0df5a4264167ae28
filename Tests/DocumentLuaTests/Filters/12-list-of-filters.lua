return { { Str = function(s) return pandoc.Str(s.text .. '1') end }, { Str = function(s) return pandoc.Str(s.text .. '2') end }, { Para = function(p) return pandoc.Plain(p.content) end } }
