-- Learning circles: the year after an arena, in which what was agreed is tried, shared and followed up.

local circles = require "circles"

local through_the_year = {
  "announce", "continue", "assign", "accept", "decline", "leave", "revise", "plan_meeting", "fill", "contribute",
  "commit", "follow_up", "remark", "hand_over", "trace", "cancel", "begin",
}

return {
  api = 1,
  kind = "format",
  title = "Learning circles",
  summary = "Meetings over a year after an arena: what was tried at home, what was learned, where each step stands.",
  version = "1",

  slot = {
    noun = "circle meeting", nouns = "circle meetings",
    labels = { number = { "Circle meeting, session {number}", "Circle meeting" } },
    fields = {
      { "mode", "choice", label = { "How", "In person or online" }, of = {
        { "in_person", label = { "In person", "Physical" } }, { "online", label = { "Online", "Digital" } },
        { "both", label = { "In person and online", "Hybrid" } },
      } },
      { "at", "text", label = { "Where", "Link or address" }, personal = true },
    },
  },

  group = {
    noun = "learning circle", nouns = "learning circles", code = "L{n}",
    labels = { title = { "Theme of the circle", "Theme", "Name" } },
    fields = { { "aim", "rich", label = { "What we want to learn", "Aim" } } },
  },

  roles = {
    { "guide", label = { "Circle facilitator", "Facilitator", "Facilitators" }, count = "1..", exclusive = true },
    { "member", label = { "Member", "Members", "Participants" }, holder = "actor" },
    { "invited", holder = "actor", help = "Invited on, and hasn't answered yet." },
  },

  contribution = {
    noun = "lesson", nouns = "lessons",
    kinds = { { "lesson", label = { "Lesson", "What we learned" } } },
  },

  next_step = {
    states = {
      { "planned" }, { "under_way", label = { "Under way", "Started", "Being tried" } }, { "done" },
      { "dropped", label = { "Dropped", "Given up" } },
    },
  },

  templates = {
    { "meeting_record", label = { "Record of the meeting", "Circle record", "Minutes" }, per = "meeting", fields = {
      { "present", "members", label = { "Present", "Participants", "Who took part" } },
      { "tried", "items",
        label = { "What was tried at home", "Tried at home", "Tried out", "What we tried", "Since last time" } },
      { "learned", "items", label = { "What was learned", "What we learned", "Lessons", "Experience" } },
      { "stopped_us", "items", label = { "What stopped us", "Obstacles", "What was difficult" } },
      { "next_try", "items", label = { "What we try next", "Next try", "Until next time", "Homework" } },
      { "next_steps", "next_steps", label = { "Status of the next steps", "Next steps", "Follow-up" } },
      { "next_meeting", "rich", label = { "Next meeting", "Next time" } },
    } },
    { "year_report", label = { "The circle's year", "Final report" }, fields = {
      { "changed", "items", label = { "What has changed at home", "Changed practice", "Results" } },
      { "lasting", "items", label = { "What will last", "What stays" } },
      { "advice", "items", label = { "Advice to the next circle", "Advice", "Tips" } },
    } },
  },

  remarks = {
    { "declined", label = "Declined the invitation", on = "group" },
    { "comment", on = "group" },
  },

  content = {
    { "agreement", label = "The circle's agreement", text = [[
Between two meetings everybody tries something at home, however small. In the circle we tell what happened, also what
failed, and help each other to the next attempt.]] },
  },

  phases = {
    { "invitation", allows = through_the_year },
    { "year", label = "The circle's year", allows = through_the_year },
    { "closed", label = "The year is over", allows = { "fill", "follow_up", "remark", "trace", "hand_over", "begin" } },
  },

  actions = {
    { "announce", label = "Set up a circle", as = "guide" },
    { "continue", label = "Take a group's work further in a circle" },
    { "assign", help = "Invite somebody, or give a role." }, { "leave" }, { "revise" },
    { "accept", label = "Accept an invitation",
      params = { { "circle", "group", required = true }, { "who", "actor", required = true } },
      run = circles.accept },
    { "decline", label = "Decline an invitation",
      params = { { "circle", "group", required = true }, { "who", "actor", required = true }, { "why", "rich" } },
      run = circles.decline },
    { "plan_meeting", label = "Plan a meeting",
      params = {
        { "circle", "group", required = true }, { "starts", "text", required = true, help = "2032-05-11T10:00" },
        { "ends", "text" }, { "title", "text" },
        { "mode", "choice", default = "in_person", of = {
          { "in_person", label = "In person" }, { "online", label = "Online" },
          { "both", label = "In person and online" },
        } },
        { "at", "text", label = "Link or address" },
      },
      run = circles.plan_meeting },
    { "fill", label = "Fill in a record" }, { "contribute", label = "Hand in a lesson" }, { "commit" },
    { "follow_up", label = "Say what became of a next step" }, { "remark" }, { "hand_over" }, { "trace" }, { "cancel" },
    { "begin" },
  },

  checks = {
    { "overdue", each = "next_step", scope = "arena", severity = "warning",
      message = "The day of a next step has passed ({due}), and nobody has said what became of it: {what}",
      fix = "Ask {who} in the next circle meeting.", when = circles.overdue },
    { "unanswered", each = "group", severity = "note",
      message = "{who} hasn't answered the invitation to {code}.", fix = "Ask {guide} to call.",
      when = circles.unanswered },
    { "left_alone", each = "group", scope = "arena", severity = "note",
      message = "{code} has next steps, and nobody of it is in a learning circle.",
      fix = "Invite its people on: the proposal invitations lists them.", when = circles.left_alone },
  },

  proposals = {
    { "invitations", label = "Invite owners and facilitators on",
      params = {
        { "circle", "group", required = true }, { "groups", "group", many = true },
        { "roles", "text", many = true, default = { "owner", "facilitator" } },
      },
      propose = circles.invitations },
  },

  views = {
    { "status", label = "Where every next step stands", table = circles.status },
    { "tried", label = "Tried at home and learned", table = circles.tried },
  },
}
