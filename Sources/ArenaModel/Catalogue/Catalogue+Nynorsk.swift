extension Catalogue {
  static let nynorsk: [Rule: Entry] = [
    .doubleBookedPerson: Entry(
      "{person} er {one_role} for {one} og {other_role} for {other} samstundes: {slots}.",
      fix: "Flytt ei av dei, eller spør {person} kven som kan ta over."),
    .doubleBookedPlace: Entry(
      "{place} har både {one} og {other} samstundes: {slots}.",
      fix: "Flytt ei av dei til ein annan stad eller ei anna økt."),
    .doubleSignUp: Entry(
      "{person} har meldt seg på både {one} og {other} samstundes: {slots}.",
      fix: "Ingenting, om {person} vil vandre mellom dei; spør elles."),
    .roleMissing: Entry(
      "{group} har {n} {role}, og treng {least}.", fix: "Finn ein, eller noter kven det var."),
    .roleOverfull: Entry(
      "{group} har {n} {role}, og skal ha høgst {most}: {people}.",
      fix: "Spør dei kven det er, og gi dei andre ei anna rolle."),
    .unresolvedReference: Entry(
      "{record} viser i «{field}» til noko som ikkje finst: {id}.",
      fix: "Set feltet på nytt, eller tøm det."),
    .referenceNotFound: Entry(
      "{record} byggjer på «{reference}», som ikkje vart funne.",
      fix: "Slå opp koden, og set kva det viser til."),
    .referenceMissing: Entry(
      "{record} er av typen {kind}, og seier ikkje kva det byggjer på.",
      fix: "Spør dei som leverte det."),
    .totalDiffers: Entry(
      "{source} oppgir {stated} {what}, og her finst {counted}.",
      fix: "Finn ut om noko manglar, eller om talet er feil."),
    .totalsDisagree: Entry(
      "Talet på {what} er oppgjeve som {values}.", fix: "Spør kjeldene kva som gjeld."),
    .headcountBlank: Entry(
      "{group} har ikkje fylt ut talet på deltakarar.",
      fix: "Spør {people} kor mange som var med."),
    .headcountUnread: Entry(
      "{group} oppgir «{text}» deltakarar, der det ikkje vart funne noko tal.",
      fix: "Spør {people} kor mange som var med."),
    .headcountOdd: Entry(
      "{group} oppgir «{text}» deltakarar; det blir rekna med {value}.",
      fix: "Rett talet om det skal vere eit anna; teksten står som oppgjeven."),
    .headcountDiffers: Entry(
      "{group} oppgir «{text}», og den fullstendige lista har {counted}.",
      fix: "Samanlikn lista med arket."),
    .gapInNumbering: Entry(
      "Mellom {first} og {last} manglar {codes}.",
      fix: "Finn ut om arket er borte, eller om nummeret aldri vart brukt."),
    .repeatedCode: Entry(
      "Koden {code} står for {n} grupper: {titles}.",
      fix: "Sjå på arka: ei av dei skal ha ein annan kode."),
    .overCapacity: Entry(
      "{group} har {people} personar, og {place} har {capacity} plassar.",
      fix: "Finn ein større stad."),
    .missingPerspective: Entry(
      "{group} manglar {n:perspektivet|perspektiva} {sides}.", fix: "Inviter nokon som har det."),
    .oneSided: Entry(
      "I {group} er {share} % {side}; det skal vere høgst {limit} %.",
      fix: "Inviter andre, eller byt med ei anna gruppe."),
    .groupWithoutReport: Entry(
      "{group} har ikkje levert {template}.", fix: "Spør {people} etter det."),
    .templateUnused: Entry(
      "Ingen av {n} {groups} har levert {template}.",
      fix: "Be om det før folk går, om det er ønskt."),
    .groupWithoutContribution: Entry(
      "{group} har ikkje levert {noun}.", fix: "Spør {people} etter det."),
    .nextStepWithoutName: Entry(
      "Ingen er nemnde for det neste steget «{what}».", fix: "Spør kven som tek det på seg."),
    .nextStepWithoutDate: Entry(
      "Det neste steget «{what}» har ingen dato.", fix: "Spør {people} om når."),
    .checkFailed: Entry(
      "Ein kontroll kunne ikkje gjerast: {error}",
      fix: "Det han ser etter, kan mangle likevel. Den som skreiv {plugin}, kan rette han."),
  ]
}
