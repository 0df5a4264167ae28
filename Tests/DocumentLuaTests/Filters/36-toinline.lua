local custom = setmetatable({}, { __toinline = function() return pandoc.Code 'custom' end, __toblock = function() return pandoc.HorizontalRule() end })
function Emph() return custom end
function Plain() return custom end
