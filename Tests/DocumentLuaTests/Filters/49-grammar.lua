-- Words read by grammars, of both kinds.
local word = re.compile [[
  all   <- {| (mark / other)* |}
  mark  <- {:  '@' {name} -> 'person(%1)' :}
  other <- { (!('@' name) .)+ }
  name  <- %a %w*
]]
local digits = lpeg.Cs((lpeg.R '09' ^ 1 / function(d) return '#' .. #d end + 1) ^ 0)

function Str(str)
  local parts = word:match(str.text)
  local made = parts and table.concat(parts, '+') or str.text
  return pandoc.Str(digits:match(made))
end

function Code(code) return pandoc.Code(re.gsub(code.text, '[aeiou]', '<%0>'), code.attr) end
