function Para(p) return pandoc.json.decode(pandoc.json.encode(pandoc.Plain(p.content))) end
function Str(s) if s.text == 'json' then return pandoc.json.encode { a = { 1, 2, 'x' }, b = true } end end
