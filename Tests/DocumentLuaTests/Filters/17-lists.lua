function OrderedList(l) l.start = 5 l.style = 'LowerRoman' l.delimiter = 'OneParen' l.content:insert { pandoc.Plain 'added' } return l end
function BulletList(l) return pandoc.OrderedList(l.content, pandoc.ListAttributes(2, 'Decimal', 'Period')) end
function DefinitionList(l) for _, item in ipairs(l.content) do item[1] = pandoc.Inlines 'term' item[2][1] = pandoc.Blocks 'def' end return l end
function LineBlock(l) return pandoc.LineBlock(l.content:map(function(line) return line .. { pandoc.Str '|' } end)) end
