-- Each field type of the contract, in a group's fields and in an action's parameters.
local types = {
  { "a_text", "text" }, { "a_rich", "rich" }, { "a_choice", "choice", of = { { "up", label = "Upwards" }, { "down" } } },
  { "a_side", "perspective" }, { "a_whole", "integer" }, { "a_number", "number" }, { "a_flag", "boolean" },
  { "some_items", "items", categories = { { "good" }, { "bad" } } }, { "a_count", "count" }, { "a_date", "date" },
  { "an_actor", "actor" }, { "a_person", "person" }, { "a_house", "organisation" }, { "a_group", "group" },
  { "a_result", "contribution" }, { "a_slot", "slot" }, { "a_block", "block" }, { "a_place", "place" },
  { "a_step", "next_step" }, { "an_aim", "strategy_element" }, { "a_record", "record" }, { "a_reference", "reference" },
  { "texts", "text", many = true }, { "people", "person", many = true }, { "numbers", "number", many = true },
  { "choices", "choice", many = true, of = { { "x" }, { "y" } } }, { "flagged", "boolean", default = true },
}

local params = { { "group", "group", required = true } }
for _, field in ipairs(types) do params[#params + 1] = field end

return {
  api = 1, kind = "format", title = "Types", roles = { { "host" } },
  group = { noun = "table", fields = types },
  perspectives = { { "north", label = "Northern" }, { "south" } },
  contribution = { noun = "result" },
  actions = {
    { "announce", as = "host" }, { "contribute" }, { "commit" },
    { "keep", params = params, run = function(_, p)
      for _, field in ipairs(types) do p.group.fields[field[1]] = p[field[1]] end
      return p.group
    end },
  },
}
