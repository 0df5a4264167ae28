-- People from a table: a spreadsheet or a CSV file, a person a row.

return {
  api = 1,
  kind = "importer",
  title = "People from a table",
  summary = "Reads people from a spreadsheet or a CSV file, a person a row.",
  files = { "csv", "tsv", "xlsx" },
  reads = "rows",
  record = "person",
}
