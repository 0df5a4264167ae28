-- Entries: one left out, one changed, values given beside.
return {
  api = 1, kind = "importer", title = "Entries", files = { "notes", ".NOTE" }, reads = "entries",
  each = function(tx, entry)
    if entry.title == "Skip me" then return end
    local parts = {}
    for _, part in ipairs(entry.parts) do
      assert(type(part.what) == "string" and type(part.line) == "number" and type(part.sure) == "boolean")
      if part.text ~= "secret" then parts[#parts + 1] = part end
    end
    entry.parts = parts
    entry.title = entry.title:upper()
    local made = tx:take(entry, { language = "en" })
    if made then tx:tell("Took {made} from line {line}.", { made = made, line = entry.line }) end
  end,
}
