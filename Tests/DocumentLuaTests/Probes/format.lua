local f = pandoc.format
for _, name in ipairs { 'docx', 'org', 'markdown', 'commonmark', 'html', 'gfm', 'json', 'plain', 'latex', 'rst', 'csv', 'commonmark_x', 'nope' } do
  probe(name, function() return f.default_extensions(name) end)
  probe('all ' .. name, function() return f.all_extensions(name) end)
end
probe('extensions', function() return f.extensions 'org' end)
probe('extensions changed', function() return f.extensions 'gfm+smart-emoji' end)
for _, path in ipairs { 'a.md', 'a.html', 'x/y.docx', 'a.tex', 'a', 'a.unknown', 'a.txt', 'a.json', 'a.odt', 'a.pdf', 'a.epub', 'a.rst', 'a.org', 'a.csv', 'a.ipynb', 'a.xml', 'a.1', 'README', 'a.markdown', 'a.HTML', 'a.pptx', 'a.rtf', 'a.typ', 'a.adoc', 'a.bib', 'a.tsv', 'a.wiki', 'a.textile', 'a.fb2', 'a.db', 'a.muse', 'a.native', 'a.dj', 'a.opml', 'a.roff', 'a.ms', 'a.icml', 'a.tei', 'a.s5', 'a.context', 'a.ctx', 'a.texi', 'a.texinfo', 'a.lhs', 'a.ltx', 'a.text', 'a.mdx', 'a.Rmd', 'a.t2t', 'a.xhtml', 'a.htm', 'a.asciidoc', 'a.yaml', 'a.xlsx', 'a.bibtex', 'a.ris', 'a.man', 'a.7' } do
  probe(path, function() return f.from_path(path) end)
end
probe('several', function() return f.from_path { 'a', 'b.html' } end)
