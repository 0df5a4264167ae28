--- table: error
error({})
--- table-message: error
error({message = "I am a table"})
--- nil: error
error(nil)
--- false: error
error(false)
--- function: error
error(print)
--- coroutine: error
error(coroutine.create(print))
--- tostring: cpu
error(setmetatable({}, {__tostring = function() while true do end end}))
--- tostring-lies: error
error(setmetatable({}, {__tostring = function() return 1 end}))
--- tostring-raises: error
error(setmetatable({}, {__tostring = function() error("again") end}))
--- name: error
error(setmetatable({}, {__name = ("x"):rep(10000)}))
--- index-raises: error
error(setmetatable({}, {__index = function() error("again") end}))
--- long: error
error(("x"):rep(1000000))
--- huge: error-or-cpu-or-memory
error(("x"):rep(20 << 20))
--- huge-tostring: error-or-cpu-or-memory
error(setmetatable({}, {__tostring = function() return ("\u{202e}"):rep(5 << 20) end}))
--- huge-name: error-or-cpu-or-memory
string.rep(setmetatable({}, {__name = ("n"):rep(20 << 20)}))
--- doubled: error-or-cpu-or-memory
local function f() local _, e = pcall(f) error(tostring(e) .. tostring(e)) end f()
--- in-close: error
local x <close> = setmetatable({}, {__close = function() error("in close") end})
error("first")
--- in-coroutine: error
coroutine.wrap(function() error("inside") end)()
--- lies-about-everything: error
local m = {}
m.__index = function() error("index") end
m.__len = function() return -1 end
m.__eq = function() error("eq") end
m.__tostring = function() return {} end
m.__name = {}
m.__metatable = m
m.__pairs = function() error("pairs") end
error(setmetatable({}, m))
--- output-lines: output
while true do print("x") end
--- output-long: output
print(("x"):rep(10000000))
--- output-swallow: output
while true do pcall(print, ("x"):rep(50)) end
--- fine-busy: ok
local x = 0 for i = 1, 3e6 do x = x + i % 7 end print(x)
--- fine-garbage: ok
for i = 1, 300000 do local t = {i, tostring(i)} end
local s for i = 1, 20 do s = ("x"):rep(2000000) end
