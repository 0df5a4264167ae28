it("is a list of them, in order", function()
  expect(#require("plugin").filter):equals(2)
end)
