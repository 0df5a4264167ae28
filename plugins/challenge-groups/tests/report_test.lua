-- The headings of the group report: every section in every language, and none that two sections claim.

local report = require "report"

local languages = { nb = require "locale.nb", nn = require "locale.nn" }

local expected = {
  "participants", "problem", "result", "made_concrete", "innovation", "opportunities", "obstacles", "stakeholders",
  "value", "next_steps", "contact_point", "website", "comments", "later_input", "poster",
}

local function headings(field, language)
  if not language then return field.label end
  local all = {}
  for _, text in ipairs(field.label) do
    local translated = languages[language][text] or (language == "nn" and languages.nb[text]) or {}
    if type(translated) == "string" then translated = { translated } end
    for _, heading in ipairs(translated) do all[#all + 1] = heading end
  end
  return all
end

describe("The group report", function()
  it("has the sections that groups fill in, in their order", function()
    for i, field in ipairs(report) do assert(field[1] == expected[i], field[1]) end
    assert(#report == #expected)
  end)

  it("names each section in several ways in every language", function()
    for _, field in ipairs(report) do
      for _, language in ipairs { "nb", "nn" } do
        assert(#headings(field, language) >= 5, field[1] .. " in " .. language)
      end
      assert(#headings(field) >= 5, field[1])
    end
  end)

  it("has no heading that two sections claim", function()
    for _, language in ipairs { "en", "nb", "nn" } do
      local owner = {}
      for _, field in ipairs(report) do
        for _, heading in ipairs(headings(field, language ~= "en" and language or nil)) do
          local folded = heading:lower()
          assert(not owner[folded] or owner[folded] == field[1],
            heading .. " is claimed by " .. tostring(owner[folded]) .. " and " .. field[1])
          owner[folded] = field[1]
        end
      end
    end
  end)
end)

--- The names of the sections that a group's report has, with the headings as written.
local function filled(section)
  local a = arena { language = "nb", people = { "Ada Vik" } }
  a:act("announce", { title = "Langbord", by = "Ada Vik" })
  a:act("begin", { phase = "group_work" })
  a:act("fill", { template = "group_report", of = "group:1", section = section })
  local found = {}
  for i, one in ipairs(a.reports[1].sections) do found[i] = (one.name or "-") .. ": " .. one.heading end
  return table.concat(found, "; ")
end

describe("A section given by its heading", function()
  it("matches headings however they are written", function()
    expect(filled "**RESLUTATET:**\n- Et langbord"):equals "result: **RESLUTATET"
    expect(filled "Kven kan vi kontakte?\nAda"):equals "contact_point: Kven kan vi kontakte?"
    expect(filled "Who benefits?\n- All"):equals "value: Who benefits?"
  end)

  it("keeps both sections of one heading", function()
    expect(filled "Muligheter og hindringer\n- Natta"):equals
      "opportunities: Muligheter og hindringer; obstacles: Muligheter og hindringer"
  end)

  it("makes a section of the group's own of a heading that nobody foresaw", function()
    expect(filled "Drømmen\nEt bord til."):equals "-: Drømmen"
  end)
end)
