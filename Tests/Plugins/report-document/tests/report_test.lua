describe("A reporter", function()
  local function fair(formats)
    local a = arena { title = "Fair", formats = formats or { "hall-talks" }, people = { "Ada Moe", "Bo Lie" } }
    local g = a:act("announce", { title = "Rye", by = "Ada Moe", slots = 1, quay = formats and "a" })
    g.challenge, g.headcount = "Bake *well*.", "6 (8)"
    return a, g
  end

  it("gives a document, tables, or a text in pieces", function()
    local a = fair()
    a:act("announce", { title = "Oats", by = "Bo Lie", slots = 2 })
    expect(a:export "report-document"):contains "# Groups\n\n**Rye**: Ada Moe\n\nBake *well*."
    expect(a:export("report-document", "commonmark", { only = "2.1" })):contains "**Oats**"
    expect(a:export("report-document", "csv")):equals(
      "Code,Heads,Open\r\n1.1,6 (8),yes\r\n2.1,,yes\r\n\r\nHow many\r\n1\r\n\"\"\r\n")
    expect(a:export("report-document", "list", { times = 2 })):equals "BEGIN\n1.1 Rye\n1.1 Rye\n2.1 Oats\n2.1 Oats\nEND\n"
    expect(function() a:export("report-document", "commonmark", { lnog = true }) end):fails "id you mean 'long'?"
  end)

  it("asks the formats for their chapters", function()
    local a = fair { "whole-format" }
    local page = a:export("report-document", "commonmark", { long = true })
    for _, words in ipairs { "Fair", "By the rules.", "The end.", "On 2031-03-12", "On 2031-03-13", "aA of Fair" } do
      expect(page):contains(words)
    end
  end)

  it("sees what the edition shows", function()
    local a, g = fair()
    local ada = a:person "Ada Moe"
    ada.contact, ada.fields.diet = "ada@example.org", "nuts"
    a:act("remark", { kind = "cheer", on = g, text = "Hm", from_where = "the sauna" })
    a:act("fill", { template = "sheet", of = g, text = "Fine", illness = "a cold" })
    a:act("contribute", { group = g, kind = "sweet", title = "Bun", body = "- Sugar", secret = "cinnamon" })
    local open = a:export "report-document"
    for _, word in ipairs { "Ada Moe", "ada@example.org", "nuts", "sauna", "a cold", "cinnamon" } do
      expect(open):contains(word)
    end
    local closed = a:export("report-document", "commonmark", {}, "anonymous")
    for _, word in ipairs { "Ada Moe", "ada@example.org", "nuts", "sauna", "a cold", "cinnamon" } do
      expect(closed:find(word, 1, true)):equals(nil)
    end
    expect(closed):contains "Sugar"
    expect(closed):contains "Fine"
  end)
end)
