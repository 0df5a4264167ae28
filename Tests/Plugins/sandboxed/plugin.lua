-- What a plugin has beside Lua's safe library: pandoc, sorted, require for its own folder; and nothing else.
return {
  api = 1, kind = "check", title = "Sandbox",
  checks = { { "doors", message = "{said}", fix = "-", when = function()
    local out = {}
    for _, try in ipairs {
      function() return undeclared end, -- luacheck: ignore 113
      function() newglobal = 1 end, -- luacheck: ignore 111
      function() return require "os" end, function() return require "../hooks/plugin" end, function() return io end,
      function() return os.execute end, function() return string.dump end, function() return debug end,
    } do
      local fine, value = pcall(try)
      out[#out + 1] = fine and tostring(value) or "raises"
    end
    local keys = {}
    for key, value in sorted { b = 1, a = 2, [3] = 0 } do keys[#keys + 1] = key .. "=" .. value end
    return { said = table.concat(out, " ") .. " " .. table.concat(keys, ",") .. " " .. pandoc.utils.type(pandoc.Str "x") }
  end } },
}
