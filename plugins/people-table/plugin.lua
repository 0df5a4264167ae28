-- People from a table: a spreadsheet, a CSV file or JSON, a person a row. JSON may hold lists of other records, too.

return {
  api = 1,
  kind = "importer",
  title = "People from a table",
  summary = "Reads people from a spreadsheet, a CSV file or JSON, a person a row.",
  files = { "csv", "tsv", "xlsx", "json" },
  reads = "rows",
  record = "person",
}
