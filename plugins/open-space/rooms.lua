-- Rooms are fitted after sign-up, when it is known how many want to be where.

local rooms = {}

--- The most wanted conversations get the largest rooms, slot by slot; what is left over keeps its corner.
function rooms.fit(arena)
  local moves = pandoc.List()
  local places = arena.places:where { corner = false }
  places:sort(function(a, b) return (a.capacity or 0) > (b.capacity or 0) end)
  for _, slot in ipairs(arena.format.slots) do
    local groups = slot.groups:where { state = "announced" }
    groups:sort(function(a, b) return #a:people() > #b:people() end)
    for i, group in ipairs(groups) do
      if places[i] and group.place ~= places[i] then
        moves:insert { "move", group = group, place = places[i],
          why = arena:say("{n} {n:has|have} signed up", { n = #group:people() }) }
      end
    end
  end
  return moves
end

return rooms
