function Para(p) return p:walk { Str = function(s) return s.text .. '!' end } end
function BulletList(l) return pandoc.walk_block(l, { Plain = function(p) return pandoc.Para(p.content) end }) end
function Emph(e) return pandoc.walk_inline(e, { Str = function(s) return pandoc.Str '?' end }) end
