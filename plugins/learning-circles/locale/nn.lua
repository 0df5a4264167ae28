-- Only what differs from Bokmål: the rest falls back to nb.
return {
  ["Learning circles"] = "Læringssirklar",
  ["Meetings over a year after an arena: what was tried at home, what was learned, where each step stands."] =
    "Møte gjennom eit år etter ein arena: kva som vart prøvd heime, kva vi lærte, kvar kvart steg står.",
  ["circle meetings"] = "sirkelmøte", ["learning circles"] = "læringssirklar",
  ["How"] = { "Form", "Fysisk eller på nett", "Korleis" }, ["Where"] = { "Kvar", "Stad" },
  ["Link or address"] = "Lenkje eller adresse",
  ["Theme of the circle"] = { "Temaet til sirkelen", "Tema", "Namn" },
  ["What we want to learn"] = { "Kva vi vil lære", "Mål" },
  ["Circle facilitator"] = { "Sirkelleiar", "Fasilitator", "Fasilitatorar" },
  ["Member"] = { "Medlem", "Medlemmer", "Medlemer", "Deltakarar" }, ["Invited"] = "Invitert",
  ["Invited on, and hasn't answered yet."] = "Invitert vidare, og har ikkje svart enno.",
  ["lessons"] = "lærdomar", ["Lesson"] = { "Lærdom", "Det vi lærte" }, ["Planned"] = "Planlagd",
  ["Dropped"] = { "Droppa", "Lagd bort" },
  ["Record of the meeting"] = { "Referat frå møtet", "Sirkelreferat", "Referat" },
  ["Present"] = { "Til stades", "Deltakarar", "Kven var med" },
  ["What was tried at home"] = { "Prøvd heime", "Det vi prøvde heime", "Utprøving", "Sidan sist" },
  ["What was learned"] = { "Det vi lærte", "Kva vi lærte", "Lærdomar", "Erfaringar" },
  ["What stopped us"] = { "Det som stoppa oss", "Hindringar", "Det som var vanskeleg" },
  ["What we try next"] = { "Det vi prøver no", "Neste forsøk", "Til neste gong", "Heimelekse" },
  ["Status of the next steps"] = { "Status for neste steg", "Neste steg", "Oppfølging" },
  ["Next meeting"] = { "Neste møte", "Neste gong" }, ["The circle's year"] = { "Året til sirkelen", "Sluttrapport" },
  ["What has changed at home"] = { "Kva som er endra heime", "Endra praksis", "Resultat" },
  ["What will last"] = { "Kva som blir verande", "Det som varer" },
  ["Declined the invitation"] = "Takka nei", ["The circle's agreement"] = "Avtalen i sirkelen",
  [ [[
Between two meetings everybody tries something at home, however small. In the circle we tell what happened, also what
failed, and help each other to the next attempt.]] ] = [[
Mellom to møte prøver alle noko heime, om aldri så lite. I sirkelen fortel vi kva som hende, òg det som gjekk gale, og
hjelper kvarandre til neste forsøk.]],
  ["Set up a circle"] = "Set i gang ein sirkel", ["Assign"] = "Gje ei rolle",
  ["Take a group's work further in a circle"] = "Før arbeidet i ei gruppe vidare i ein sirkel",
  ["Invite somebody, or give a role."] = "Inviter nokon, eller gje ei rolle.", ["Revise"] = "Rett ein sirkel",
  ["Who"] = "Kven", ["Why"] = "Kvifor", ["Plan a meeting"] = "Planlegg eit møte", ["Starts"] = "Byrjar",
  ["Ends"] = "Sluttar", ["Fill in a record"] = "Fyll ut eit referat", ["Hand in a lesson"] = "Lever ein lærdom",
  ["Commit"] = "Avtal eit neste steg", ["Say what became of a next step"] = "Sei kva det vart av eit neste steg",
  ["The day of a next step has passed ({due}), and nobody has said what became of it: {what}"] =
    "Dagen for eit neste steg er forbi ({due}), og ingen har sagt kva det vart av det: {what}",
  ["{who} hasn't answered the invitation to {code}."] = "{who} har ikkje svart på invitasjonen til {code}.",
  ["{code} has next steps, and nobody of it is in a learning circle."] =
    "{code} har neste steg, men ingen derifrå er med i ein læringssirkel.",
  ["Invite its people on: the proposal invitations lists them."] =
    "Inviter folk derifrå vidare: Framlegget invitations viser kven.",
  ["Invite owners and facilitators on"] = "Inviter eigarar og fasilitatorar vidare",
  ["Where every next step stands"] = "Kvar kvart neste steg står",
  ["Tried at home and learned"] = "Prøvd heime og lært",
  ["{who} isn't invited to {circle}, or has answered already."] =
    "{who} er ikkje invitert til {circle}, eller har svart.",
  ["What"] = "Kva", ["Last followed up"] = "Sist følgt opp", ["What was said"] = "Det som vart sagt",
  ["Tried at home"] = "Prøvd heime",
}
