-- A check plugin that reads what CONTRACT.md section 4 lists; what it saw comes back as findings.
local seen = require "seen"

return {
  api = 1, kind = "check", title = "Reading",
  checks = {
    { "arena_fields", message = "{said}", fix = "-", when = function(arena, same)
      return { said = seen.arena(arena, same) }
    end },
    { "group_fields", each = "group", scope = "arena", message = "{said}", fix = "-",
      when = function(group) return { said = seen.group(group) } end },
    { "slot_fields", each = "slot", message = "{said}", fix = "-",
      when = function(slot) return { said = seen.slot(slot) } end },
    { "person_fields", each = "person", message = "{said}", fix = "-",
      when = function(person) return { said = seen.person(person) } end },
    { "contribution_fields", each = "contribution", message = "{said}", fix = "-",
      when = function(input) return { said = seen.contribution(input) } end },
    { "other_fields", message = "{said}", fix = "-",
      when = function(arena) return { said = seen.others(arena) } end },
    { "lists", message = "{said}", fix = "-", when = function(arena) return { said = seen.lists(arena) } end },
    { "says", message = "{said}", fix = "-", when = function(arena) return { said = seen.says(arena) } end },
    { "raises", message = "{said}", fix = "-", when = function(arena) return { said = seen.raises(arena) } end },
  },
}
