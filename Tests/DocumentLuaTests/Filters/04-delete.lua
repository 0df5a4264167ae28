return { { Emph = function() return {} end, CodeBlock = function() return {} end, Note = function() return pandoc.List {} end } }
