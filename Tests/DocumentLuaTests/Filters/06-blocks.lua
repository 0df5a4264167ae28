function Blocks(list) list:insert(pandoc.HorizontalRule()) return list end
