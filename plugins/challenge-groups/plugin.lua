-- Challenge groups: registered beforehand, each with an owner and facilitators, over several sessions to a result.

local chapters = require "chapters"
local composition = require "composition"
local continuity = require "continuity"
local evaluation = require "evaluation"
local guide = require "guide"

--- Next steps with who, when, where and the date to fall back on, group by group.
local function next_steps(arena)
  local rows = pandoc.List()
  for _, group in ipairs(arena.format.groups) do
    for _, step in ipairs(group.next_steps) do
      rows:insert {
        group = group, what = step.what, who = step.who, due = step.due, where = step.where, backup = step.backup,
        contact = step.contact, state = step.state and step:show "state",
      }
    end
  end
  return {
    columns = {
      { "group", "group" }, { "what", "rich" }, { "who", "actor", many = true }, { "due", "date", label = "When" },
      { "where", "text" }, { "backup", "date", label = "Backup date" }, { "contact", "actor" }, { "state", "text" },
    },
    rows = rows,
  }
end

--- A recommendation is a contribution with recipients.
local function recommend(tx, p)
  local contribution = tx:act("contribute",
    { group = p.group, kind = "recommendation", title = p.title, body = p.body })
  contribution.addressees = p.to
  return contribution
end

local before_the_days = {
  "announce", "join", "leave", "assign", "revise", "move", "merge", "split", "cancel", "continue", "swap", "fill",
  "commit", "remark", "begin",
}
local on_the_days = {
  "announce", "join", "leave", "assign", "revise", "move", "merge", "split", "cancel", "continue", "swap",
  "contribute", "recommend", "fill", "sort", "commit", "remark", "carry_over", "hand_over", "begin",
}
local afterwards = {
  "revise", "assign", "contribute", "recommend", "fill", "sort", "commit", "follow_up", "remark", "carry_over",
  "continue", "hand_over", "trace", "begin",
}

