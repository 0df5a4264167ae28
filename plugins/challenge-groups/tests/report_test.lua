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
