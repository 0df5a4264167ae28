function Pandoc(d) return d:normalize() end
