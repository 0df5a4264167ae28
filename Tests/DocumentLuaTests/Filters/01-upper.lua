function Str(el) el.text = pandoc.text.upper(el.text) return el end
