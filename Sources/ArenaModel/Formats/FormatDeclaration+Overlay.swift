/// What the organiser changes for one arena: the declarations that CONTRACT section 1 marks with ⚙. An overlay holds
/// values by their path: `roles.convener.count`, `perspectives`, `ballots.priorities.dots`, `content.law.text`.
extension FormatDeclaration {
  /// The declaration as it holds in an arena with this overlay. Every value is checked as the plugin's own are.
  package func adjusted(by overlay: Fields) throws(ModelError) -> FormatDeclaration {
    var out = self
    for entry in overlay { try out.adjust(entry.name, to: entry.value) }
    return out
  }

  /// The paths that an overlay may set, for help and for messages.
  package var adjustablePaths: [String] {
    var paths = ["perspectives"] + roles.map { "roles.\($0.name).count" }
    if composition != nil { paths += ["composition.sides", "composition.largest"] }
    paths += templates.map { "templates.\($0.name).fields" }
    for ballot in ballots { paths += ["dots", "most"].map { "ballots.\(ballot.name).\($0)" } }
    for block in programme { paths.append("programme.\(block.name).count") }
    return paths + content.map { "content.\($0.name).text" }
  }

  private mutating func adjust(_ path: String, to value: Value) throws(ModelError) {
    let steps = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let name = steps.count > 1 ? steps[1] : ""
    switch (steps.first, steps.count == 3 ? steps[2] : steps.count == 2 ? steps[1] : nil) {
    case ("perspectives", nil):
      perspectives = try texts(value, path).map { text in term(text, among: perspectives) }
    case ("roles", "count"):
      guard let index = roles.firstIndex(where: { $0.name == name }) else { throw unknown(path) }
      guard let range = Self.range(value) else {
        throw wrong(path, value, "a count such as 1, 0..1 or 1..")
      }
      roles[index].count = range
    case ("composition", "sides") where composition != nil:
      let sides = try texts(value, path)
      for side in sides where perspective(side) == nil {
        throw wrong(path, .text(side), "one of the format's perspectives")
      }
      composition?.sides = sides
    case ("composition", "largest") where composition != nil:
      guard let share = Self.number(value), share > 0, share <= 1 else {
        throw wrong(path, value, "a share between 0 and 1, such as 0.7")
      }
      composition?.largest = share
    case ("templates", "fields"):
      guard let index = templates.firstIndex(where: { $0.name == name }) else {
        throw unknown(path)
      }
      let known = templates[index].fields
      templates[index].fields = try texts(value, path).map { text in
        known.first { $0.name == text } ?? FieldDeclaration(naming(text), type: .rich)
      }
    case ("ballots", "dots"):
      guard let index = ballots.firstIndex(where: { $0.name == name }) else { throw unknown(path) }
      ballots[index].dots = try count(value, path)
    case ("ballots", "most"):
      guard let index = ballots.firstIndex(where: { $0.name == name }) else { throw unknown(path) }
      ballots[index].most = try count(value, path)
    case ("programme", "count"):
      guard let index = programme.firstIndex(where: { $0.name == name }) else {
        throw unknown(path)
      }
      programme[index].count = try count(value, path)
    case ("content", "text"):
      guard let index = content.firstIndex(where: { $0.name == name }) else { throw unknown(path) }
      guard case .text(let text) = value else { throw wrong(path, value, "a text") }
      content[index].text = text
    default: throw unknown(path)
    }
  }

  private func unknown(_ path: String) -> ModelError {
    let near = Folding.didYouMean(path, among: adjustablePaths)
    return ModelError(
      .declaration, "The format \(name) has nothing to adjust at '\(path)'.",
      remedy: near.isEmpty
        ? "What can be adjusted: \(adjustablePaths.joined(separator: ", "))." : near)
  }

  private func wrong(_ path: String, _ value: Value, _ expected: String) -> ModelError {
    let shown: String
    if case .text(let text) = value { shown = "'\(text)'" } else { shown = "what was given" }
    return ModelError(
      .declaration, "\(shown) is no value for \(path) of the format \(name).",
      remedy: "It must be \(expected).")
  }

  private func texts(_ value: Value, _ path: String) throws(ModelError) -> [String] {
    let values: [Value]
    if case .list(let list) = value { values = list } else { values = [value] }
    var out: [String] = []
    for value in values {
      guard case .text(let text) = value else { throw wrong(path, value, "a list of texts") }
      out += text.split(separator: ",").map(\.trimmingBlanks).filter { !$0.isEmpty }
    }
    return out
  }

  /// A term that is known, or a new one: `name` or `name: Label`.
  private func term(_ text: String, among known: [Term]) -> Term {
    known.first { $0.name == text } ?? Term(naming(text))
  }

  private func naming(_ text: String) -> Naming {
    let halves = text.split(separator: ":", maxSplits: 1).map(\.trimmingBlanks)
    let name = Self.name(from: halves.first ?? text)
    if halves.count == 2 { return Naming(name, label: Label([halves[1]])) }
    return name == text ? Naming(name) : Naming(name, label: Label([text]))
  }

  /// A name made from a text: small letters, digits and underscores; å is written aa, æ ae, ø oe.
  package static func name(from text: String) -> String {
    var out = ""
    for character in Folding.fold(text) {
      switch character {
      case "å": out += "aa"
      case "æ", "ä": out += "ae"
      case "ø", "ö": out += "oe"
      case _ where character.isASCII && (character.isLetter || character.isNumber):
        out.append(character)
      default: if !out.isEmpty, out.last != "_" { out.append("_") }
      }
    }
    while out.last == "_" { out.removeLast() }
    guard let first = out.first, first.isLetter else { return "x" + out }
    return out
  }

  private static func range(_ value: Value) -> CountRange? {
    switch value {
    case .integer(let count) where count >= 0: CountRange(least: count, most: count)
    case .text(let text): CountRange(text)
    default: nil
    }
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .text(let text): Double(text.map { $0 == "," ? "." : String($0) }.joined())
    default: nil
    }
  }

  private func count(_ value: Value, _ path: String) throws(ModelError) -> Int {
    guard let number = Self.number(value), let count = Int(exactly: number), count >= 0 else {
      throw wrong(path, value, "a whole number from 0")
    }
    return count
  }

  /// A setting's value: the organiser's, else the default that the format declares.
  package func setting(_ name: String, in settings: Fields) -> Value? {
    settings[name] ?? self.settings.first { $0.name == name }?.defaultValue
  }
}
