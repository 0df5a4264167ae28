return {
  ["Knowledge meetings"] = "Kunnskapsmøter",
  ["Topics with sub-questions, brought by participants, across the groups that they came with."] =
    "Emner med underspørsmål, brakt av deltakerne, på tvers av gruppene de kom med.",
  ["round of knowledge meetings"] = "runde med kunnskapsmøter",
  ["rounds of knowledge meetings"] = "runder med kunnskapsmøter",
  ["Knowledge meetings, session {number}"] = { "Kunnskapsmøter, økt {number}", "Kunnskapsmøter" },
  ["knowledge meeting"] = "kunnskapsmøte", ["knowledge meetings"] = "kunnskapsmøter",
  ["Corner {n}"] = "Hjørne {n}",
  ["Topic"] = { "Emne", "Tema", "Tittel" },
  ["Number of participants"] = { "Antall deltakere", "Antall" },
  ["Sub-questions"] = { "Underspørsmål", "Delspørsmål", "Spørsmål" },
  ["Brought by"] = { "Tatt opp av", "Vert", "Vertskap", "Initiativtaker" },
  ["Note-taker"] = { "Referent", "Skrevet ned av", "Sekretær" },
  ["Participant"] = { "Deltaker", "Deltakere", "Deltager" },
  ["insight"] = "innsikt", ["insights"] = "innsikter", ["Insight"] = { "Innsikt", "Det vi lærte" },
  ["Planned"] = "Planlagt", ["Under way"] = { "I gang", "Påbegynt" }, ["Done"] = { "Gjort", "Ferdig" },
  ["Dropped"] = "Droppet",
  ["Record sheet"] = { "Rapportark", "Referatark", "Ark fra møtet" },
  ["One sheet a meeting."] = "Ett ark for hvert møte.",
  ["Participants"] = { "Deltakere", "Deltagere", "Hvem deltok", "Hvem var med", "Til stede" },
  ["What we talked about"] =
    { "Det vi snakket om", "Hva vi snakket om", "Hva ble diskutert", "Diskusjon", "Oppsummering", "Fra samtalen" },
  ["What we learned"] = { "Det vi lærte", "Hva vi lærte", "Innsikter", "Det vi tar med oss", "Delt kunnskap" },
  ["Questions still open"] = { "Åpne spørsmål", "Spørsmål som står igjen", "Det vi fortsatt lurer på" },
  ["New contacts"] = { "Nye kontakter", "Kontakter", "Hvem kan vi spørre", "Nettverk" },
  ["Next steps"] = { "Neste skritt", "Videre arbeid", "Avtaler", "Oppfølging" },
  ["Comment"] = "Kommentar", ["Invitation"] = "Invitasjon",
  [ [[
Bring what you know, or what you want to know. Whoever brings a topic says what it is about in a sentence, with the
questions that it holds. Choose a meeting with people whom you don't know yet.]] ] = [[
Ta med det du kan, eller det du vil vite. Den som tar opp et emne, sier i en setning hva det gjelder, og hvilke spørsmål
det rommer. Velg et møte med folk du ikke kjenner ennå.]],
  ["Topics are brought"] = "Emner tas opp", ["Meetings"] = "Møter", ["Afterwards"] = "Etterpå",
  ["Bring a topic"] = "Ta opp et emne", ["Join"] = "Bli med",
  ["Signals interest and binds nobody."] = "Viser interesse og binder ingen.", ["Leave"] = "Gå ut",
  ["Assign"] = "Gi en rolle", ["Revise"] = "Rett et emne", ["Move"] = "Flytt", ["Merge"] = "Slå sammen",
  ["Split"] = "Del", ["Cancel"] = "Avlys", ["Fill in a record sheet"] = "Fyll ut et rapportark",
  ["Hand in an insight"] = "Lever en innsikt", ["Commit"] = "Avtal et neste skritt", ["Follow up"] = "Følg opp",
  ["Remark"] = "Merknad", ["Hand over"] = "Overlever", ["Trace"] = "Spor", ["Begin"] = "Begynn en fase",
  ["First encounters"] = "Første møter",
  ["In {code}, {new} of {pairs} {pairs:pair|pairs} met for the first time, among them {who}."] =
    "I {code} møttes {new} av {pairs} par for første gang, blant dem {who}.",
  ["The view first_meetings lists them all."] = "Visningen first_meetings viser alle.",
  ["Nobody new"] = "Ingen nye",
  ["Everybody in {code} had already sat together in another group."] =
    "Alle i {code} hadde alt sittet sammen i en annen gruppe.",
  ["Ask {host} to bring in people from other groups."] = "Be {host} hente inn folk fra andre grupper.",
  ["Met nobody"] = "Møtte ingen",
  ["{name} went to knowledge meetings and met nobody for the first time."] =
    "{name} var på kunnskapsmøter og møtte ingen for første gang.",
  ["Suggest another meeting next time."] = "Foreslå et annet møte neste gang.",
  ["No questions"] = "Ingen spørsmål", ["{code} has no sub-questions."] = "{code} har ingen underspørsmål.",
  ["Ask {host} what there is to find out."] = "Spør {host} hva det er å finne ut.",
  ["Who met whom for the first time"] = "Hvem møtte hvem for første gang",
  ["Meeting"] = "Møte", ["Person"] = "Person", ["From"] = "Fra", ["Met"] = "Møtte", ["From the group"] = "Fra gruppa",
}
