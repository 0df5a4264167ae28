-- Knowledge meetings: late on a day, participants bring topics and meet across the groups that they came with.

local encounters = require "encounters"

local during = {
  "announce", "join", "leave", "assign", "revise", "move", "merge", "split", "cancel", "fill", "contribute",
  "commit", "remark", "begin",
}

return {
  api = 1,
  kind = "format",
  title = "Knowledge meetings",
  summary = "Topics with sub-questions, brought by participants, across the groups that they came with.",
  version = "1",

  slot = {
    noun = "round of knowledge meetings", nouns = "rounds of knowledge meetings",
    labels = { number = { "Knowledge meetings, session {number}", "Knowledge meetings" } },
  },

  group = {
    noun = "knowledge meeting", nouns = "knowledge meetings", code = "K{n}", corner = "Corner {n}",
    labels = {
      title = { "Topic", "Title", "Theme" },
      headcount = { "Number of participants", "Headcount" },
    },
    fields = {
      { "sub_questions", "text", many = true, label = { "Sub-questions", "Sub-question", "Questions" } },
    },
  },

  roles = {
    { "host", label = { "Brought by", "Host", "Topic brought by" }, count = "1..", exclusive = true },
    { "note_taker", label = { "Note-taker", "Written down by", "Secretary" } },
    { "participant", label = { "Participant", "Participants" } },
  },

  contribution = {
    noun = "insight", nouns = "insights",
    kinds = { { "insight", label = { "Insight", "What we learned" } } },
  },

  next_step = {
    states = { { "planned" }, { "under_way", label = { "Under way", "Started" } }, { "done" }, { "dropped" } },
  },

  templates = {
    { "record_sheet", label = { "Record sheet", "Report sheet", "Sheet from the meeting" },
      help = "One sheet a meeting.", fields = {
        { "participants", "members", label = { "Participants", "Who took part", "Who was there", "Present" } },
        { "questions", "items", label = { "Sub-questions", "Questions", "What we asked", "Question" } },
        { "discussed", "items",
          label = { "What we talked about", "What was discussed", "Discussion", "Summary", "From the conversation" } },
        { "learned", "items", label = { "What we learned", "Insights", "What we take with us", "Knowledge shared" } },
        { "open_questions", "items", label = { "Questions still open", "Open questions", "What we wonder about" } },
        { "contacts", "items", label = { "New contacts", "Contacts", "Whom to ask", "Network" } },
        { "next_steps", "next_steps", label = { "Next steps", "Next step", "Agreements", "Follow-up" } },
      } },
  },

  remarks = { { "comment", on = "group" } },

  content = {
    { "invitation", text = [[
Bring what you know, or what you want to know. Whoever brings a topic says what it is about in a sentence, with the
questions that it holds. Choose a meeting with people whom you don't know yet.]] },
  },

  programme = { { "knowledge_meetings", kind = "slot", day = 1 } },

  phases = {
    { "topics", label = "Topics are brought", allows = during },
    { "meetings", allows = during },
    { "afterwards",
      allows = { "revise", "assign", "fill", "contribute", "commit", "follow_up", "remark", "hand_over", "trace",
        "begin" } },
  },

  actions = {
    { "announce", label = "Bring a topic", as = "host" },
    { "join", as = "participant", help = "Signals interest and binds nobody." }, { "leave" }, { "assign" },
    { "revise" }, { "move", agreed_by = "host" }, { "merge", agreed_by = "host" }, { "split", agreed_by = "host" },
    { "cancel" }, { "fill", label = "Fill in a record sheet" }, { "contribute", label = "Hand in an insight" },
    { "commit" }, { "follow_up" }, { "remark" }, { "hand_over" }, { "trace" }, { "begin" },
  },

  checks = {
    { "first_encounters", each = "group", severity = "note",
      message = "In {code}, {new} of {pairs} {pairs:pair|pairs} met for the first time, among them {who}.",
      fix = "The view first_meetings lists them all.", when = encounters.note },
    { "nobody_new", each = "group", severity = "warning",
      message = "Everybody in {code} had already sat together in another group.",
      fix = "Ask {host} to bring in people from other groups.", when = encounters.nobody_new },
    { "met_nobody", each = "person", scope = "arena", severity = "note",
      message = "{name} went to knowledge meetings and met nobody for the first time.",
      fix = "Suggest another meeting next time.", when = encounters.met_nobody },
    { "no_questions", each = "group", severity = "note",
      message = "{code} has no sub-questions.", fix = "Ask {host} what there is to find out.",
      when = function(group) return group.state ~= "cancelled" and #group.fields.sub_questions == 0 end },
  },

  views = {
    { "first_meetings", label = "Who met whom for the first time", table = encounters.all },
  },
}
