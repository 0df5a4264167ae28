return {
  ["Inputs book"] = "Innspelsbok",
  ["Every input with who raised it and what it builds on, and at the end what is missing."] =
    "Kvart innspel med kven som tok det opp og kva det byggjer på, og til slutt det som manglar.",
  ["Kind"] = "Innspelstype", ["Builds on"] = "Byggjer på", ["Taken further in"] = "Ført vidare i",
  ["not stated"] = "ikkje oppgitt", ["Outside the sessions"] = "Utanfor øktene",
  ["What is missing or disagrees"] = "Det som manglar eller ikkje stemmer",
  ["{n} {n:thing is missing or disagrees|things are missing or disagree}: "] =
    "{n} {n:ting manglar eller stemmer ikkje|ting manglar eller stemmer ikkje}: ",
  ["Needs an answer before the book is passed on"] = "Må avklarast før boka blir send vidare",
  ["Missing, or doesn't agree"] = "Manglar, eller stemmer ikkje",
  ["Worth a look"] = "Verdt å sjå på",
  ["Nothing that we know of."] = "Ingenting som vi veit om.",
  ["{groups} {groups:group|groups} in {slots} {slots:session|sessions} handed in {inputs} {inputs:input|inputs}."] =
    "{groups} {groups:gruppe|grupper} i {slots} {slots:økt|økter} leverte {inputs} innspel.",
}
