local json = pandoc.json
probe('nothing', function() return PANDOC_STATE.log end)
pandoc.log.silence(function() end)
local messages, a, b = pandoc.log.silence(function(x, y) pandoc.log.info 'one' pandoc.log.warn 'two' return y, x + y end, 5, 8)
probe('results', function() return #messages, a, b end)
for _, message in ipairs(messages) do
  local decoded = json.decode(json.encode(message))
  probe('message', function() return decoded.type, decoded.message, decoded.verbosity, type(decoded.line), pandoc.utils.type(message), type(message) end)
end
probe('still nothing', function() return #PANDOC_STATE.log end)
probe('not a function', function() return pandoc.log.silence 'x' end)
