-- Only what differs from Bokmål: the rest falls back to nb.
return {
  ["Knowledge meetings"] = "Kunnskapsmøte",
  ["Topics with sub-questions, brought by participants, across the groups that they came with."] =
    "Emne med underspørsmål, tekne opp av deltakarane, på tvers av gruppene dei kom med.",
  ["round of knowledge meetings"] = "runde med kunnskapsmøte",
  ["rounds of knowledge meetings"] = "rundar med kunnskapsmøte",
  ["Knowledge meetings, session {number}"] = { "Kunnskapsmøte, økt {number}", "Kunnskapsmøte" },
  ["knowledge meetings"] = "kunnskapsmøte",
  ["Number of participants"] = { "Tal på deltakarar", "Talet på deltakarar" },
  ["Brought by"] = { "Teke opp av", "Vert", "Vertskap", "Initiativtakar" },
  ["Note-taker"] = { "Referent", "Skrive ned av", "Sekretær" },
  ["Participant"] = { "Deltakar", "Deltakarar" },
  ["insight"] = "innsikt", ["insights"] = "innsikter", ["Planned"] = "Planlagd", ["Dropped"] = "Droppa",
  ["One sheet a meeting."] = "Eitt ark for kvart møte.",
  ["Participants"] = { "Deltakarar", "Kven deltok", "Kven var med", "Til stades" },
  ["What we talked about"] =
    { "Det vi snakka om", "Kva vi snakka om", "Kva vart diskutert", "Diskusjon", "Oppsummering", "Frå samtalen" },
  ["What we learned"] = { "Det vi lærte", "Kva vi lærte", "Innsikter", "Det vi tek med oss", "Delt kunnskap" },
  ["Questions still open"] = { "Opne spørsmål", "Spørsmål som står att", "Det vi framleis lurer på" },
  ["New contacts"] = { "Nye kontaktar", "Kontaktar", "Kven kan vi spørje", "Nettverk" },
  ["Next steps"] = { "Neste steg", "Vidare arbeid", "Avtalar", "Oppfølging" },
  [ [[
Bring what you know, or what you want to know. Whoever brings a topic says what it is about in a sentence, with the
questions that it holds. Choose a meeting with people whom you don't know yet.]] ] = [[
Ta med det du kan, eller det du vil vite. Den som tek opp eit emne, seier i ei setning kva det gjeld, og kva spørsmål
det rommar. Vel eit møte med folk du ikkje kjenner enno.]],
  ["Topics are brought"] = "Emne blir tekne opp", ["Meetings"] = "Møte",
  ["Bring a topic"] = "Ta opp eit emne", ["Signals interest and binds nobody."] = "Viser interesse og bind ingen.",
  ["Assign"] = "Gje ei rolle", ["Revise"] = "Rett eit emne", ["Merge"] = "Slå saman",
  ["Fill in a record sheet"] = "Fyll ut eit rapportark", ["Hand in an insight"] = "Lever ei innsikt",
  ["Commit"] = "Avtal eit neste steg",
  ["In {code}, {new} of {pairs} {pairs:pair|pairs} met for the first time, among them {who}."] =
    "I {code} møttest {new} av {pairs} par for første gong, mellom dei {who}.",
  ["The view first_meetings lists them all."] = "Visinga first_meetings viser alle.",
  ["Everybody in {code} had already sat together in another group."] =
    "Alle i {code} hadde alt site saman i ei anna gruppe.",
  ["Ask {host} to bring in people from other groups."] = "Be {host} hente inn folk frå andre grupper.",
  ["{name} went to knowledge meetings and met nobody for the first time."] =
    "{name} var på kunnskapsmøte og møtte ingen for første gong.",
  ["Suggest another meeting next time."] = "Føreslå eit anna møte neste gong.",
  ["Ask {host} what there is to find out."] = "Spør {host} kva det er å finne ut.",
  ["Who met whom for the first time"] = "Kven møtte kven for første gong", ["From"] = "Frå",
  ["From the group"] = "Frå gruppa",
}
