-- The report that each group fills in: its sections with the headings that people write, the canonical one first.
-- The other languages' headings stand in locale/, under the canonical English one.

return {
  { "participants", "members", label = {
    "Participants", "Participants and their roles", "Participants in the group", "Participants and actors",
    "Who took part", "Members of the group", "Group members", "Attendance", "Who was there", "Composition of the group",
  } },
  { "problem", "rich", label = {
    "Problem", "Describe the problem", "Description of the problem", "Short description of the problem",
    "Problem statement", "What is the problem", "The challenge", "Describe the challenge",
    "Description of the challenge", "Background", "Background and problem", "Starting point",
    "What we want to solve",
  } },
  { "result", "items", label = {
    "Result", "Result of the group's work", "Results", "Result from the group", "Results of the work",
    "What we arrived at", "What the group found", "Findings", "Solution", "Proposed solution", "Proposals",
    "Conclusion", "Summary of the work",
  } },
  { "made_concrete", "items", label = {
    "The result made concrete", "Making the result concrete", "Make the result concrete", "Concrete result",
    "Concrete proposals", "Concrete measures", "In practice", "What it means in practice",
    "How it can be done", "Specification of the result",
  } },
  { "innovation", "items", label = {
    "Innovation", "What is new", "What is innovative", "The innovation", "New thinking", "Novelty",
    "What is new about it",
  } },
  { "opportunities", "items", label = {
    "Opportunities", "Possibilities", "What helps", "Which opportunities do you see", "Strengths and opportunities",
    "Drivers", "Success factors", "Enablers",
  } },
  { "obstacles", "items", label = {
    "Obstacles", "Hindrances", "Barriers", "Challenges", "Risks", "Bottlenecks", "What hinders", "Pitfalls",
    "What can stop us", "Challenges and obstacles",
  } },
  { "stakeholders", "items", label = {
    "Stakeholders", "Actors", "Interested parties", "Parties concerned", "Who is affected", "Who must be involved",
    "Partners", "Important actors", "Target group", "Who is it for",
  } },
  { "value", "items", label = {
    "Value", "Benefit", "Benefits", "Added value", "What is the value", "Who benefits", "Expected effect", "Gains",
    "Usefulness", "Value creation", "Impact",
  } },
  { "next_steps", "next_steps", label = {
    "Next steps", "Next step", "Further work", "Further work on the challenge", "The way forward", "Way ahead",
    "What happens next", "Follow-up", "Action plan", "Plan of action", "Who does what", "To do", "Agreements",
  } },
  { "contact_point", "rich", label = {
    "Next point of contact", "Contact point", "Next meeting", "Next meeting point", "Next contact", "Contact person",
    "Contact", "Responsible for the meeting", "Where and when we meet next",
  } },
  { "website", "rich", label = {
    "Use of the website", "Wanted use of the website", "Website", "Use of the web page", "Web page", "On the web",
    "How will you use the website", "Use of the online meeting place", "Sharing online",
  } },
  { "comments", "rich", label = {
    "Comments from the group", "Comments", "Comment", "Other comments", "The group's comments", "Remarks", "Feedback",
    "Anything else", "Reflections of the group", "Other",
  } },
  { "later_input", "rich", label = {
    "Later input", "Input after the arena", "Input received later", "Additions afterwards", "Added later",
    "Afterthoughts", "Supplementary input",
  } },
  { "poster", "rich", label = {
    "Poster", "The group's poster", "Text of the poster", "Poster text", "Wall poster", "Flip chart",
    "Picture of the poster",
  } },
}
