describe("Languages", function()
  local function said(language)
    local a = arena { language = language, people = { "Ada Moe" } }
    local g = a:act("announce", { title = "Air", by = "Ada Moe", slots = 1 })
    a:act("greet", { n = 2 })
    return { a:check("quiet")[1], g:label "key", a.formats[1].group.noun, tostring(a.slots[1]), a.tells[#a.tells],
      a.formats[1].roles.singer.label, a.formats[1].actions.announce.label }
  end

  it("are the plugin's own where there is no translation", function()
    expect(said "en"):equals { "1 has 1 voice.", "Key", "song", "Hour 1", "2 bows", "Singer", "Start a song" }
  end)

  it("are translated, the first of a label written", function()
    expect(said "nb"):equals { "1 har 1 stemme.", "Toneart", "sang", "Time 1", "2 bukk", "Sanger", "Start a song" }
  end)

  it("fall back from nn to nb", function()
    expect(said "nn"):equals { "1 har 1 stemme.", "Toneart", "song", "Time 1", "2 bukkar", "Sanger", "Start a song" }
  end)
end)
