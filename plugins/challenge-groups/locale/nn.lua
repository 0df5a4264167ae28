-- Only what differs from Bokmål: the rest falls back to nb.
return {
  ["Groups that come with a challenge and an owner, and work with facilitators towards a result."] =
    "Grupper som kjem med ei utfordring og ein eigar, og arbeider med fasilitatorar mot eit resultat.",
  ["group session"] = { "gruppeøkt", "gruppesesjon" },
  ["Title"] = { "Tittel", "Namnet på gruppa", "Namnet på utfordringa" },
  ["Challenge"] = { "Utfordring", "Utfordringa", "Utfordringa i ord" },
  ["Open to newcomers"] = { "Open for fleire", "Open eller lukka", "Open" },
  ["Number of participants"] = { "Tal på deltakarar", "Talet på deltakarar", "Antal deltakarar" },
  ["Background"] = { "Bakgrunn", "Bakgrunnen for utfordringa", "Forhistorie" },
  ["Project phase"] = { "Prosjektfase", "Fase i prosjektet", "Kvar prosjektet står" },
  ["Planning"] = { "Planlegging", "Planleggingsfase" }, ["Under way"] = { "I gang", "Godt i gang", "Undervegs" },
  ["Closing"] = { "Avslutning", "Avslutningsfase" },
  ["Carried over to next year"] = { "Blir ført vidare neste år", "Vidareført", "Held fram neste år" },
  ["Parties still missing"] = { "Partar som manglar", "Kven manglar", "Manglande partar", "Ønskte i gruppa" },
  ["Resource person"] = { "Ressursperson", "Ressurspersonar" },
  ["Comes without a group and can reinforce one."] = "Kjem utan gruppe og kan styrkje ei.",
  ["recommendation"] = "tilråding", ["recommendations"] = "tilrådingar",
  ["Recommendation"] = { "Tilråding", "Tilrådingar", "Vi tilrår", "Anbefaling" },
  ["To"] = { "Til", "Mottakarar", "Retta til", "Tilrådd til" },
  ["Input to a plan"] = { "Innspel til ein plan", "Innspel til planen", "Innspel til handlingsprogram" },
  ["Who"] = { "Kven", "Ansvarleg", "Ansvar" }, ["Where"] = { "Kvar", "Stad" }, ["What"] = "Kva", ["Why"] = "Kvifor",
  ["Planned"] = "Planlagd", ["Done"] = { "Gjort", "Ferdig", "Utført" }, ["Dropped"] = { "Droppa", "Lagd bort" },
  ["Owner"] = { "Eigar", "Eigarar", "Prosjekteigar" },
  ["Facilitator"] = { "Fasilitator", "Fasilitatorar", "Prosessleiar" },
  ["Participant"] = { "Deltakar", "Deltakarar" },
  ["Reinforces a group with a side that it lacks."] = "Styrkjer ei gruppe med ei side som ho manglar.",
  ["User"] = { "Brukar", "Brukarar", "Tenestebrukar", "Pasient", "Pårørande" },
  ["Provider"] = { "Tilbydar", "Tenesteytar", "Tenesteytarar", "Klinikar", "Praktikar" },
  ["Researcher"] = { "Forskar", "Forskarar", "Forsking" },
  ["Authority"] = { "Styresmakt", "Styresmakter", "Myndigheit", "Forvalting" },
  ["Employer"] = { "Arbeidsgjevar", "Arbeidsgjevarar", "Arbeidsliv", "Næringsliv" },
  ["Volunteer"] = { "Friviljug", "Frivillig", "Frivillig organisasjon" }, ["Other"] = { "Anna", "Andre" },

  ["Run plan"] = { "Gjennomføringsplan", "Plan for gruppeøkta", "Køyreplan", "Opplegg" },
  ["The facilitators' plan for one group session."] = "Planen til fasilitatorane for ei gruppeøkt.",
  ["Aim of the session"] = { "Mål for økta", "Mål", "Føremål", "Ønskt resultat" },
  ["Steps and times"] = { "Steg og tider", "Steg", "Program", "Tidsplan", "Slik gjer vi det" },
  ["Methods"] = { "Metodar", "Metode", "Verktøy", "Arbeidsform" },
  ["Materials"] = { "Materiell", "Utstyr", "Det vi treng" },
  ["Who leads"] = { "Kven leier", "Leiar", "Ansvarleg", "Fasilitator" },
  ["Notes"] = { "Notat", "Å hugse", "Anna" },

  ["Group report"] = { "Grupperapport", "Rapport", "Rapport frå gruppa", "Rapporten til gruppa" },
  ["Participants"] = {
    "Deltakarar og aktørroller i gruppa", "Deltakarar", "Deltakarar i gruppa", "Deltakarar og aktørar",
    "Deltakarar og roller", "Deltakarliste", "Gruppemedlemmer", "Gruppemedlemer", "Medlemmer", "Medlemer",
    "Kven deltok", "Kven var med", "Kven som var med", "Til stades", "Frammøte", "Samansetjinga av gruppa",
    "Samansetninga av gruppa",
  },
  ["Problem"] = {
    "Beskriv problemet", "Skildre problemet", "Problem", "Problemet", "Kort problemskildring", "Problemskildring",
    "Problembeskriving", "Skildring av problemet", "Problemstilling", "Problemstillinga", "Utfordringa", "Utfordring",
    "Skildre utfordringa", "Beskriv utfordringa", "Skildring av utfordringa", "Kort om utfordringa",
    "Kva er problemet", "Kva er utfordringa", "Bakgrunn", "Bakgrunn for utfordringa", "Bakgrunn og problemstilling",
    "Utgangspunkt", "Kva vil vi løyse", "Situasjonen i dag",
  },
  ["Result"] = {
    "Resultat frå arbeidet i gruppa", "Resultat", "Resultatet", "Resultata", "Resultat frå gruppa sitt arbeid",
    "Resultat av arbeidet", "Resultatet til gruppa", "Dette kom vi fram til", "Kva kom vi fram til",
    "Kva kom gruppa fram til", "Funn", "Løysing", "Løysingar", "Løysingsforslag", "Framlegg til løysing", "Framlegg",
    "Forslag", "Konklusjon", "Konklusjonar", "Oppsummering av arbeidet",
  },
  ["The result made concrete"] = {
    "Konkretisering av resultatet", "Konkretisering", "Konkretiser resultatet", "Resultatet gjort konkret",
    "Konkret resultat", "Konkrete resultat", "Konkrete tiltak", "Konkrete framlegg", "Konkrete forslag",
    "Kva tyder det i praksis", "I praksis", "Slik kan det gjerast", "Korleis gjere det konkret",
  },
  ["Innovation"] = {
    "Innovasjon", "Innovasjonen", "Kva er nytt", "Kva er det nye", "Det nye", "Kva er innovativt",
    "Kva er innovasjonen", "Kva er nytt med resultatet", "Nyskaping", "Nytenking",
  },
  ["Opportunities"] = {
    "Moglegheiter", "Høve", "Mogelegheiter", "Moglegheit", "Kva moglegheiter ser de", "Moglegheitsrom",
    "Styrkar og moglegheiter", "Drivkrefter", "Suksessfaktorar", "Suksesskriterium", "Kva fremjar", "Kva hjelper",
  },
  ["Obstacles"] = {
    "Hindringar", "Hinder", "Barrierar", "Utfordringar", "Utfordringar og hindringar", "Kva hindringar ser de",
    "Risiko", "Flaskehalsar", "Fallgruver", "Kva hindrar", "Kva hemmar", "Kva kan stoppe oss", "Motkrefter",
  },
  ["Stakeholders"] = {
    "Interessentar", "Interessent", "Aktørar", "Viktige aktørar", "Relevante aktørar", "Partar", "Partar det gjeld",
    "Interessegrupper", "Kven vedkjem det", "Kven gjeld det", "Kven må med", "Kven er interessentane",
    "Samarbeidspartnarar", "Målgruppe", "Målgrupper", "Kven er det for",
  },
  ["Value"] = {
    "Verdi", "Verdien", "Verdiar", "Nytteverdi", "Nytte", "Nytta", "Gevinst", "Gevinstar", "Meirverdi", "Verdiskaping",
    "Kva verdi gjev det", "Kva verdi gir det", "Kven har nytte av det", "Samfunnsnytte", "Effekt", "Venta effekt",
  },
  ["Next steps"] = {
    "Vidare arbeid med utfordringa", "Neste steg", "Vidare arbeid", "Neste skritt", "Konkrete innspel til neste steg",
    "Innspel til neste steg", "Vegen vidare", "Kva skjer vidare", "Kva gjer vi vidare", "Det vidare arbeidet",
    "Oppfølging", "Handlingsplan", "Framdriftsplan", "Plan for vidare arbeid", "Avtalar", "Kven gjer kva",
  },
  ["Next point of contact"] = {
    "Neste kontaktpunkt", "Kontaktpunkt", "Neste møtepunkt", "Møtepunkt", "Neste møte", "Neste kontakt",
    "Kontaktperson", "Kontakt", "Ansvar for møtepunktet", "Ansvarleg for møtepunktet", "Når og kvar møtest vi att",
  },
  ["Use of the website"] = {
    "Ønskt bruk av nettplassen", "Ønska bruk av nettplassen", "Bruk av nettplassen", "Bruk av nettplass", "Nettplass",
    "Nettplassen", "Ønskt bruk av nettsida", "Bruk av nettsida", "Bruk av nettside", "Nettside", "Nettsida",
    "Bruk av nettstad", "Nettstad", "Bruk av heimesida", "Korleis vil de bruke nettsida", "Deling på nett", "På nett",
  },
  ["Comments from the group"] = {
    "Kommentarar frå gruppa", "Kommentarar", "Kommentar", "Andre kommentarar", "Øvrige kommentarar", "Merknader",
    "Merknad", "Tilbakemeldingar", "Refleksjonar frå gruppa", "Anna", "Diverse", "Ymse",
  },
  ["Later input"] = {
    "Seinare innspel", "Innspel i ettertid", "Innspel etter arenaen", "Ettersende innspel", "Ettersendte innspel",
    "Innspel som kom seinare", "Tillegg i ettertid", "Ettertankar", "Tillegg",
  },
  ["Poster"] = {
    "Plakat", "Plakaten", "Poster", "Posteren", "Plakaten til gruppa", "Tekst på plakaten", "Plakattekst",
    "Veggplakat", "Flippover", "Bilete av plakaten",
  },

  ["Self-evaluation"] = { "Eigenevaluering", "Evaluering", "Eigenevalueringa til gruppa" },
  ["Concrete results"] = {
    "Konkrete resultat", "Konkret resultat", "Resultat", "Døme på konkrete resultat", "Kva har vi oppnådd",
    "Kva har vi nådd",
  },
  ["Ideas and concrete proposals"] = { "Idear og konkrete framlegg", "Idear og forslag" },
  ["Better understanding"] = { "Auka forståing", "Betre forståing" },
  ["Power to carry it through"] = {
    "Gjennomføringskraft", "Gjennomføringskraft for vidare arbeid", "Kraft til å gjennomføre",
    "Korleis er gjennomføringskrafta",
  },
  ["New tools and ways of working"] = { "Nye verktøy og arbeidsmåtar", "Nye verktøy" },
  ["Those who must act are at the table"] = "Dei som skal gjere noko, sit rundt bordet",
  ["Feeds decisions that are under way"] = "Bidreg til avgjerder som er på gang",
  ["Stronger ownership of the challenge"] = { "Sterkare eigarskap til utfordringa", "Eigarskap" },
  ["Tips, input and comments"] =
    { "Tips, innspel og kommentarar", "Tips", "Tips til arrangøren", "Tips til framtidige arenaer", "Råd" },
  ["The arena as a whole"] = { "Arenaen som heilskap", "Generelt om arenaen" },
  ["This way of working"] = { "Denne måten å arbeide på", "Arbeidsforma" },
  ["The next arena"] = { "Neste arena", "Framtidige arenaer" },
  ["Venue and food"] = { "Lokale og mat", "Lokala" },

  ["Reflection"] = { "Refleksjon", "Dette råka meg" },
  ["After a talk or in the circle."] = "Etter eit innlegg eller i sirkelen.",
  [ [[
Every group is to reach a concrete result, made together with those whom it concerns, and to leave with the power to
carry it through at home.]] ] = [[
Kvar gruppe skal nå eit konkret resultat, skapt saman med dei det vedkjem, og reise heim med kraft til å gjennomføre
det.]],
  ["The mixture"] = "Samansetjinga",
  [ [[
A group needs those who use, those who provide, those who research and those who decide. When more than seven in ten
come from one side, it mostly hears itself.]] ] = [[
Ei gruppe treng nokon som bruker, nokon som tilbyr, nokon som forskar og nokon som avgjer. Kjem meir enn sju av ti frå
same side, høyrer ho mest på seg sjølv.]],
  ["Owner and facilitator"] = "Eigar og fasilitator",
  [ [[
The owner answers for the challenge and brings its parties together. The facilitator answers for the process: that every
voice is heard, that the work moves, and that it is written down.]] ] = [[
Eigaren svarer for utfordringa og samlar partane. Fasilitatoren svarer for prosessen: at alle røyster blir høyrde, at
arbeidet går framover, og at det blir skrive ned.]],
  ["Guide: meet"] = "Støttemal: møtast",
  ["Get to know each other's view of the challenge, and agree on the result that the group wants."] =
    "Bli kjende med synet dei andre har på utfordringa, og bli samde om kva resultat gruppa vil nå.",
  ["Explore the challenge from all sides: what keeps it going, and whom does it concern?"] =
    "Utforsk utfordringa frå alle sider: Kva held henne i gang, og kven vedkjem ho?",
  ["Find many ideas, choose a few, and try them on those whom they are for."] =
    "Finn mange idear, vel nokre få, og prøv dei på dei som dei er for.",
  ["Guide: settle"] = "Støttemal: bli samde",
  ["Make the result concrete, settle who does what and when, and write the report."] =
    "Gjer resultatet konkret, avtal kven som gjer kva og når, og skriv rapporten.",
  ["Opening"] = "Opning", ["The days of the arena"] = "Arenadagane",
  ["Facilitators' preparation"] = "Førebuinga til fasilitatorane",

  ["Register a group"] = "Meld på ei gruppe", ["Sign up for a group"] = "Meld deg på ei gruppe",
  ["Leave"] = "Gå ut av ei gruppe", ["Assign"] = "Gje ei rolle",
  ["Give somebody a role in a group: facilitator, resource person, a further owner."] =
    "Gje nokon ei rolle i ei gruppe: fasilitator, ressursperson, endå ein eigar.",
  ["Revise"] = "Rett ei gruppe",
  ["Correct a group, open it or close it to newcomers."] = "Rett ei gruppe, opne ho eller lukk ho for fleire.",
  ["Join groups"] = "Slå saman grupper", ["Cancel"] = "Avlys",
  ["Continue a group of another arena"] = "Hald fram med ei gruppe frå ein annan arena",
  ["Exchange people between groups"] = "Byt folk mellom grupper",
  ["Each of the people goes to the group in the same place of the list; every group keeps its size."] =
    "Kvar person går til gruppa på same plass i lista; alle grupper blir like store som før.",
  ["People"] = { "Personar", "Folk" }, ["Recommend something to somebody"] = "Tilrå noko til nokon",
  ["Fill in a plan, a report or an evaluation"] = "Fyll ut ein plan, ein rapport eller ei evaluering",
  ["Commit"] = "Avtal eit neste steg", ["Carry over to next year"] = "Før vidare til neste år",
  ["The arena in which it goes on"] = "Arenaen der ho held fram", ["Hand over"] = "Overlever",

  ["Party missing"] = "Part manglar", ["{code} still misses {party}."] = "{code} manglar framleis {party}.",
  ["{code} is a recommendation to nobody."] = "{code} er ei tilråding til ingen.",
  ["Ask {facilitator} whom it is for."] = "Spør {facilitator} kven ho er til.",
  ["Ask {facilitator} when they meet next."] = "Spør {facilitator} når dei møtest neste gong.",
  ["Unsorted answers"] = "Usorterte svar",
  ["{n} {n:answer|answers} in the self-evaluation of {code} {n:is|are} not sorted into categories."] =
    "{n} svar i eigenevalueringa til {code} er ikkje sorterte i kategoriar.",
  ["Sort them with the action sort, so that they can be counted."] =
    "Sorter dei med handlinga sort, så dei kan teljast.",
  ["{code} has next steps, and no date on any of them."] = "{code} har neste steg, men ingen av dei har dato.",
  ["Exchanges that mend the mixture"] = "Byte som betrar samansetjinga",
  ["Finds the exchanges of participants that mend most and leave no group worse off."] =
    "Finn dei byta av deltakarar som betrar mest, og som ikkje gjer noka gruppe dårlegare.",
  ["Resource persons for the sides that groups lack"] = "Ressurspersonar for sidene som grupper manglar",
  ["Run plans after the guide"] = "Gjennomføringsplanar etter støttemalen",
  ["The mixture of the groups"] = "Samansetjinga av gruppene",
  ["Self-evaluations, counted"] = "Eigenevalueringane, talde opp", ["After the talks"] = "Etter innlegga",
  ["Continues {other}."] = "Held fram frå {other}.", ["Goes on in {other}."] = "Går vidare i {other}.",
  ["Still missing around the table: {parties}."] = "Manglar framleis rundt bordet: {parties}.",
  ["{group} gets somebody for a side that it lacks: {sides}"] = "{group} får nokon til ei side som ho manglar: {sides}",
  ["the largest side of {group} has {n} too many, and {m} after this"] =
    "den største sida i {group} har {n} for mange, og {m} etter bytet",
  ["it makes room for the other exchanges"] = "det gjev rom for dei andre byta",
  ["{before} wrong {before:place|places} in the mixture now, {after} after this; no exchanges can do better."] =
    "{before} {before:feil plass|feil plassar} i samansetjinga no, {after} etter dette; betre kan det ikkje bli.",
  ["{before} wrong {before:place|places} in the mixture now, {after} after this; nothing better was found."] =
    "{before} {before:feil plass|feil plassar} i samansetjinga no, {after} etter dette; noko betre vart ikkje funne.",
  ["{group} still lacks: {sides}."] = "{group} manglar framleis: {sides}.",
  ["Name as many groups as people: each goes to the group in the same place of the list."] =
    "Nemn like mange grupper som personar: Kvar går til gruppa på same plass i lista.",
  ["{person} takes part in no group."] = "{person} er ikkje med i noka gruppe.",
  ["{group} would not have as many people as before: an exchange goes both ways."] =
    "{group} ville ikkje fått like mange som før: Eit byte går begge vegar.",
  ["Sort an answer of a self-evaluation"] = "Sorter eit svar i ei eigenevaluering",
  ["How the answer begins."] = "Korleis svaret byrjar.",
  ["There is no category {category}; there are {known}."] = "Kategorien {category} finst ikkje; det er {known}.",
  ["{group} gave no answer that begins with “{answer}”."] = "{group} gav ikkje noko svar som byrjar med «{answer}».",
  ["Largest side"] = "Største side", ["Lacks"] = "Manglar", ["Owners"] = "Eigarar", ["Facilitators"] = "Fasilitatorar",
  ["Missing"] = "Manglar", ["Not sorted yet"] = "Ikkje sortert enno",
  ["{group} has no run plan for {slot}"] = "{group} har ingen gjennomføringsplan for {slot}",
}
