function Figure(f) f.caption.long:insert(pandoc.Plain 'more') f.caption.short = 'short' f.content = { pandoc.Plain 'inside' } return f end
function CodeBlock(c) return pandoc.Figure({ c }, { long = { pandoc.Plain(c.text) } }, c.attr) end
