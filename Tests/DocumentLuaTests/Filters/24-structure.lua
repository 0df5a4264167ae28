function Pandoc(d) return pandoc.Pandoc(pandoc.Blocks { pandoc.structure.table_of_contents(d) } .. pandoc.structure.make_sections(d.blocks, { number_sections = true }), d.meta) end
