function Div(d) if d.content[1] and d.content[1].content and d.content[1].content[1] and d.content[1].content[1].t == 'Str' then d.content[1].content[1].text = 'CHANGED' end d.classes = { 'new' } return d end
function Link(l) l.target = l.target .. '#x' l.title = 'T' l.content:insert(pandoc.Str '+') return l end
function Image(i) i.caption = 'new caption' i.src = 'x/' .. i.src return i end
