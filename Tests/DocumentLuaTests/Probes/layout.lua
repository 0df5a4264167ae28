local L=pandoc.layout
local function r(d,w) print(('%q'):format(L.render(d,w))) end
local d=L.literal
r(L.concat({d'a',d'b'},L.space)) r(d'a'+d'b') r(d'a'/d'b') r(d'a'//d'b') r(d'a'..d'b')
r(L.nest(d'a\nb'/d'c',4)) r(L.hang(d'hello world foo bar',4,d'- ')) r(L.hang(L.concat{d'hello',L.space,d'world',L.space,d'foo'},4,d'- '),12)
r(L.prefixed(d'a'/d'b','> ')) r(L.prefixed(d'a'//d'b','> ')) r(L.flush(L.nest(L.flush(d'a')/d'b',3))) r(L.blankline..d'a'..L.blankline) r(d'a'..L.blankline..L.blankline..d'b') r(d'a'..L.blanklines(3)..d'b')
r(d'a'..L.cr..L.cr..d'b') r(L.chomp(d'a'..L.blankline)..d'b') r(L.inside(d'x',d'(',d')')) r(L.parens'x') r(L.brackets'x') r(L.braces'x') r(L.quotes'x') r(L.double_quotes'x')
r(L.lblock(d'ab',5)..d'|') r(L.rblock(d'ab',5)..d'|') r(L.cblock(d'ab',6)..d'|') r(L.lblock(d'ab\ncd',5)..L.vfill'|'..d'x')
r(L.nowrap(d'a'+d'b'+d'c'),2) r(d'a'+d'b'+d'c',3) r(d'aaa'+d'bbb'+d'ccc',7) r(L.before_non_blank(d'X')..L.space..d'a') r(L.before_non_blank(d'X')..d'a') r(L.after_break'Z'..d'a') r(d'a'..L.cr..L.after_break'Z'..d'b')
print(L.real_length'a日本', L.offset(d'abc'/d'de'), L.min_offset(d'abc de'), L.height(d'a'/d'b'), L.is_empty(L.empty), L.is_empty(d''), L.update_column(d'abc',4))
print(d'a'==d'a', tostring(d'a'), pandoc.utils.type(d'a')) print(L.empty..d'a' , L.render(L.empty))
r(d'a\n\nb') r(d'a'..L.space..L.cr..d'b') r(L.nestle(L.blankline..d'a')) r('str') r(d'x'..L.space) r(L.space..d'x') r(L.bold'x') r(L.nest(d'a'..L.blankline..d'b',2))
r(d'a' .. L.space .. L.space .. d'b') r(L.concat{d'a',L.cr,d'b'},3) r(L.cr..d'a') r(d'a'..L.cr)
print(pcall(L.literal) == false) r(d'a b c',3)
r(L.nest('x',2)..'y') r('a'..d'b')
r(d'a'..L.blanklines(2)..L.blankline..d'b') r(L.blanklines(2)..d'b') r(d'a'/L.empty/d'b') r(d'a'//L.empty//d'b') r(L.empty+d'b')
r(L.nest(d'a',2)/L.nest(d'b',2)) r(L.hang(d'a'//d'b',2,d'1.')) r(L.concat({d'x y',d'z'},L.cr)) r(L.prefixed(L.concat({d'aa',d'bb',d'cc'},L.space),'> '),6) r(d'a'..L.blankline) r(d'a'//L.prefixed(d'q'//d'r','> ')//d'b')
r(L.concat({d'one',d'two',d'three'},L.space),8) r(L.nest(L.concat({d'one',d'two',d'three'},L.space),2),8) r(L.flush(d'a'+d'b'),1) r(L.nest(d'x'/L.flush(d'y\nz')/d'w',2))
