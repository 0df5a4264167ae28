-- Fishbowl: a few talk in the middle, all others listen; whoever wants to speak takes a free chair.

local function take_chair(tx, p)
  if #p.group:people "speaker" >= tx.format.settings.chairs then
    tx:refuse("All chairs of {group} are taken.", { group = p.group })
  end
  for _, m in ipairs(p.group.memberships) do
    if m.person == p.person and m.role == "listener" then
      m.role = "speaker"
      return m
    end
  end
  return tx:act("assign", { group = p.group, actor = p.person, role = "speaker" })
end

local function chairs(arena)
  return {
    columns = { { "bowl", "group" }, { "speakers", "integer" }, { "listeners", "integer" } },
    rows = arena.groups:map(function(group)
      return { bowl = group, speakers = #group:people "speaker",
        listeners = #group:people "listener" }
    end),
  }
end

return {
  api = 1,
  kind = "format",
  title = "Fishbowl",
  summary = "A few talk in the middle, and whoever wants to speak takes a free chair.",

  slot = { noun = "round", nouns = "rounds", labels = { number = "Round {number}" } },
  group = { noun = "bowl", nouns = "bowls", code = "{slot}{letter}" },
  contribution = { noun = "harvest", nouns = "harvests" },

  roles = {
    { "host", count = "1", exclusive = true, help = "Keeps the circle." },
    { "speaker", count = "0..5" },
    { "listener" },
  },

  settings = { { "chairs", "integer", default = 5, help = "How many stand in the middle." } },
  programme = { { "round", count = 3 }, { "harvest", kind = "circle", day = -1 } },

  actions = {
    { "announce", as = "host" }, { "join", as = "listener" }, { "assign" }, { "leave" },
    { "take_chair", label = "Take a chair",
      params = { { "group", "group", required = true }, { "person", "person", required = true } },
      run = take_chair },
    { "cancel" }, { "contribute" }, { "remark" },
  },

  checks = {
    { "too_few", each = "group", severity = "note",
      message = "{code} has {n} {n:speaker|speakers} so far.", fix = "Ask {host} to invite some.",
      when = function(group)
        local n = #group:people "speaker"
        return n < 2 and { n = n }
      end },
  },

  views = { { "chairs", table = chairs } },
}
