extension Catalogue {
  static let bokmål: [Rule: Entry] = [
    .doubleBookedPerson: Entry(
      "{person} er {one_role} for {one} og {other_role} for {other} samtidig: {slots}.",
      fix: "Flytt en av dem, eller spør {person} hvem som kan ta over."),
    .doubleBookedPlace: Entry(
      "{place} har både {one} og {other} samtidig: {slots}.",
      fix: "Flytt en av dem til et annet sted eller en annen økt."),
    .doubleSignUp: Entry(
      "{person} har meldt seg på både {one} og {other} samtidig: {slots}.",
      fix: "Ingenting, hvis {person} vil vandre mellom dem; spør ellers."),
    .roleMissing: Entry(
      "{group} har {n} {role}, og trenger {least}.", fix: "Finn en, eller noter hvem det var."),
    .roleOverfull: Entry(
      "{group} har {n} {role}, og skal ha høyst {most}: {people}.",
      fix: "Spør dem hvem det er, og gi de andre en annen rolle."),
    .unresolvedReference: Entry(
      "{record} viser i «{field}» til noe som ikke finnes: {id}.",
      fix: "Sett feltet på nytt, eller tøm det."),
    .referenceNotFound: Entry(
      "{record} bygger på «{reference}», som ikke ble funnet.",
      fix: "Slå opp koden, og sett hva det viser til."),
    .referenceMissing: Entry(
      "{record} er av typen {kind}, og sier ikke hva det bygger på.",
      fix: "Spør dem som leverte det."),
    .totalDiffers: Entry(
      "{source} oppgir {stated} {what}, og her finnes {counted}.",
      fix: "Finn ut om noe mangler, eller om tallet er feil."),
    .totalsDisagree: Entry(
      "Antall {what} er oppgitt som {values}.", fix: "Spør kildene hvilket som gjelder."),
    .headcountBlank: Entry(
      "{group} har ikke fylt ut antallet.", fix: "Spør {people} hvor mange som var med."),
    .headcountUnread: Entry(
      "{group} oppgir antallet «{text}», der det ikke ble funnet noe tall.",
      fix: "Spør {people} hvor mange som var med."),
    .headcountOdd: Entry(
      "{group} oppgir antallet «{text}»; det regnes med {value}.",
      fix: "Rett tallet hvis det skal være et annet; teksten står som oppgitt."),
    .headcountDiffers: Entry(
      "{group} oppgir «{text}», og den fullstendige lista har {counted}.",
      fix: "Sammenlign lista med arket."),
    .gapInNumbering: Entry(
      "Mellom {first} og {last} mangler {codes}.",
      fix: "Finn ut om arket er borte, eller om nummeret aldri ble brukt."),
    .repeatedCode: Entry(
      "Koden {code} står for {n} grupper: {titles}.",
      fix: "Se på arkene: en av dem skal ha en annen kode."),
    .overCapacity: Entry(
      "{group} har {people} personer, og {place} har {capacity} plasser.",
      fix: "Finn et større sted."),
    .missingPerspective: Entry(
      "{group} mangler {n:perspektivet|perspektivene} {sides}.", fix: "Inviter noen som har det."),
    .oneSided: Entry(
      "I {group} er {share} % {side}; det skal være høyst {limit} %.",
      fix: "Inviter andre, eller bytt med en annen gruppe."),
    .groupWithoutReport: Entry(
      "{group} har ikke levert {template}.", fix: "Spør {people} etter det."),
    .templateUnused: Entry(
      "Ingen av {n} {groups} har levert {template}.",
      fix: "Be om det før folk går, hvis det er ønsket."),
    .groupWithoutContribution: Entry(
      "{group} har ikke levert {noun}.", fix: "Spør {people} etter det."),
    .nextStepWithoutName: Entry(
      "Ingen er nevnt for det neste skrittet «{what}».", fix: "Spør hvem som tar det på seg."),
    .nextStepWithoutDate: Entry(
      "Det neste skrittet «{what}» har ingen dato.", fix: "Spør {people} om når."),
    .checkFailed: Entry(
      "En kontroll kunne ikke gjøres: {error}",
      fix: "Det den ser etter, kan mangle likevel. Den som skrev {plugin}, kan rette den."),
  ]
}
