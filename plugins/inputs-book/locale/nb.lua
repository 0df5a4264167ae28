return {
  ["Inputs book"] = "Innspillsbok",
  ["Every input with who raised it and what it builds on, and at the end what is missing."] =
    "Hvert innspill med hvem som tok det opp og hva det bygger på, og til slutt det som mangler.",
  ["List the participants of each group."] = "List opp deltakerne i hver gruppe.",
  ["Participants"] = "Deltakere",
  ["About this book"] = "Om denne boka", ["Kind"] = "Innspillstype",
  ["Builds on"] = "Bygger på", ["Taken further in"] = "Ført videre i", ["not stated"] = "ikke oppgitt",
  ["Day {day}"] = "Dag {day}", ["Outside the sessions"] = "Utenfor øktene",
  ["What is missing or disagrees"] = "Det som mangler eller ikke stemmer",
  ["{n} {n:thing is missing or disagrees|things are missing or disagree}: "] =
    "{n} {n:ting mangler eller stemmer ikke|ting mangler eller stemmer ikke}: ",
  ["Needs an answer before the book is passed on"] = "Må avklares før boka sendes videre",
  ["Missing, or doesn't agree"] = "Mangler, eller stemmer ikke",
  ["Worth a look"] = "Verdt å se på",
  ["Nothing that we know of."] = "Ingenting som vi vet om.",
  ["{groups} {groups:group|groups} in {slots} {slots:session|sessions} handed in {inputs} {inputs:input|inputs}."] =
    "{groups} {groups:gruppe|grupper} i {slots} {slots:økt|økter} leverte {inputs} innspill.",
}
