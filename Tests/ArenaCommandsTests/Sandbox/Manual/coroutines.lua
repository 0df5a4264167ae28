-- Lua 5.4 manual, sections 2.6 and 6.2: coroutines.
local function fails(part, f, ...)
  local ok, message = pcall(f, ...)
  assert(not ok and tostring(message):find(part, 1, true), tostring(message))
end

-- values go in by resume, out by yield and return
local co = coroutine.create(function(a, b)
  assert(a == 1 and b == 2)
  local c = coroutine.yield(a + b)
  local d, e = coroutine.yield(c * 2)
  return d, e, "end"
end)
assert(coroutine.status(co) == "suspended" and coroutine.isyieldable(co))
local function same(expected, ...)
  assert(select("#", ...) == #expected)
  for i = 1, #expected do assert(expected[i] == (select(i, ...)), i) end
end
same({true, 3}, coroutine.resume(co, 1, 2))
same({true, 20}, coroutine.resume(co, 10))
same({true, "x", "y", "end"}, coroutine.resume(co, "x", "y"))
assert(coroutine.status(co) == "dead")
same({false, "cannot resume dead coroutine"}, coroutine.resume(co))
fails("function expected", coroutine.create, 1)
fails(" expected", coroutine.resume, {})

-- status: running, normal, suspended, dead
local outer
outer = coroutine.create(function()
  assert(coroutine.status(outer) == "running")
  local inner = coroutine.create(function() assert(coroutine.status(outer) == "normal") end)
  assert(coroutine.resume(inner) and coroutine.status(inner) == "dead")
  same({false, "cannot resume non-suspended coroutine"}, coroutine.resume(outer))
end)
assert(coroutine.resume(outer))
local running, isMain = coroutine.running()
assert(type(running) == "thread" and isMain and not coroutine.isyieldable())
coroutine.wrap(function() local _, main = coroutine.running() assert(not main and coroutine.isyieldable()) end)()

-- errors end a coroutine and come out of resume as they were
local object = {}
co = coroutine.create(function() error(object) end)
same({false, object}, coroutine.resume(co))
assert(coroutine.status(co) == "dead")
co = coroutine.create(function() local x = nil; return x.y end)
local ok, message = coroutine.resume(co)
assert(not ok and message:find("attempt to index a nil value (local 'x')", 1, true))

-- wrap: the results without the first; errors are raised, strings with a place before them
local f = coroutine.wrap(function(...) for i = 1, select("#", ...) do coroutine.yield(i, (select(i, ...))) end end)
same({1, "a"}, f("a", "b"))
same({2, "b"}, f())
same({}, f())
fails("cannot resume dead coroutine", f)
fails("mine", coroutine.wrap(function() error "mine" end))
ok, message = pcall(coroutine.wrap(function() error(object) end))
assert(not ok and message == object)
fails("attempt to yield from outside a coroutine", coroutine.yield)

-- yields go through pcall, xpcall, metamethods and iterators
local through = coroutine.wrap(function()
  assert(pcall(coroutine.yield, 1))
  assert(xpcall(function() coroutine.yield(2) end, print))
  local t = setmetatable({}, {__index = function(_, k) return coroutine.yield(k) end, __add = function(a, b) return coroutine.yield("add") end,
    __call = function(_, x) return coroutine.yield(x) end, __lt = function() return coroutine.yield("lt") end, __len = function() return coroutine.yield("len") end})
  assert(t.key == "value" and t + 1 == "sum" and t("called") == "result" and (t < t) == true and #t == "length")
  for x in function() return coroutine.yield("next") end do assert(x == "item") break end
  local ok, e = pcall(function() coroutine.yield("before") error("after") end)
  assert(not ok and e:find("after"))
  return "done"
end)
assert(through() == 1 and through() == 2 and through() == "key" and through("value") == "add" and through("sum") == "called" and through("result") == "lt")
assert(through("yes") == "len" and through("length") == "next" and through("item") == "before" and through() == "done")
fails("attempt to yield across a C-call boundary", coroutine.wrap(function() table.sort({2, 1}, function() coroutine.yield() end) end))
fails("attempt to yield across a C-call boundary", coroutine.wrap(function() ("x"):gsub("x", coroutine.yield) end))

-- close: runs what is to be closed; true, or false and the error; dead then
local closed = {}
local function closing(name, fails)
  return setmetatable({}, {__close = function(_, e) closed[#closed + 1] = name .. tostring(e) if fails then error(fails, 0) end end})
end
co = coroutine.create(function() local a <close> = closing "a" local b <close> = closing "b" coroutine.yield() end)
coroutine.resume(co)
assert(coroutine.close(co) == true and coroutine.status(co) == "dead" and table.concat(closed, ",") == "bnil,anil")
co = coroutine.create(function() local a <close> = closing("c", "failed") coroutine.yield() end)
coroutine.resume(co)
same({false, "failed"}, coroutine.close(co))
assert(coroutine.close(coroutine.create(print)) == true)
co = coroutine.create(function() error "x" end)
coroutine.resume(co)
ok, message = coroutine.close(co)
assert(not ok and message:find("x$"))
fails("cannot close a running coroutine", function() coroutine.close(coroutine.running()) end)

-- generators, and many at once
local function range(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(i) end end) end
local sum = 0
for i in range(100) do sum = sum + i end
assert(sum == 5050)
local function permutations(list, n)
  return coroutine.wrap(function()
    local function permute(k)
      if k <= 1 then coroutine.yield(list) end
      for i = 1, k do
        list[k], list[i] = list[i], list[k]
        if k > 1 then permute(k - 1) end
        list[k], list[i] = list[i], list[k]
      end
    end
    permute(n)
  end)
end
local count = 0
for _ in permutations({1, 2, 3, 4}, 4) do count = count + 1 end
assert(count == 24)
print "ok"
