-- usage: lua5.4 prepare.lua LIST FOLDER RESULT FILE [NUMBER]
--
-- Copies a test file of Lua's from FOLDER to RESULT/sandbox and RESULT/stock, without the statements that LIST leaves
-- out there, and prints how many that were in the sandbox, by reason. With a number it puts that statement back, in
-- both, and prints it; it fails if there are fewer. Lines keep their numbers.
local list_path, folder, result, name, number = table.unpack(arg, 1, 5)
number = tonumber(number)

local function lines_of(path)
  local lines = {}
  for line in assert(io.open(path, "rb")):lines() do lines[#lines + 1] = line end
  return lines
end

-- The reason for each line at which a statement is left out, and how many lines the file has.
local reasons, length, section = {}, nil, nil
for _, line in ipairs(lines_of(list_path)) do
  local title, count = line:match "^%[(%w+) (%d+)%]$"
  section = title or section
  if title == name then length = tonumber(count) end
  local reason, numbers = line:match "^(%l+)  ([%d ]+)$"
  if reason and section == name then
    for at in numbers:gmatch "%d+" do reasons[tonumber(at)] = reason end
  end
end

-- The last line of the statement, or field of a table, that begins at a line: the shortest piece that stands alone.
local function statement_end(lines, first)
  for last = first, #lines do
    local piece = table.concat(lines, "\n", first, last)
    if load(piece) or load("return {" .. piece .. "\n}") then return last end
  end
  error("no statement begins at: " .. lines[first])
end

local function prepare(place, is_left_out)
  local lines = lines_of(folder .. "/" .. name .. ".lua")
  if length and #lines ~= length then
    error(("%s.lua has %d lines; that of Lua 5.4.8 has %d"):format(name, #lines, length))
  end
  local counts, found, put_back, index = {}, 0, nil, 1
  while index <= #lines do
    local reason = reasons[index]
    if reason then
      local last = statement_end(lines, index)
      found = found + 1
      if found == number then
        put_back = ("%s  %s"):format(reason, table.concat(lines, " ", index, math.min(last, index + 3)))
      elseif is_left_out(reason) then
        for i = index, last do lines[i] = "" end
        counts[reason] = (counts[reason] or 0) + 1
      end
      index = last
    end
    index = index + 1
  end
  -- The first line is a comment, or for shells.
  lines[1] = place == "sandbox" and 'require "prelude"' or ""
  local out = assert(io.open(("%s/%s/%s-test.lua"):format(result, place, name), "wb"))
  assert(out:write(table.concat(lines, "\n"), "\n"))
  out:close()
  return counts, put_back
end

prepare("stock", function(reason) return reason == "later" or reason == "stock" end)
local counts, put_back = prepare("sandbox", function(reason) return reason ~= "stock" end)
if number then
  print(put_back or "")
  os.exit(put_back ~= nil)
end
local said = {}
for reason, count in pairs(counts) do said[#said + 1] = ("%s %d"):format(reason, count) end
table.sort(said)
print(#said > 0 and table.concat(said, ", ") or "nothing")
