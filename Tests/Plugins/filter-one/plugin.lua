return {
  api = 1, kind = "filter", title = "Shout",
  filter = { Str = function(el) return pandoc.Str(el.text:upper()) end },
}
