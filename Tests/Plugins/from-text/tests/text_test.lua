it("takes a text in, and is read again without harm", function()
  local a = arena {}
  a:import("list.names", "Ada Moe\nBo Lie\n")
  a:import("list.names", "Ada Moe\nCy Rud\n")
  expect(#a.people):equals(3)
end)
