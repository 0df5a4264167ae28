return {
  ["The arena's report"] = "Arenaens rapport",
  ["One book of an arena with all its formats: programme, groups, reports, next steps, evaluation."] =
    "Én bok om en arena med alle formatene: program, grupper med rapporter, neste skritt, evaluering.",
  ["List the participants of each group."] = "List opp deltakerne i hver gruppe.", ["Participants"] = "Deltakere",
  ["About the arena"] = "Om arenaen", ["How we worked"] = "Slik arbeidet vi", ["The programme"] = "Programmet",
  ["Recommendations, and to whom"] = "Anbefalinger, og til hvem", ["Next steps"] = "Neste skritt",
  ["Evaluation"] = "Evaluering", ["Appendix"] = "Vedlegg", ["Other groups"] = "Andre grupper",
  ["What is missing, and whom to ask"] = "Det som mangler, og hvem en kan spørre",
  ["{groups} {groups:group|groups} and {people} {people:person|people} in {slots} {slots:session|sessions}; {reports} {reports:report|reports}, {inputs} {inputs:thing|things} handed in, {steps} next {steps:step|steps}."] = -- luacheck: ignore 631
    "{groups} {groups:gruppe|grupper} og {people} {people:person|personer} i {slots} {slots:økt|økter}; {reports} {reports:rapport|rapporter}, {inputs} {inputs:innspill|innspill} levert, {steps} neste skritt.", -- luacheck: ignore 631
  ["{n} {n:thing is missing or disagrees|things are missing or disagree}: "] =
    "{n} {n:ting mangler eller stemmer ikke|ting mangler eller stemmer ikke}: ",
  ["About"] = "Gjelder", ["What"] = "Hva", ["Who"] = "Hvem", ["When"] = "Når", ["Where"] = "Hvor",
  ["How it stands"] = "Status", ["or {date}"] = "eller {date}", ["Day {day}"] = "Dag {day}",
  ["Without a date"] = "Uten dato", ["Met in"] = "Møttes i", ["{title} (draft)"] = "{title} (utkast)",
  ["Not handed in: {template}."] = "Ikke levert: {template}.",
  ["There is no report from this group."] = "Det finnes ingen rapport fra denne gruppa.", ["Agreed"] = "Avtalt",
  ["Question"] = "Spørsmål", ["Category"] = "Kategori", ["Answers"] = "Svar", ["not sorted"] = "ikke sortert",
  ["Needs an answer before the report is passed on"] = "Må avklares før rapporten sendes videre",
  ["Missing, or doesn't agree"] = "Mangler, eller stemmer ikke", ["Worth a look"] = "Verdt å se på",
  ["Nothing that we know of."] = "Ingenting som vi vet om.",
  ["{day} {month} {year}"] = "{day}. {month} {year}",
  ["January"] = "januar", ["February"] = "februar", ["March"] = "mars", ["April"] = "april",
  ["May"] = "mai", ["June"] = "juni", ["July"] = "juli", ["August"] = "august",
  ["September"] = "september", ["October"] = "oktober", ["November"] = "november", ["December"] = "desember",
}
