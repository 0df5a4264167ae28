it("takes a whole document in", function()
  local a = arena {}
  a:import("topics.md", "# One\n\nFirst *thing*.\n\n# Two\n\nSecond thing.\n")
  expect(#a.groups):equals(2)
  expect(a:group("1").title):equals "One"
  expect(a:group("2").challenge):equals "Second thing."
end)