return {
  api = 1,
  kind = "format",
  title = "Challenge groups",
  summary = "Groups that come with a challenge and an owner, and work with facilitators towards a result.",
  version = "1",

  slot = {
    noun = "group session", nouns = "group sessions",
    labels = { number = { "Group session {number}", "Session {number}", "Day {day}, group session {number}" } },
  },

  group = {
    noun = "challenge group", nouns = "challenge groups", code = "{n}", meets = "throughout",
    labels = {
      title = { "Title", "Name of the group", "Name of the challenge" },
      challenge = { "Challenge", "The challenge in words" },
      open = { "Open to newcomers", "Open or closed" },
      headcount = { "Number of participants", "Headcount" },
    },
    fields = {
      { "background", "rich", label = { "Background", "Background of the challenge", "History" } },
      { "project_phase", "choice", label = { "Project phase", "Phase of the project", "Stage" }, of = {
        { "planning", label = { "Planning", "Being planned" } }, { "starting", label = { "Starting", "Start-up" } },
        { "under_way", label = { "Under way", "Well under way" } }, { "closing", label = { "Closing", "In its end" } },
      } },
      { "carried_over", "boolean", label = { "Carried over to next year", "Goes on next year" } },
      { "missing_parties", "actor", many = true,
        label = { "Parties still missing", "Missing parties", "Who is missing", "Wanted in the group" } },
    },
  },

  person = {
    fields = {
      { "resource", "boolean", label = { "Resource person", "Can reinforce a group" },
        help = "Comes without a group and can reinforce one." },
    },
  },

  roles = {
    { "owner", label = { "Owner", "Owners", "Owned by", "Project owner" }, count = "1..", holder = "actor" },
    { "facilitator", label = { "Facilitator", "Facilitators", "Facilitated by" }, count = "1..", exclusive = true },
    { "resource_person", label = { "Resource person", "Resource persons" },
      help = "Reinforces a group with a side that it lacks." },
    { "participant", label = { "Participant", "Participants", "Members" } },
  },

  contribution = {
    noun = "recommendation", nouns = "recommendations",
    labels = { addressees = { "To", "Recipients", "Recommended to", "Addressed to" } },
    kinds = {
      { "recommendation", label = { "Recommendation", "Recommendations", "We recommend" } },
      { "plan_input", label = { "Input to a plan", "Input to the plan", "Input to the action programme" } },
    },
  },

  next_step = {
    labels = {
      due = { "When", "Date", "Deadline" }, who = { "Who", "Responsible" }, where = { "Where", "Place" },
      backup = { "Backup date", "Fallback date", "Alternative date" }, contact = { "Contact", "Contact person" },
    },
    states = {
      { "planned" }, { "under_way", label = { "Under way", "Started" } }, { "done" },
      { "dropped", label = { "Dropped", "Given up" } },
    },
  },

  perspectives = {
    { "user", label = { "User", "Users", "User of the service", "Patient", "Relative" } },
    { "provider", label = { "Provider", "Service provider", "Practitioner" } },
    { "researcher", label = { "Researcher", "Research" } },
    { "authority", label = { "Authority", "Authorities", "Public authority" } },
    { "employer", label = { "Employer", "Employers", "Working life" } },
    { "volunteer", label = { "Volunteer", "Voluntary organisation" } },
    { "other" },
  },
  composition = { sides = { "user", "provider", "researcher", "authority" }, largest = 0.7 },

  templates = {
    { "run_plan", label = { "Run plan", "Session plan", "Plan for the session" }, per = "meeting",
      help = "The facilitators' plan for one group session.", fields = {
        { "aim", "rich", label = { "Aim of the session", "Aim", "Wanted result", "Purpose" } },
        { "steps", "items", label = { "Steps and times", "Steps", "Programme", "Timetable", "How" } },
        { "methods", "items", label = { "Methods", "Method", "Tools", "Way of working" } },
        { "materials", "items", label = { "Materials", "Equipment", "What we need" } },
        { "leads", "actor", many = true, label = { "Who leads", "Leads", "Responsible", "Facilitator" } },
        { "notes", "rich", label = { "Notes", "To remember", "Other" } },
      } },
    { "group_report", label = { "Group report", "Report", "Report from the group" }, fields = require "report" },
    { "self_evaluation", label = { "Self-evaluation", "Evaluation", "The group's own evaluation" },
      fields = evaluation.fields },
  },

  remarks = {
    { "reflection", label = { "Reflection", "This struck me" }, on = "block", help = "After a talk or in the circle." },
    { "comment", on = "group" },
  },

  content = {
    { "aims", text = [[
Every group is to reach a concrete result, made together with those whom it concerns, and to leave with the power to
carry it through at home.]] },
    { "mixture", label = "The mixture",
      text = [[
A group needs those who use, those who provide, those who research and those who decide. When more than seven in ten
come from one side, it mostly hears itself.]] },
    { "roles", label = "Owner and facilitator",
      text = [[
The owner answers for the challenge and brings its parties together. The facilitator answers for the process: that every
voice is heard, that the work moves, and that it is written down.]] },
    { "meet", label = "Guide: meet",
      text = "Get to know each other's view of the challenge, and agree on the result that the group wants." },
    { "explore", label = "Guide: explore",
      text = "Explore the challenge from all sides: what keeps it going, and whom does it concern?" },
    { "create", label = "Guide: create",
      text = "Find many ideas, choose a few, and try them on those whom they are for." },
    { "settle", label = "Guide: settle",
      text = "Make the result concrete, settle who does what and when, and write the report." },
  },

  programme = {
    { "facilitators_day", label = "Facilitators' day", kind = "preparation", day = 0 },
    { "opening", kind = "plenary", day = 1 },
    { "talk", kind = "talk", day = -1 },
    { "group_session", count = 2 },
    { "closing", label = "Closing circle", kind = "circle", day = -1 },
  },

  phases = {
    { "registration", allows = before_the_days },
    { "preparation", label = "Facilitators' preparation", allows = before_the_days },
    { "group_work", label = "The days of the arena", allows = on_the_days },
    { "closing", allows = on_the_days },
    { "afterwards", allows = afterwards },
  },

  actions = {
    { "announce", label = "Register a group", as = "owner" },
    { "join", label = "Sign up for a group", as = "participant" }, { "leave" },
    { "assign", help = "Give somebody a role in a group: facilitator, resource person, a further owner." },
    { "revise", help = "Correct a group, open it or close it to newcomers." }, { "move" },
    { "merge", label = "Join groups", agreed_by = "facilitator" },
    { "split", label = "Work in parallel sub-groups", agreed_by = "facilitator" }, { "cancel" },
    { "continue", label = "Continue a group of another arena" },
    { "swap", label = "Exchange people between groups",
      help = "Each of the people goes to the group in the same place of the list; every group keeps its size.",
      params = {
        { "people", "person", many = true, required = true }, { "to", "group", many = true, required = true },
      },
      run = composition.exchange },
    { "contribute" },
    { "recommend", label = "Recommend something to somebody",
      params = {
        { "group", "group", required = true }, { "to", "actor", many = true, required = true },
        { "title", "text" }, { "body", "items", required = true },
      },
      run = recommend },
    { "fill", label = "Fill in a plan, a report or an evaluation" }, { "remark" }, { "commit" },
    { "carry_over", label = "Carry over to next year",
      params = {
        { "group", "group", required = true },
        { "parties", "actor", many = true, label = "Parties still missing" },
        { "arena", "text", label = "The arena in which it goes on" }, { "why", "rich" },
      },
      run = continuity.carry_over },
    { "sort", label = "Sort an answer of a self-evaluation",
      params = {
        { "group", "group", required = true },
        { "question", "choice", required = true, of = { { "results" }, { "power" }, { "tips" } } },
        { "answer", "text", required = true, help = "How the answer begins." },
        { "category", "text", required = true },
      },
      run = evaluation.sort },
    { "follow_up" }, { "hand_over" }, { "trace" }, { "begin" },
  },

  checks = {
    { "party_missing", each = "group", severity = "note",
      message = "{code} still misses {party}.", fix = "Ask {owner} to invite {party}.",
      when = function(group)
        if group.state == "merged" or group.state == "split" or group.state == "cancelled" then return false end
        return continuity.missing(group):map(function(party) return { party = party } end)
      end },
    { "no_recipient", each = "contribution", severity = "warning",
      message = "{code} is a recommendation to nobody.", fix = "Ask {facilitator} whom it is for.",
      when = function(contribution)
        return contribution.kind == "recommendation" and #contribution.addressees == 0
      end },
    { "unsorted_answers", each = "report", severity = "note",
      message = "{n} {n:answer|answers} in the self-evaluation of {code} {n:is|are} not sorted into categories.",
      fix = "Sort them with the action sort, so that they can be counted.", when = evaluation.unsorted },
    { "no_date_to_meet", each = "group", severity = "note",
      message = "{code} has next steps, and no date on any of them.", fix = "Ask {facilitator} when they meet next.",
      when = function(group)
        if #group.next_steps == 0 then return false end
        for _, step in ipairs(group.next_steps) do
          if step.due then return false end
        end
        return true
      end },
  },

  proposals = {
    { "swaps", label = "Exchanges that mend the mixture", propose = composition.swaps,
      help = "Finds the exchanges of participants that mend most and leave no group worse off." },
    { "reinforcements", label = "Resource persons for the sides that groups lack",
      propose = composition.reinforcements },
    { "run_plans", label = "Run plans after the guide", propose = guide.run_plans },
  },

  views = {
    { "composition", label = "The mixture of the groups", table = composition.overview },
    { "evaluation", label = "Self-evaluations, counted", table = evaluation.summary },
    { "next_steps", label = "Next steps", table = next_steps },
    { "carried_over", label = "Carried over to next year", table = continuity.carried_over },
  },

  parts = {
    { "groups", label = "The groups at a glance", at = "overview", blocks = chapters.groups },
    { "continuity", label = "Before and after", at = "group", blocks = chapters.continuity },
    { "evaluation", label = "Self-evaluation", at = "evaluation", blocks = evaluation.chapter },
    { "reflections", label = "After the talks", at = "appendix", blocks = chapters.reflections },
  },
}
