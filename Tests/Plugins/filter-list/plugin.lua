return {
  api = 1, kind = "filter", title = "Two in a row",
  filter = {
    { Str = function(el) return pandoc.Str(el.text .. "!") end },
    { Pandoc = function(doc) doc.blocks:insert(pandoc.Para "End") return doc end },
  },
}
