function Para(p)
  local words = pandoc.List {}
  for w in p.content:iter() do if w.t == 'Str' then words:insert(w.text) end end
  words:sort(function(a, b) return a > b end)
  return pandoc.Para(pandoc.List.map(words, function(w, i) return pandoc.Str(i .. w) end))
end
