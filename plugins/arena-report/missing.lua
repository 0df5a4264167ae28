-- What is missing or doesn't agree, with whom to ask.

local missing = {}

local severities = {
  { "error", "Needs an answer before the report is passed on" },
  { "warning", "Missing, or doesn't agree" },
  { "note", "Worth a look" },
}

function missing.findings(arena)
  return arena:findings():filter(function(finding) return finding.severity ~= "note" end)
end

local function item(finding)
  return { pandoc.Plain(pandoc.Inlines(finding.message) .. { pandoc.LineBreak(), pandoc.Emph(finding.fix) }) }
end

--- The findings, the gravest first.
function missing.blocks(arena)
  local out, all = pandoc.Blocks {}, arena:findings()
  for _, severity in ipairs(severities) do
    local some = all:filter(function(finding) return finding.severity == severity[1] end)
    if #some > 0 then
      out:insert(pandoc.Header(2, arena:say(severity[2])))
      out:insert(pandoc.BulletList(some:map(item)))
    end
  end
  if #out == 0 then out:insert(pandoc.Para(arena:say "Nothing that we know of.")) end
  return out
end

return missing
