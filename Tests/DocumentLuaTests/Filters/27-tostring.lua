function Para(p) return { p, pandoc.CodeBlock(tostring(p)) } end
function Table(t) return pandoc.CodeBlock(tostring(t.head) .. '\n' .. tostring(t.bodies) .. t:show()) end
