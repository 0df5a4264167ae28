return {
  api = 1, kind = "importer", title = "Rows", files = { "csv" }, reads = "rows", record = "person",
  columns = { { "table_number", "integer", label = { "Table", "Seat" } } },
  each = function(tx, row)
    if row.name == "" or not row.name then return end
    local person = tx:take(row)
    if row.table_number then
      local code = tostring(row.table_number)
      local group = tx:group(code) or tx.groups:add { code = code, title = "Table " .. code, format = "hall-talks" }
      tx:act("join", { group = group, person = person })
    end
  end,
}
