function Span(s) for k, v in pairs(s.attributes) do s.attributes[k] = v .. '!' end s.attributes.key = nil s.attributes[1] = { 'zz', 'yy' } return s end
function Div(d) local n = 0 for k in pairs(d.attributes) do n = n + 1 end d.attributes.count = tostring(n) return d end
