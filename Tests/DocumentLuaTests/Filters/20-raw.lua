function RawInline(r) if r.format == 'html' then return pandoc.Code(r.text, { class = 'html' }) end end
function RawBlock(r) return pandoc.CodeBlock(r.text, { '', { r.format }, { a = 'b' } }) end
function Math(m) return { pandoc.Math(m.mathtype == 'InlineMath' and 'DisplayMath' or 'InlineMath', m.text .. '^2') } end
function Code(c) c.text = c.text:rep(2) c.attr = pandoc.Attr('i', { 'c' }, { k = 'v' }) return c end
