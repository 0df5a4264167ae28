it("opens no other door", function()
  expect(arena({}):check "doors"):equals { "raises raises raises raises raises nil nil raises 3=0,a=2,b=1 Inline" }
end)
