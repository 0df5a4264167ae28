-- Texts in the plugin's language, nb, and nn that falls back to nb.
local words = require "parts.words"

return {
  api = 1, kind = "format", title = "Songs", language = "en",
  slot = { noun = "hour", labels = { number = "Hour {number}" } },
  group = { noun = "song", nouns = "songs", code = "{n}", fields = { { "key", "text", label = { "Key", "Tone" } } } },
  roles = { { "singer", label = { "Singer", "Voice" } } },
  contribution = { noun = "verse" },
  programme = { { "hour" } },
  actions = { { "announce", label = "Start a song", as = "singer" },
    { "greet", params = { { "n", "integer", required = true } },
      run = function(tx, p) tx:tell(words.greeting, { n = p.n }) end } },
  checks = { { "quiet", each = "group", message = "{code} has {n} {n:voice|voices}.", fix = "Ask {singer}.",
    when = function(group) return { n = #group:people() } end } },
}
