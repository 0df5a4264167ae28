it("is one pandoc filter", function()
  local doc = pandoc.Pandoc { pandoc.Para "loud words" }
  expect(pandoc.utils.stringify(doc:walk(require("plugin").filter))):equals "LOUD WORDS"
end)
