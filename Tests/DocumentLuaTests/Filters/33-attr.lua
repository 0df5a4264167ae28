local function touch(el) el.attr = { id = 'new-' .. el.identifier, class = 'a b', ['data-n'] = tostring(#el.classes) } return el end
return { { Span = touch, Div = touch, CodeBlock = touch, Header = touch, Link = touch, Image = touch, Code = touch, Figure = touch } }
