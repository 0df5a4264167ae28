-- The programme day by day: every entry, which groups met in it, and what formats add to a day.

local facts = require "facts"
local groups = require "groups"

local programme = {}

local function clock(block)
  local starts, ends = block.starts, block.ends
  local from = starts and starts:match "T(%d%d:%d%d)"
  local to = ends and ends:match "T(%d%d:%d%d)"
  return from and (to and from .. "–" .. to or from) or ""
end

local months = {
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
}

--- A date as people write it.
local function written(date, arena)
  local year, month, day = (date or ""):match "^(%d+)-(%d+)-(%d+)"
  if not year then return date or "" end
  return arena:say("{day} {month} {year}",
    { day = tonumber(day), month = arena:say(months[tonumber(month)]), year = year })
end

local function day_of(block, arena)
  local date = written(block.date, arena)
  if block.day and block.day > 0 then return arena:say("Day {day}", { day = block.day }), date end
  return date
end

local function entry(block, arena)
  local out = pandoc.Inlines { pandoc.Strong(tostring(block)) }
  local at = clock(block)
  if at ~= "" then out:insert(1, at .. " ") end
  local said = pandoc.List()
  if #block.speakers > 0 then said:insert(arena:say("{actors}", { actors = block.speakers })) end
  if #said > 0 then out:extend { ": ", table.concat(said, "; ") } end
  local met = groups.that_met(block.groups)
  if #met > 0 then
    out:insert(": ")
    out:extend(facts.links(met))
  end
  return { pandoc.Plain(out) }
end

--- A chapter with a list of what happened on each day.
function programme.chapter(arena)
  local days, order = {}, pandoc.List()
  for _, block in ipairs(arena.blocks) do
    local day, date = day_of(block, arena)
    if not days[day] then
      days[day] = { blocks = pandoc.List(), date = date }
      order:insert(day)
    end
    days[day].blocks:insert(block)
  end
  local out = pandoc.Blocks {}
  for _, day in ipairs(order) do
    local blocks, date = days[day].blocks, days[day].date
    local heading = day == "" and arena:say "Without a date" or date and date ~= "" and day .. ", " .. date or day
    out:insert(pandoc.Header(2, heading))
    out:insert(pandoc.BulletList(blocks:map(function(block) return entry(block, arena) end)))
    for _, block in ipairs(blocks) do
      if block.kind == "slot" then
        out:extend(arena:chapters("day", block))
        break
      end
    end
  end
  if #out > 0 then out:insert(1, pandoc.Header(1, arena:say "The programme", { id = "programme" })) end
  return out
end

return programme
