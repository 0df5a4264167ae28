local p = pandoc.path
function Link(l) l.target = p.join { p.directory(l.target), 'new', p.filename(l.target) } l.title = table.concat(p.split(l.target), '|') .. select(2, p.split_extension(l.target)) return l end
