-- Stands for what Lua's own test files use and the sandbox doesn't have, as far as it can be made of what it has. Each
-- file begins with it, and require "debug" gives what it returns.
if debug then return debug end

io = {write = function() end}
package = {loaded = {}, preload = {}}
for name, value in pairs(_G) do package.loaded[name] = value end
local require_file = require
function require(name) return (package.preload[name] or require_file)(name) end

-- Goes on until what has become garbage before is collected: a whole cycle, and the one that was under way.
function collectgarbage(option)
  if option == nil or option == "collect" then
    for _ = 1, 2 do
      local sentinel = setmetatable({{}}, {__mode = "v"})
      while sentinel[1] do local _ = {} end
    end
  end
  return 0
end

-- The line of a caller is what an error at its level would name.
debug = {
  traceback = function(message) return message end,
  getinfo = function(level)
    if type(level) ~= "number" then error("debug.getinfo of a function", 2) end
    local _, place = pcall(error, "", level + 2)
    return {currentline = tonumber(place:match ":(%d+): $"), what = place == "" and "C" or "Lua"}
  end,
}
return debug
