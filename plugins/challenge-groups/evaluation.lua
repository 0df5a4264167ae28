-- The self-evaluation that groups close with: results, power to carry them through, tips; every answer is sorted.

local evaluation = {}

evaluation.fields = {
  { "results", "items",
    label = { "Concrete results", "Results", "What did we achieve", "Which concrete results did you reach",
      "Examples of concrete results", "Result of the two days" },
    categories = {
      { "proposals", label = "Ideas and concrete proposals" },
      { "co_creation", label = "Co-creation and a good process" },
      { "networks", label = "New networks" },
      { "insight", label = "Better understanding" },
      { "inspiration" },
    } },
  { "power", "items",
    label = { "Power to carry it through", "Power to carry through", "Ability to carry out",
      "How strong is your power to carry it through", "Strength for further work", "Will it be done" },
    categories = {
      { "tools", label = "New tools and ways of working" },
      { "right_people", label = "Those who must act are at the table" },
      { "energy", label = "Energy and hands" },
      { "realistic_plan", label = "A concrete and realistic plan" },
      { "decisions", label = "Feeds decisions that are under way" },
      { "ownership", label = "Stronger ownership of the challenge" },
    } },
  { "tips", "items",
    label = { "Tips, input and comments", "Tips", "Tips for the organisers", "Tips for future arenas",
      "Advice", "Comments on the arena", "Suggestions" },
    categories = {
      { "arena", label = "The arena as a whole" },
      { "way_of_working", label = "This way of working" },
      { "next_arena", label = "The next arena" },
      { "venue", label = "Venue and food" },
    } },
}

--- The answers of one question over all groups: list of { group, item }.
function evaluation.answers(arena, question)
  local answers = {}
  for _, report in ipairs(arena.reports:where { template = "self_evaluation" }) do
    for _, section in ipairs(report.sections) do
      if section.name == question then
        for _, item in ipairs(section.value or {}) do
          answers[#answers + 1] = { group = report.of, item = item }
        end
      end
    end
  end
  return answers
end

local function tally(answers)
  local count = {}
  for _, answer in ipairs(answers) do
    local category = answer.item.category or ""
    count[category] = (count[category] or 0) + 1
  end
  return count
end

local function questions(arena)
  return arena.format.templates.self_evaluation.fields
end

--- How many answers each question got in each category, and how many wait to be sorted.
function evaluation.summary(arena)
  local rows = {}
  for _, question in ipairs(questions(arena)) do
    local count = tally(evaluation.answers(arena, question.name))
    for _, category in ipairs(question.categories) do
      rows[#rows + 1] = { question = question.label, category = category.label, answers = count[category.name] or 0 }
    end
    if count[""] then
      rows[#rows + 1] = { question = question.label, category = arena:say "Not sorted yet", answers = count[""] }
    end
  end
  return {
    columns = { { "question", "text" }, { "category", "text" }, { "answers", "integer" } },
    rows = rows,
  }
end

local function category_of(tx, p)
  local question = tx.format.templates.self_evaluation.fields[p.question]
  for _, category in ipairs(question.categories) do
    if p.category == category.name or p.category == category.label then return category.name end
  end
  local known = pandoc.List(question.categories):map(function(category) return category.name end)
  tx:refuse("There is no category {category}; there are {known}.", { category = p.category, known = known })
end

--- Sorts an answer that a group gave into a category of its question.
function evaluation.sort(tx, p)
  local category, found = category_of(tx, p), false
  for _, report in ipairs(p.group.reports:where { template = "self_evaluation" }) do
    for _, section in ipairs(report.sections) do
      if section.name == p.question then
        local items = pandoc.List(section.value):map(function(item)
          local meant = item.text:sub(1, #p.answer) == p.answer
          found = found or meant
          return {
            id = item.id, text = item.text, items = item.items, bullet = item.bullet,
            category = meant and category or item.category,
          }
        end)
        if found then return tx:act("fill", { template = report.template, of = p.group, [p.question] = items }) end
      end
    end
  end
  tx:refuse("{group} gave no answer that begins with “{answer}”.", { group = p.group.code, answer = p.answer })
end

--- One finding for a self-evaluation with answers that nobody has sorted.
function evaluation.unsorted(report)
  if report.template ~= "self_evaluation" then return false end
  local n = 0
  for _, section in ipairs(report.sections) do
    for _, item in ipairs(type(section.value) == "string" and {} or section.value or {}) do
      if section.name and not item.category then n = n + 1 end
    end
  end
  return n > 0 and { code = report.of.code, n = n }
end

--- The chapter: for each question its answers, category by category, with the group that gave them.
function evaluation.chapter(_, arena)
  local blocks = pandoc.Blocks {}
  for _, question in ipairs(questions(arena)) do
    local answers = evaluation.answers(arena, question.name)
    if #answers > 0 then blocks:insert(pandoc.Header(2, question.label)) end
    local function list(category, heading)
      local found = pandoc.List()
      for _, answer in ipairs(answers) do
        if answer.item.category == category then
          found:insert { pandoc.Plain(answer.item.text .. " (" .. tostring(answer.group.code) .. ")") }
        end
      end
      if #found > 0 then blocks:extend { pandoc.Header(3, heading), pandoc.BulletList(found) } end
    end
    for _, category in ipairs(question.categories) do list(category.name, category.label) end
    list(nil, arena:say "Not sorted yet")
  end
  return #blocks > 0 and blocks or nil
end

return evaluation
