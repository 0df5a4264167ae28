it("takes rows, columns of its own, and runs the actions of the records' format", function()
  local a = arena { formats = { "whole-format", "hall-talks" } }
  a:import("people.csv", "Name,Table,E-mail\nAda Moe,3,ada@example.org\nBo Lie,3,\n,,\n")
  expect(#a.people):equals(2)
  expect(a:person("Ada Moe").contact):equals "ada@example.org"
  expect(#a:group("3"):people "guest"):equals(2)
  a:import("people.csv", "Name,Table,E-mail\nAda Moe,3,ada@example.org\nBo Lie,3,\n,,\n")
  expect(#a.people):equals(2)
end)
