local t = pandoc.text
function Str(s) return pandoc.Str(t.reverse(t.sub(t.lower(s.text), 2, -1)) .. t.len(s.text) .. (t.superscript(s.text) or '') .. (t.subscript(s.text) or '')) end
