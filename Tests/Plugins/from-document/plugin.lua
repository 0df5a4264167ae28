return {
  api = 1, kind = "importer", title = "Document", files = { "md" }, reads = "document",
  each = function(tx, doc)
    local group
    for _, block in ipairs(doc.blocks) do
      if block.t == "Header" then
        group = tx.groups:add { title = pandoc.utils.stringify(block), code = tostring(#tx.groups + 1) }
      elseif group and block.t == "Para" then
        group.challenge = pandoc.utils.stringify(block)
      end
    end
  end,
}
