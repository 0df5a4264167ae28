local u = pandoc.utils
function Para(p) return pandoc.Plain(u.blocks_to_inlines({ p, pandoc.Plain(u.sha1(u.stringify(p))), pandoc.Header(1, u.to_roman_numeral(#p.content % 3999)) }, { pandoc.SoftBreak() })) end
function Header(h) if u.equals(h.level, 1) then return { h, pandoc.Para(u.type(h) .. ' ' .. u.type(h.content) .. ' ' .. tostring(u.normalize_date '2020-01-02')) } end end
