function Inlines(l)
  local strs = l:filter(function(x) return x.t == 'Str' end)
  local first, at = l:find(pandoc.Space())
  local q = l:find_if(function(x) return x.t == 'Emph' end)
  if l:includes(pandoc.SoftBreak()) then l:insert(1, pandoc.Str(tostring(#strs) .. tostring(at) .. (q and q.t or '-'))) end
  local last = l:at(-1)
  if last then l:remove() l:insert(last:clone()) end
  return l
end
