function Inlines(list)
  local out = pandoc.Inlines {}
  for i = #list, 1, -1 do out:insert(list[i]) end
  return out
end
