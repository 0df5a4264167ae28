/// Words that headings are made of beside what they name, in Bokmål, Nynorsk and English, as `HeadingText` has them:
/// small letters, å, ø and æ as a, o and a.
enum HeadingWords {
  /// Question words: a heading that begins with one may have a verb.
  static let questions: Set<String> = [
    "hva", "hvem", "hvilke", "hvilken", "hvilket", "hvor", "hvorfor", "hvordan", "nar", "kva",
    "kven",
    "kvar", "kvifor", "korleis", "kor", "what", "which", "who", "whom", "where", "when", "why",
    "how",
    "whose", "har", "vil", "noe", "noko", "any", "will", "do", "what's", "whats",
  ]

  /// Question words of one meaning in all languages.
  static let questionClasses: [String: Int] = {
    let classes: [[String]] = [
      ["hva", "kva", "what", "whats", "hvilke", "hvilken", "hvilket", "which"],
      ["hvem", "kven", "who", "whom", "whose"], ["hvordan", "korleis", "how"],
      ["hvorfor", "kvifor", "why"],
      ["nar", "when"], ["hvor", "kvar", "kor", "where"],
    ]
    var out: [String: Int] = [:]
    for (number, words) in classes.enumerated() {
      for word in words { out[word] = number }
    }
    return out
  }()

  /// Verbs that make a sentence of a line which begins with no question word; as written, since "vår" is no verb.
  static let verbs: Set<String> = [
    "er", "var", "ble", "blei", "blir", "vart", "bli", "har", "hadde", "kan", "kunne", "skal",
    "skulle",
    "vil", "ville", "må", "måtte", "bør", "burde", "får", "fikk", "fekk", "går", "gikk", "gjekk",
    "kom",
    "kommer", "kjem", "finnes", "finst", "is", "are", "was", "were", "be", "been", "has", "have",
    "had",
    "can", "could", "must", "should", "will", "would", "may", "might", "do", "does", "did", "get",
    "gets",
    "ikke", "ikkje", "not", "la", "lar", "lat", "bestod", "besto", "fant", "fann",
  ]

  /// Articles, pronouns and little words that change nothing.
  static let silent: Set<String> = verbs.union([
    "ma", "matte", "bor", "far", "gar",
    "den", "det", "de", "dei", "dette", "denne", "disse", "desse", "the", "this", "that", "these",
    "it",
    "its", "en", "et", "ei", "ein", "eit", "a", "an", "vi", "oss", "var", "vare", "vart", "dere",
    "deres",
    "dykk", "dykkar", "we", "us", "our", "ours", "you", "your", "they", "their", "man", "ein",
    "ser", "see",
    "mener", "meiner", "think", "synes", "synest", "og", "and", "eller", "or", "samt", "her",
    "here", "s",
    "som", "ved", "seg", "there", "jobbet", "jobba", "arbeidd", "arbeidet", "worked", "sitt", "sin",
  ]).union(questions.subtracting(["noe", "noko", "any"])).union(prepositions)

  /// After one of these, what a heading names is only made more exact.
  static let prepositions: Set<String> = [
    "til", "for", "fra", "om", "i", "pa", "av", "med", "under", "ved", "etter", "ifra", "hos",
    "mot", "to",
    "from", "of", "on", "in", "with", "by", "at", "about", "after", "during", "into", "innen",
    "mellom",
    "gjennom", "over", "sa", "som", "blant",
  ]

  /// Words that tell how, how many or whose: they neither name a section nor keep one from being named.
  static let weak: Set<String> = [
    "gruppe", "gruppa", "gruppen", "gruppas", "gruppens", "gruppene", "gruppens", "group", "groups",
    "kort",
    "short", "brief", "briefly", "beskriv", "beskrivelse", "beskrivelsen", "beskriving", "skildre",
    "skildring", "describe", "description", "oversikt", "overview", "list", "liste", "lista",
    "viktig",
    "viktige", "viktigste", "viktigaste", "sentral", "sentrale", "storste", "store", "mulig",
    "mulige",
    "moglege", "mogleg", "aktuell", "aktuelle", "relevant", "relevante", "ulike", "forskjellige",
    "overordnet", "overordna", "forelopig", "forelopige", "endelig", "endelege", "endelige",
    "samlet", "samla",
    "onsket", "onska", "onskt", "onskede", "forventet", "forventede", "forventa", "venta",
    "potensiell",
    "potensielle", "vesentlige", "flere", "fleire", "nye", "ny", "andre", "ovrige", "egne", "eigne",
    "felles",
    "eventuelle", "kritiske", "involverte", "main", "key", "important", "major", "biggest",
    "possible",
    "potential", "various", "different", "overall", "preliminary", "final", "desired", "wanted",
    "expected",
    "further", "additional", "new", "other", "own", "common", "involved", "konkret", "konkrete",
    "concrete",
    "framover", "fremover", "ahead", "sa", "langt", "far", "so", "more", "mer", "meir", "name",
    "names", "navn",
    "namn", "tekst", "text", "punkt", "del", "hele", "heile", "alle", "all", "today", "dag", "no",
    "na", "now",
    "finne", "finnes", "finst", "exist", "kort", "forste", "first", "utfyllende", "utfyllande",
    "prosjektet",
    "project", "arenaen", "arena", "together", "sammen", "saman", "igjen", "again", "att",
  ]

  /// Weak words that a label needs where it has them: "concrete proposals" are another section than proposals.
  static let telling: Set<String> = [
    "konkret", "konkrete", "concrete", "andre", "ovrige", "nye", "ny", "new", "other", "further",
    "additional", "more", "mer", "meir", "forste", "first", "final",
  ]

  /// What is put after a section's word to make another word for it: "problemskildring", "mulighetsrom".
  static let suffixes: Set<String> = [
    "beskrivelse", "beskriving", "skildring", "forklaring", "forstaelse", "forstaing", "analyse",
    "analysis",
    "oversikt", "liste", "kart", "bilde", "bilete", "rom", "omtale", "formulering", "definisjon",
    "stilling",
    "del", "tekst", "notat", "punkt", "felt", "element", "omrade", "grad", "hoyde", "forslag",
    "lapp", "map",
    "info", "informasjon", "delen", "vurdering", "boks", "bolk", "kapittel", "faktor", "forhold",
    "analysen",
    "opplysning", "bruk",
  ]

  /// What is put before it: "hovedproblem", "gruppedeltakere".
  static let prefixes = ["hoved", "hovud", "gruppe", "slutt", "del", "kjerne"]

  /// What begins a sentence about one of several: "A result of …", "Noen hindringer …".
  static let indefinite: Set<String> = [
    "en", "et", "ei", "ein", "eit", "a", "an", "noen", "nokre", "some", "alle", "all", "mange",
    "many", "hver",
    "kvar", "every", "flere", "fleire", "several", "ingen", "no", "enkelte",
  ]

  static let endings = [
    "ingene", "ingane", "inga", "ene", "ane", "ena", "ende", "ande", "ers", "er", "ar", "en", "et",
    "ne",
    "ei", "a", "e", "s",
  ]
}
