return { setmetatable({}, { __index = function(_, name) if name == 'Str' then return function(s) return pandoc.Str(s.text:sub(1, 1)) end end end }) }
