it("gives one string", function()
  local a = arena { title = "Fair", formats = { "hall-talks" }, timezone = "Europe/Oslo" }
  expect(a:export "report-text"):equals "BEGIN:Fair\r\n2031-03-12T08:00:00Z"
end)
