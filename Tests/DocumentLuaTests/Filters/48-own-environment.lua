-- A script with an environment of its own, which takes from the library what it needs before it closes the door.
local M = {}
local io, os, package, pandoc, pairs, tostring = io, os, package, pandoc, pairs, tostring
local text = require 'text'
local _ENV = M

SEPARATOR = package.config:sub(1, 1)
HOME = os.getenv 'SURELY_NOBODY_SETS_THIS' or 'nowhere'

function warn(message) io.stderr:write('own-environment: ', message, '\n') end

local counts = {}
M[1] = {
  Str = function(str)
    counts[str.text] = (counts[str.text] or 0) + 1
    if counts[str.text] > 2 then return pandoc.Str(text.upper(str.text)) end
  end,
}
M[2] = {
  Meta = function(meta)
    meta.separator, meta.home = SEPARATOR, HOME
    local different = 0
    for _ in pairs(counts) do different = different + 1 end
    meta.different = tostring(different)
    return meta
  end,
}
return M
