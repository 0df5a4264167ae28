return {
  ["Open Space"] = "Open Space",
  ["An empty wall, topics from anyone, an input from every conversation."] =
    "En tom vegg, temaer fra hvem som helst, et innspill fra hver samtale.",
  ["session"] = { "økt", "gruppesesjon", "sesjon" }, ["sessions"] = "økter",
  ["Day {day}, session {number}"] = { "Dag {day}, gruppesesjon {number}", "Dag {day}, økt {number}" },
  ["Session {number}"] = { "Gruppesesjon {number}", "Økt {number}", "Sesjon {number}" },
  ["conversation"] = "samtalegruppe", ["conversations"] = "samtalegrupper",
  ["Corner {n}"] = "Hjørne {n}",
  ["Number of participants"] = { "Antall deltakere", "Antall deltagere" },
  ["Participants"] = { "Deltakere", "Deltagere" },
  ["Headcount"] = "Antall",
  ["Convener"] = { "Initiativtaker", "Initiativtakere" },
  ["Initiator"] = "Initiativ fra", ["Host"] = "Vert",
  ["Support facilitator"] = { "Støttefasilitator", "Støttefasilitatorer" },
  ["Facilitator"] = { "Fasilitator", "Fasilitatorer" }, ["Note-taker"] = { "Referent", "Skribent" },
  ["Participant"] = "Deltaker",
  ["input"] = "innspill", ["inputs"] = "innspill",
  ["Input"] = "Innspill",
  ["Input to the strategy"] = { "Innspill til strategien", "Innspill til strategi" },
  ["Input to the plan"] = { "Innspill til planen", "Innspill til plan" },
  ["New idea"] = "Ny idé", ["New topic"] = "Nytt emne",
  ["New idea or topic"] = { "Ny idé eller nytt emne", "Ny idé/emne" },
  ["Deepening"] = "Fordypning",
  ["Deepening of input no. {code} day {day}"] =
    { "Fordypning til innspill nr {code} dag {day}", "Fordypning av innspill nr {code} dag {day}" },
  ["Deepening of {code}"] = { "Fordypning til innspill {code}", "Fordypning av {code}", "Fordypning til {code}" },
  ["Implementation proposal"] = "Iverksettingsforslag",
  ["Implementation of input no. {code} day {day}"] =
    { "Iverksettingsforslag til innspill nr {code} dag {day}", "Iverksetting av innspill nr {code} dag {day}" },
  ["Implementation of {code}"] =
    { "Iverksettingsforslag til innspill {code}", "Iverksetting av {code}", "Iverksettingsforslag til {code}" },
  ["Work report"] = "Arbeidsrapport", ["Who took part"] = "Hvem som deltok",
  ["What took place"] = "Hva som skjedde", ["Discussion"] = { "Samtalen", "Diskusjon" },
  ["Next steps"] = { "Neste skritt", "Videre arbeid" }, ["Next step"] = "Neste steg",
  ["User"] = "Bruker", ["Patient"] = "Pasient", ["Relative"] = "Pårørende",
  ["Provider"] = "Tjenesteyter", ["Employer"] = "Arbeidsgiver", ["Researcher"] = "Forsker",
  ["Authority"] = "Myndighet", ["Leader"] = "Leder",
  ["Persona on the perspective wall"] = "Persona på perspektivveggen",
  ["Comment on the input wall"] = "Kommentar på innspillsveggen",
  ["Reflection in the circle"] = "Refleksjon i sirkelen",
  ["Priorities"] = "Prioriteringer",
  ["Four principles"] = "Fire prinsipper",
  [ [[
1. Whoever comes is the right people.
2. Whenever it starts is the right time.
3. Whatever happens is the only thing that could have.
4. When it is over, it is over.]] ] = [[
1. De som kommer, er de rette.
2. Det begynner når det begynner.
3. Det som skjer, er det eneste som kunne skje.
4. Når det er over, er det over.]],
  ["The law of two feet"] = "Loven om to føtter",
  ["If you neither learn nor contribute where you are, walk to where you do. Nobody is offended."] =
    "Verken lærer eller bidrar du der du er, så gå dit du gjør det. Ingen blir fornærmet.",
  ["Opening"] = "Åpning", ["Marketplace"] = "Markedsplass", ["Session"] = "Økt", ["Closing"] = "Avslutning",
  ["Day 1"] = "Dag 1", ["Day 2"] = "Dag 2", ["Convergence"] = "Samling", ["Afterwards"] = "Etterpå",
  ["Put a topic on the wall"] = "Sett et emne på veggen",
  ["Signals interest and binds nobody."] = "Viser interesse og binder ingen.",
  ["Join"] = "Meld deg på", ["Leave"] = "Gå ut", ["Assign"] = "Gi en rolle", ["Correct a topic"] = "Rett et emne",
  ["Move"] = "Flytt", ["Merge"] = "Slå sammen", ["Split"] = "Del", ["Cancel"] = "Avlys",
  ["Hand in an input"] = "Lever et innspill", ["Fill"] = "Fyll ut", ["Remark"] = "Merknad", ["Vote"] = "Stem",
  ["Commit"] = "Neste skritt", ["Take on a priority"] = "Ta på deg en prioritering", ["Input wall"] = "Innspillsvegg",
  ["First step"] = "Første skritt", ["By"] = "Av", ["Perspectives"] = "Perspektiver",
  ["Hand over"] = "Overlever", ["Who gave what to whom, and what for."] = "Hvem ga hva til hvem, og hva for.",
  ["Follow up"] = "Følg opp", ["Trace"] = "Spor", ["Begin"] = "Begynn",
  ["{code} does not say whether it is new, a deepening or an implementation proposal."] =
    "{code} sier ikke om det er nytt, en fordypning eller et iverksettingsforslag.",
  ["Ask {convener}."] = "Spør {convener}.",
  ["{code} got {dots} {dots:dot|dots}, and nobody has taken it on."] =
    "{code} fikk {dots} {dots:prikk|prikker}, og ingen har tatt det på seg.",
  ["Ask in the closing circle."] = "Spør i avslutningssirkelen.",
  ["Fit the rooms after sign-up"] = "Fordel rommene etter påmelding",
  ["{n} {n:has|have} signed up"] = "{n} har meldt seg på",
  ["Perspective wall"] = "Perspektivvegg", ["Perspective"] = "Perspektiv", ["Personas"] = "Personaer",
  ["Dots"] = "Prikker", ["Taken on"] = "Tatt på",
}
