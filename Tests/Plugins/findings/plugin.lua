-- Every form in which `when` may answer, each severity, each place that a text{} is filled from.
return {
  api = 1, kind = "check", title = "Forms",
  checks = {
    { "never", severity = "error", message = "m", fix = "f", when = function() return false end },
    { "nothing", message = "m", fix = "f", when = function() end },
    { "empty", message = "m", fix = "f", when = function() return {} end },
    { "plain", severity = "error", each = "group", scope = "arena", message = "{code} {title} by {host}.", fix = "Ask {host}.",
      when = function() return true end },
    { "values", severity = "note", each = "group", message = "{code}: {n} {n:guest|guests}, {who}.", fix = "f",
      when = function(group) return { n = #group:people "guest", who = group:people() } end },
    { "several", each = "arena", message = "{record} is {what}.", fix = "See {record}.",
      when = function(arena)
        local out = {}
        for i, group in ipairs(arena.groups) do out[i] = { record = group, what = "here" } end
        return out
      end },
    { "own_fields", each = "person", message = "{name} eats {diet}.", fix = "f",
      when = function(person) return person.fields.diet ~= nil end },
    { "slots", each = "slot", message = "{number} on {date}: {groups}.", fix = "f",
      when = function(slot) return #slot.groups > 0 end },
    { "unfilled", message = "{nobody} fills this.", fix = "f", when = function() return true end },
    { "wrong", message = "m", fix = "f", when = function() return "no" end },
    { "breaks", each = "group", message = "m", fix = "f", when = function(group) return group.kindd end },
  },
}
