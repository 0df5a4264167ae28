return {
  api = 1, kind = "importer", title = "Text", files = { "names" }, reads = "text", record = "person",
  each = function(tx, text)
    for name in text:gmatch "[^\n]+" do
      if not tx:person(name) then tx.people:add { name = name } end
    end
  end,
}
