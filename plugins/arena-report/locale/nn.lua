-- Only what differs from Bokmål: the rest falls back to nb.
return {
  ["The arena's report"] = "Rapporten frå arenaen",
  ["One book of an arena with all its formats: programme, groups, reports, next steps, evaluation."] =
    "Éi bok om ein arena med alle formata: program, grupper med rapportar, neste steg, evaluering.",
  ["List the participants of each group."] = "List opp deltakarane i kvar gruppe.", ["Participants"] = "Deltakarar",
  ["How we worked"] = "Slik arbeidde vi",
  ["Recommendations, and to whom"] = "Tilrådingar, og til kven", ["Next steps"] = "Neste steg",
  ["What is missing, and whom to ask"] = "Det som manglar, og kven ein kan spørje",
  ["{groups} {groups:group|groups} and {people} {people:person|people} in {slots} {slots:session|sessions}; {reports} {reports:report|reports}, {inputs} {inputs:thing|things} handed in, {steps} next {steps:step|steps}."] = -- luacheck: ignore 631
    "{groups} {groups:gruppe|grupper} og {people} {people:person|personar} i {slots} {slots:økt|økter}; {reports} {reports:rapport|rapportar}, {inputs} {inputs:innspel|innspel} leverte, {steps} neste steg.", -- luacheck: ignore 631
  ["{n} {n:thing is missing or disagrees|things are missing or disagree}: "] =
    "{n} {n:ting manglar eller stemmer ikkje|ting manglar eller stemmer ikkje}: ",
  ["About"] = "Gjeld", ["What"] = "Kva", ["Who"] = "Kven", ["Where"] = "Kvar", ["Without a date"] = "Utan dato",
  ["Met in"] = "Møttest i", ["There is no report from this group."] = "Det finst ingen rapport frå denne gruppa.",
  ["not sorted"] = "ikkje sortert",
  ["Needs an answer before the report is passed on"] = "Må avklarast før rapporten blir send vidare",
  ["Missing, or doesn't agree"] = "Manglar, eller stemmer ikkje", ["Worth a look"] = "Verdt å sjå på",
  ["Nothing that we know of."] = "Ingenting som vi veit om.",
}
