-- Only what differs from Bokmål: the rest falls back to nb.
return {
  ["An empty wall, topics from anyone, an input from every conversation."] =
    "Ein tom vegg, tema frå kven som helst, eit innspel frå kvar samtale.",
  ["session"] = { "økt", "gruppesesjon", "sesjon" }, ["sessions"] = "økter",
  ["conversation"] = "samtalegruppe", ["conversations"] = "samtalegrupper",
  ["Number of participants"] = { "Tal på deltakarar", "Antal deltakarar" },
  ["Participants"] = "Deltakarar", ["Headcount"] = "Tal",
  ["Convener"] = { "Initiativtakar", "Initiativtakarar" }, ["Initiator"] = "Initiativ frå", ["Host"] = "Vert",
  ["Support facilitator"] = { "Støttefasilitator", "Støttefasilitatorar" },
  ["Facilitator"] = { "Fasilitator", "Fasilitatorar" },
  ["Participant"] = "Deltakar",
  ["input"] = "innspel", ["inputs"] = "innspel", ["Input"] = "Innspel",
  ["Input to the strategy"] = { "Innspel til strategien", "Innspel til strategi" },
  ["Input to the plan"] = { "Innspel til planen", "Innspel til plan" },
  ["New idea or topic"] = { "Ny idé eller nytt emne", "Ny idé/emne" },
  ["Deepening"] = { "Fordjuping", "Utdjuping" },
  ["Deepening of input no. {code} day {day}"] =
    { "Fordjuping til innspel nr {code} dag {day}", "Utdjuping av innspel nr {code} dag {day}" },
  ["Deepening of {code}"] = { "Fordjuping til innspel {code}", "Fordjuping av {code}", "Fordjuping til {code}" },
  ["Implementation proposal"] = "Iverksetjingsforslag",
  ["Implementation of input no. {code} day {day}"] =
    { "Iverksetjingsforslag til innspel nr {code} dag {day}", "Iverksetjing av innspel nr {code} dag {day}" },
  ["Implementation of {code}"] =
    { "Iverksetjingsforslag til innspel {code}", "Iverksetjing av {code}", "Iverksetjingsforslag til {code}" },
  ["Who took part"] = "Kven som var med", ["What took place"] = "Kva som hende",
  ["User"] = "Brukar", ["Relative"] = "Pårørande", ["Provider"] = "Tenesteytar", ["Employer"] = "Arbeidsgjevar",
  ["Researcher"] = "Forskar", ["Authority"] = "Styresmakt", ["Leader"] = "Leiar",
  ["{code} does not say whether it is new, a deepening or an implementation proposal."] =
    "{code} seier ikkje om det er nytt, ei fordjuping eller eit iverksetjingsforslag.",
  ["Ask {convener}."] = "Spør {convener}.",
  ["{code} got {dots} {dots:dot|dots}, and nobody has taken it on."] =
    "{code} fekk {dots} {dots:prikk|prikkar}, og ingen har teke det på seg.",
  ["Ask in the closing circle."] = "Spør i avslutningssirkelen.",
  ["{n} {n:has|have} signed up"] = "{n} har meldt seg på",
}
