return {
  ["Challenge groups"] = "Utfordringsgrupper",
  ["Groups that come with a challenge and an owner, and work with facilitators towards a result."] =
    "Grupper som kommer med en utfordring og en eier, og arbeider med fasilitatorer mot et resultat.",
  ["group session"] = { "gruppeøkt", "gruppesesjon" }, ["group sessions"] = "gruppeøkter",
  ["Group session {number}"] = { "Gruppeøkt {number}", "Gruppesesjon {number}", "Økt {number}" },
  ["challenge group"] = { "utfordringsgruppe", "gruppe" }, ["challenge groups"] = "utfordringsgrupper",
  ["Title"] = { "Tittel", "Gruppas navn", "Navn på gruppa", "Navn på utfordringen" },
  ["Challenge"] = { "Utfordring", "Utfordringen", "Utfordringen i ord" },
  ["Open to newcomers"] = { "Åpen for flere", "Åpen eller lukket", "Åpen" },
  ["Number of participants"] = { "Antall deltakere", "Antall", "Antall deltagere" },
  ["Background"] = { "Bakgrunn", "Bakgrunn for utfordringen", "Forhistorie" },
  ["Project phase"] = { "Prosjektfase", "Fase i prosjektet", "Hvor prosjektet står" },
  ["Planning"] = { "Planlegging", "Planleggingsfase", "I planlegging" },
  ["Starting"] = { "Oppstart", "Oppstarten", "I oppstart" },
  ["Under way"] = { "I gang", "Godt i gang", "Underveis", "Påbegynt" },
  ["Closing"] = { "Avslutning", "Avslutningsfase", "I avslutning" },
  ["Carried over to next year"] = { "Føres videre neste år", "Videreføres", "Fortsetter neste år" },
  ["Parties still missing"] = { "Parter som mangler", "Hvem mangler", "Manglende parter", "Ønskes med i gruppa" },
  ["Resource person"] = { "Ressursperson", "Ressurspersoner" },
  ["Comes without a group and can reinforce one."] = "Kommer uten gruppe og kan forsterke en.",
  ["recommendation"] = "anbefaling", ["recommendations"] = "anbefalinger",
  ["Recommendation"] = { "Anbefaling", "Anbefalinger", "Vi anbefaler", "Tilråding" },
  ["To"] = { "Til", "Mottakere", "Rettet til", "Anbefalt til" },
  ["Input to a plan"] = { "Innspill til en plan", "Innspill til planen", "Innspill til handlingsprogram" },
  ["When"] = { "Når", "Dato", "Frist", "Tidspunkt" }, ["Where"] = { "Hvor", "Sted" },
  ["Who"] = { "Hvem", "Ansvarlig", "Ansvar" },
  ["Backup date"] = { "Reservedato", "Backupdato", "Backuptidspunkt", "Alternativ dato" },
  ["Contact"] = { "Kontakt", "Kontaktperson" },
  ["Planned"] = "Planlagt", ["Done"] = { "Gjort", "Ferdig", "Utført" }, ["Dropped"] = { "Droppet", "Lagt bort" },
  ["Owner"] = { "Eier", "Eiere", "Prosjekteier", "Eies av" },
  ["Facilitator"] = { "Fasilitator", "Fasilitatorer", "Prosessleder" },
  ["Reinforces a group with a side that it lacks."] = "Forsterker en gruppe med en side som den mangler.",
  ["Participant"] = { "Deltaker", "Deltakere", "Deltager", "Medlemmer" },
  ["User"] = { "Bruker", "Brukere", "Tjenestebruker", "Pasient", "Pårørende" },
  ["Provider"] = { "Tilbyder", "Tjenesteyter", "Tjenesteytere", "Kliniker", "Praktiker" },
  ["Researcher"] = { "Forsker", "Forskere", "Forskning" },
  ["Authority"] = { "Myndighet", "Myndigheter", "Myndighetsperson", "Forvaltning" },
  ["Employer"] = { "Arbeidsgiver", "Arbeidsgivere", "Arbeidsliv", "Næringsliv" },
  ["Volunteer"] = { "Frivillig", "Frivillighet", "Frivillig organisasjon" }, ["Other"] = { "Annet", "Andre" },

  ["Run plan"] = { "Gjennomføringsplan", "Plan for gruppeøkten", "Kjøreplan", "Opplegg" },
  ["The facilitators' plan for one group session."] = "Fasilitatorenes plan for en gruppeøkt.",
  ["Aim of the session"] = { "Mål for økten", "Mål", "Hensikt", "Ønsket resultat" },
  ["Steps and times"] = { "Steg og tider", "Steg", "Program", "Tidsplan", "Slik gjør vi det" },
  ["Methods"] = { "Metoder", "Metode", "Verktøy", "Arbeidsform" },
  ["Materials"] = { "Materiell", "Utstyr", "Det vi trenger" },
  ["Who leads"] = { "Hvem leder", "Leder", "Ansvarlig", "Fasilitator" },
  ["Notes"] = { "Notater", "Å huske", "Annet" },

  ["Group report"] = { "Grupperapport", "Rapport", "Rapport fra gruppa", "Gruppas rapport", "Standardrapport" },
  ["Participants"] = {
    "Deltakere og aktørroller i gruppa", "Deltakere", "Deltagere", "Deltakere i gruppa", "Deltakere i gruppen",
    "Deltagere og aktører i gruppen", "Deltakere og aktører", "Deltakere og roller", "Deltakerliste", "Gruppemedlemmer",
    "Gruppas medlemmer", "Gruppens medlemmer", "Gruppas deltakere", "Medlemmer", "Hvem deltok", "Hvem var med",
    "Hvem som var med", "Til stede", "Oppmøte", "Gruppas sammensetning", "Sammensetning av gruppa",
  },
  ["Problem"] = {
    "Beskriv problemet", "Problem", "Problemet", "Kort problembeskrivelse", "Problembeskrivelse",
    "Beskrivelse av problemet", "Problemstilling", "Problemstillingen", "Utfordringen", "Utfordring",
    "Beskriv utfordringen", "Beskrivelse av utfordringen", "Kort om utfordringen", "Kort beskrivelse av problemet",
    "Hva er problemet", "Hva er utfordringen", "Bakgrunn", "Bakgrunn for utfordringen", "Bakgrunn og problemstilling",
    "Utgangspunkt", "Hva vil vi løse", "Situasjonen i dag",
  },
  ["Result"] = {
    "Resultat fra gruppas arbeid", "Resultat", "Resultater", "Resultatet", "Resultat (fra gruppas arbeid)",
    "Resultat fra gruppens arbeid", "Resultat av gruppas arbeid", "Resultat av arbeidet",
    "Resultater fra gruppearbeidet",
    "Gruppas resultat", "Gruppens resultat", "Dette kom vi fram til", "Hva kom vi fram til", "Hva kom gruppa fram til",
    "Funn", "Løsning", "Løsninger", "Løsningsforslag", "Forslag til løsning", "Forslag", "Konklusjon", "Konklusjoner",
    "Oppsummering av arbeidet",
  },
  ["The result made concrete"] = {
    "Konkretisering av resultatet", "Konkretisering", "Konkretiser resultatet", "Konkretisering av resultat",
    "Resultatet gjort konkret", "Konkret resultat", "Konkrete resultater", "Konkrete tiltak", "Konkrete forslag",
    "Hva betyr det i praksis", "I praksis", "Slik kan det gjøres", "Hvordan gjøre det konkret",
  },
  ["Innovation"] = {
    "Innovasjon", "Innovasjonen", "Hva er nytt", "Hva er det nye", "Det nye", "Hva er innovativt",
    "Hva er innovasjonen", "Hva er nytt med resultatet", "Nyskaping", "Nyskapning", "Nytenkning", "Nytenking",
    "Innovasjonshøyde",
  },
  ["Opportunities"] = {
    "Muligheter", "Mulighet", "Hvilke muligheter ser dere", "Mulighetsrom", "Mulighetene", "Styrker og muligheter",
    "Drivkrefter", "Suksessfaktorer", "Suksesskriterier", "Hva fremmer", "Hva hjelper", "Fremmere",
  },
  ["Obstacles"] = {
    "Hindringer", "Hinder", "Hindre", "Barrierer", "Utfordringer", "Utfordringer og hindringer",
    "Hvilke hindringer ser dere", "Risiko", "Risikoer", "Flaskehalser", "Fallgruver", "Hva hindrer", "Hva hemmer",
    "Hva kan stoppe oss", "Hemmere", "Motkrefter",
  },
  ["Stakeholders"] = {
    "Interessenter", "Interessent", "Aktører", "Viktige aktører", "Relevante aktører", "Berørte parter", "Parter",
    "Interessegrupper", "Hvem berøres", "Hvem blir berørt", "Hvem må med", "Hvem er interessentene",
    "Samarbeidspartnere", "Samarbeidsparter", "Målgruppe", "Målgrupper", "Hvem er det for",
  },
  ["Value"] = {
    "Verdi", "Verdien", "Verdier", "Nytteverdi", "Nytte", "Nytten", "Gevinst", "Gevinster", "Merverdi", "Verdiskaping",
    "Hvilken verdi gir det", "Hvilken verdi har resultatet", "Hvem har nytte av det", "Samfunnsnytte", "Effekt",
    "Forventet effekt", "Effekter",
  },
  ["Next steps"] = {
    "Videre arbeid med utfordringen", "Videre arbeid med utfordringen (neste skritt)", "Neste skritt", "Videre arbeid",
    "Neste steg", "Konkrete innspill til neste skritt i arbeidet med utfordringen", "Innspill til neste skritt",
    "Veien videre", "Vegen videre", "Hva skjer videre", "Hva gjør vi videre", "Det videre arbeidet", "Oppfølging",
    "Handlingsplan", "Fremdriftsplan", "Framdriftsplan", "Plan for videre arbeid", "Avtaler", "Hvem gjør hva",
  },
  ["Next point of contact"] = {
    "Neste kontaktpunkt", "Kontaktpunkt", "Neste møtepunkt", "Møtepunkt", "Neste møte", "Neste treffpunkt",
    "Neste kontakt", "Kontaktperson", "Kontakt", "Ansvar for møtepunktet", "Ansvarlig for møtepunktet",
    "Når og hvor møtes vi igjen",
  },
  ["Use of the website"] = {
    "Ønsket bruk av nettplassen", "Bruk av nettplassen", "Bruk av nettplass", "Nettplass", "Nettplassen",
    "Ønsket bruk av nettsiden", "Bruk av nettsiden", "Bruk av nettside", "Nettside", "Nettsiden", "Bruk av nettsted",
    "Nettsted", "Bruk av hjemmesiden", "Hvordan vil dere bruke nettsiden", "Deling på nett", "På nett",
  },
  ["Comments from the group"] = {
    "Kommentarer fra gruppa", "Kommentarer fra gruppen", "Kommentarer", "Kommentar", "Gruppas kommentarer",
    "Andre kommentarer", "Øvrige kommentarer", "Merknader", "Merknad", "Tilbakemeldinger", "Refleksjoner fra gruppa",
    "Annet", "Diverse", "Eventuelt",
  },
  ["Later input"] = {
    "Senere innspill", "Innspill i ettertid", "Innspill etter arenaen", "Seinere innspill", "Ettersendte innspill",
    "Innspill som kom senere", "Tillegg i ettertid", "Ettertanker", "Tillegg", "Supplerende innspill",
  },
  ["Poster"] = {
    "Plakat", "Plakaten", "Poster", "Posteren", "Gruppas plakat", "Gruppens plakat", "Tekst på plakaten",
    "Plakattekst", "Veggplakat", "Flippover", "Flipover", "Bilde av plakaten",
  },

  ["Self-evaluation"] = { "Egenevaluering", "Evaluering", "Gruppas egenevaluering", "Gruppenes evaluering" },
  ["Concrete results"] = {
    "Konkrete resultater", "Konkret resultat", "Resultater", "Eksempler på konkrete resultater", "Hva har vi oppnådd",
    "Hvilke konkrete resultater er oppnådd",
  },
  ["Ideas and concrete proposals"] = { "Ideer og konkrete forslag", "Idéer og forslag" },
  ["Co-creation and a good process"] = { "Samskaping og god prosess", "Samskaping" },
  ["New networks"] = { "Nye nettverk", "Nettverk" },
  ["Better understanding"] = { "Økt forståelse", "Bedre forståelse" },
  ["Inspiration"] = "Inspirasjon",
  ["Power to carry it through"] = {
    "Gjennomføringskraft", "Gjennomføringskraft for videre arbeid", "Kraft til å gjennomføre",
    "Hvordan er gjennomføringskraften", "Evne til gjennomføring",
  },
  ["New tools and ways of working"] = { "Nye verktøy og arbeidsmåter", "Nye verktøy" },
  ["Those who must act are at the table"] = "De som skal gjøre noe, sitter rundt bordet",
  ["Energy and hands"] = { "Energi og arbeidskraft", "Energi" },
  ["A concrete and realistic plan"] = { "En konkret og realistisk plan", "Konkrete og realistiske planer" },
  ["Feeds decisions that are under way"] = "Bidrar til beslutninger som er på gang",
  ["Stronger ownership of the challenge"] = { "Sterkere eierskap til utfordringen", "Eierskap" },
  ["Tips, input and comments"] = {
    "Tips, innspill og kommentarer", "Tips", "Tips til arrangøren", "Tips til framtidige arenaer", "Råd",
    "Tips og kommentarer", "Innspill og kommentarer",
  },
  ["The arena as a whole"] = { "Arenaen som helhet", "Generelt om arenaen" },
  ["This way of working"] = { "Denne måten å jobbe på", "Arbeidsformen" },
  ["The next arena"] = { "Neste arena", "Framtidige arenaer" },
  ["Venue and food"] = { "Lokaler og mat", "Lokalene" },

  ["Reflection"] = { "Refleksjon", "Dette traff meg" },
  ["After a talk or in the circle."] = "Etter et innlegg eller i sirkelen.",
  ["Comment"] = "Kommentar",
  ["Aims"] = "Mål",
  [ [[
Every group is to reach a concrete result, made together with those whom it concerns, and to leave with the power to
carry it through at home.]] ] = [[
Hver gruppe skal nå et konkret resultat, skapt sammen med dem det angår, og reise hjem med kraft til å gjennomføre
det.]],
  ["The mixture"] = "Sammensetningen",
  [ [[
A group needs those who use, those who provide, those who research and those who decide. When more than seven in ten
come from one side, it mostly hears itself.]] ] = [[
En gruppe trenger noen som bruker, noen som tilbyr, noen som forsker og noen som bestemmer. Kommer mer enn sju av ti fra
samme side, hører den mest på seg selv.]],
  ["Owner and facilitator"] = "Eier og fasilitator",
  [ [[
The owner answers for the challenge and brings its parties together. The facilitator answers for the process: that every
voice is heard, that the work moves, and that it is written down.]] ] = [[
Eieren svarer for utfordringen og samler partene. Fasilitatoren svarer for prosessen: at alle stemmer blir hørt, at
arbeidet går framover, og at det blir skrevet ned.]],
  ["Guide: meet"] = "Støttemal: møtes",
  ["Get to know each other's view of the challenge, and agree on the result that the group wants."] =
    "Bli kjent med hverandres syn på utfordringen, og bli enige om hvilket resultat gruppa vil nå.",
  ["Guide: explore"] = "Støttemal: utforske",
  ["Explore the challenge from all sides: what keeps it going, and whom does it concern?"] =
    "Utforsk utfordringen fra alle sider: Hva holder den i gang, og hvem angår den?",
  ["Guide: create"] = "Støttemal: skape",
  ["Find many ideas, choose a few, and try them on those whom they are for."] =
    "Finn mange ideer, velg noen få, og prøv dem på dem de er for.",
  ["Guide: settle"] = "Støttemal: bli enige",
  ["Make the result concrete, settle who does what and when, and write the report."] =
    "Gjør resultatet konkret, avtal hvem som gjør hva og når, og skriv rapporten.",
  ["Facilitators' day"] = { "Fasilitatorsamling", "Fasilitatordag" }, ["Opening"] = "Åpning",
  ["Talk"] = { "Innlegg", "Plenumsforedrag" }, ["Group session"] = "Gruppeøkt",
  ["Closing circle"] = "Avslutningssirkel",
  ["Registration"] = "Påmelding", ["Facilitators' preparation"] = "Fasilitatorenes forberedelse",
  ["The days of the arena"] = "Arenadagene", ["Afterwards"] = "Etterpå",

  ["Register a group"] = "Meld på en gruppe", ["Sign up for a group"] = "Meld deg på en gruppe",
  ["Leave"] = "Gå ut av en gruppe", ["Assign"] = "Gi en rolle",
  ["Give somebody a role in a group: facilitator, resource person, a further owner."] =
    "Gi noen en rolle i en gruppe: fasilitator, ressursperson, enda en eier.",
  ["Revise"] = "Rett en gruppe",
  ["Correct a group, open it or close it to newcomers."] = "Rett en gruppe, åpne den eller lukk den for flere.",
  ["Move"] = "Flytt", ["Join groups"] = "Slå sammen grupper",
  ["Work in parallel sub-groups"] = "Arbeid i parallelle undergrupper", ["Cancel"] = "Avlys",
  ["Continue a group of another arena"] = "Fortsett en gruppe fra en annen arena",
  ["Exchange people between groups"] = "Bytt folk mellom grupper",
  ["Each of the people goes to the group in the same place of the list; every group keeps its size."] =
    "Hver person går til gruppa på samme plass i lista; alle grupper blir like store som før.",
  ["People"] = { "Personer", "Folk" }, ["Contribute"] = "Lever", ["Group"] = "Gruppe", ["Body"] = "Tekst",
  ["Recommend something to somebody"] = "Anbefal noe til noen",
  ["Fill in a plan, a report or an evaluation"] = "Fyll ut en plan, en rapport eller en evaluering",
  ["Remark"] = "Merknad", ["Commit"] = "Avtal et neste skritt", ["Carry over to next year"] = "Før videre til neste år",
  ["The arena in which it goes on"] = "Arenaen der den fortsetter", ["Why"] = "Hvorfor", ["Follow up"] = "Følg opp",
  ["Hand over"] = "Overlever", ["Trace"] = "Spor", ["Begin"] = "Begynn en fase",

  ["Party missing"] = "Part mangler", ["{code} still misses {party}."] = "{code} mangler fortsatt {party}.",
  ["Ask {owner} to invite {party}."] = "Be {owner} invitere {party}.",
  ["No recipient"] = "Ingen mottaker", ["{code} is a recommendation to nobody."] = "{code} er en anbefaling til ingen.",
  ["Ask {facilitator} whom it is for."] = "Spør {facilitator} hvem den er til.",
  ["Unsorted answers"] = "Usorterte svar",
  ["{n} {n:answer|answers} in the self-evaluation of {code} {n:is|are} not sorted into categories."] =
    "{n} svar i egenevalueringen til {code} er ikke sortert i kategorier.",
  ["Sort them with the action sort, so that they can be counted."] =
    "Sorter dem med handlingen sort, så de kan telles.",
  ["No date to meet"] = "Ingen dato å møtes",
  ["{code} has next steps, and no date on any of them."] = "{code} har neste skritt, men ingen av dem har dato.",
  ["Ask {facilitator} when they meet next."] = "Spør {facilitator} når de møtes neste gang.",
  ["Exchanges that mend the mixture"] = "Bytter som bedrer sammensetningen",
  ["Finds the exchanges of participants that mend most and leave no group worse off."] =
    "Finner de byttene av deltakere som bedrer mest, og som ikke gjør noen gruppe dårligere.",
  ["Resource persons for the sides that groups lack"] = "Ressurspersoner for sidene som grupper mangler",
  ["Run plans after the guide"] = "Gjennomføringsplaner etter støttemalen",
  ["The mixture of the groups"] = "Gruppenes sammensetning",
  ["Self-evaluations, counted"] = "Egenevalueringene, talt opp",
  ["The groups at a glance"] = "Gruppene i korte trekk", ["Before and after"] = "Før og etter",
  ["After the talks"] = "Etter innleggene",
  ["Continues {other}."] = "Fortsetter {other}.", ["Goes on in {other}."] = "Går videre i {other}.",
  ["Still missing around the table: {parties}."] = "Mangler fortsatt rundt bordet: {parties}.",
  ["{group} gets somebody for a side that it lacks: {sides}"] = "{group} får noen til en side som den mangler: {sides}",
  ["the largest side of {group} has {n} too many, and {m} after this"] =
    "den største siden i {group} har {n} for mange, og {m} etter byttet",
  ["it makes room for the other exchanges"] = "det gir rom for de andre byttene",
  ["{before} wrong {before:place|places} in the mixture now, {after} after this; no exchanges can do better."] =
    "{before} {before:feil plass|feil plasser} i sammensetningen nå, {after} etter dette; bedre kan det ikke bli.",
  ["{before} wrong {before:place|places} in the mixture now, {after} after this; nothing better was found."] =
    "{before} {before:feil plass|feil plasser} i sammensetningen nå, {after} etter dette; noe bedre ble ikke funnet.",
  ["{group} still lacks: {sides}."] = "{group} mangler fortsatt: {sides}.",
  ["Name as many groups as people: each goes to the group in the same place of the list."] =
    "Nevn like mange grupper som personer: Hver går til gruppa på samme plass i lista.",
  ["{person} takes part in no group."] = "{person} deltar ikke i noen gruppe.",
  ["{group} would not have as many people as before: an exchange goes both ways."] =
    "{group} ville ikke fått like mange som før: Et bytte går begge veier.",
  ["Sort an answer of a self-evaluation"] = "Sorter et svar i en egenevaluering",
  ["How the answer begins."] = "Hvordan svaret begynner.",
  ["Results"] = "Resultater", ["Power"] = "Gjennomføringskraft", ["Tips"] = "Tips", ["Answer"] = "Svar",
  ["There is no category {category}; there are {known}."] =
    "Kategorien {category} finnes ikke; det er {known}.",
  ["{group} gave no answer that begins with “{answer}”."] = "{group} ga ikke noe svar som begynner med «{answer}».",
  ["Largest side"] = "Største side", ["Lacks"] = "Mangler", ["Owners"] = "Eiere", ["Facilitators"] = "Fasilitatorer",
  ["Missing"] = "Mangler", ["Not sorted yet"] = "Ikke sortert ennå", ["Question"] = "Spørsmål",
  ["Category"] = "Kategori", ["Answers"] = "Svar", ["What"] = "Hva", ["State"] = "Status",
  ["{group} has no run plan for {slot}"] = "{group} har ingen gjennomføringsplan for {slot}",
}
