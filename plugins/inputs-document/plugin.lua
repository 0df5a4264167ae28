-- Inputs as text: a document of inputs, typed, of a word processor or out of a PDF, becomes groups, people and
-- contributions.
--
-- The host cuts the text into entries, guided by the labels of the arena's formats in all their languages, and places
-- each of them. What no entry covers is reported with its line, and kept.

return {
  api = 1,
  kind = "importer",
  title = "Inputs document",
  summary = "Reads inputs, typed or out of a PDF, guided by the labels of the arena's formats.",
  files = { "txt", "text", "md", "docx", "odt", "rtf" },
  reads = "entries",
  each = function(tx, entry) tx:take(entry) end,
}
