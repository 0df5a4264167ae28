import ArenaModel
import Foundation

@testable import ArenaPlugins

/// The headings of `variants.txt`, `both.txt` and `sentences.txt`, and what people do to headings.
enum HeadingVariants {
  struct Variant {
    let language: String
    let section: String
    let text: String
    /// Not looked at while the matching was tuned.
    let isHeldOut: Bool
  }

  private static func lines(_ name: String) throws -> [String] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: name)
    return try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("# ") }
  }

  static func all() throws -> [Variant] {
    try lines("variants.txt").flatMap { line in
      let fields = line.split(separator: " ", maxSplits: 2).map(String.init)
      return fields[2].split(separator: "|").enumerated().map { place, text in
        Variant(
          language: fields[0], section: fields[1],
          text: text.trimmingCharacters(in: .whitespaces), isHeldOut: place % 4 == 3)
      }
    }
  }

  static func pairs() throws -> [(sections: [String], text: String)] {
    try lines("both.txt").map { line in
      let fields = line.split(separator: " ", maxSplits: 1).map(String.init)
      return (fields[0].split(separator: "+").map(String.init), fields[1])
    }
  }

  static func sentences() throws -> [String] { try lines("sentences.txt") }

  static let sections = [
    "participants", "problem", "result", "made_concrete", "innovation", "opportunities",
    "obstacles",
    "stakeholders", "value", "next_steps", "contact_point", "website", "comments", "later_input",
    "poster",
  ]

  /// The format with the report whose sections these are.
  static func format() throws -> FormatDeclaration {
    let folders = PluginPlaces.folders(
      in: Repository.root.appending(path: "plugins").path, .bundled)
    let host = PluginHost(library: try PluginLibrary(folders: folders))
    return try host.declaration("challenge-groups")
  }

  // MARK: - What people do to a heading

  static let decorations: [(name: String, apply: @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("a colon", { "\($0):" }),
    ("a space and a colon", { "\($0) :" }),
    ("a dash after it", { "\($0) –" }),
    ("a number", { "4. \($0)" }),
    ("a number in parentheses", { "4) \($0)" }),
    ("a letter", { "b) \($0)" }),
    ("a Roman numeral", { "IV. \($0)" }),
    ("a point", { "Punkt 4: \($0)" }),
    ("heading marks", { "## \($0)" }),
    ("heading marks and a number", { "### 4.2 \($0)" }),
    ("bold type", { "**\($0)**" }),
    ("bold type and a colon", { "**\($0):**" }),
    ("underscores", { "__\($0)__:" }),
    ("capitals", { $0.uppercased() }),
    ("small letters", { $0.lowercased() }),
    ("a parenthesis", { "\($0) (kort)" }),
    ("å in two pieces", { $0.decomposedStringWithCanonicalMapping }),
    (
      "no letters beyond z",
      { text in
        let pairs = ["å": "aa", "ø": "oe", "æ": "ae", "Å": "Aa", "Ø": "Oe", "Æ": "Ae"]
        return pairs.reduce(text) { $0.replacing($1.key, with: $1.value) }
      }
    ),
    (
      "ø as o and å as a",
      { $0.replacing("ø", with: "o").replacing("å", with: "a").replacing("æ", with: "a") }
    ),
    ("wide spaces", { $0.replacing(" ", with: "   ") }),
    ("spaces that don't break", { $0.replacing(" ", with: "\u{A0}") }),
    ("a soft hyphen", { $0.count > 5 ? "\($0.prefix(4))\u{AD}\($0.dropFirst(4))" : $0 }),
    ("quotes", { "«\($0)»" }),
  ]

  /// One letter of a long word left out, doubled, or changed with the next.
  static func misspelt(_ text: String, _ draw: inout Dice) -> String {
    var words = text.split(separator: " ").map(String.init)
    let long = words.indices.filter { words[$0].count(where: \.isLetter) >= 6 }
    guard !long.isEmpty else { return text }
    let word = long[draw.next(long.count)]
    var letters = Array(words[word])
    let place = 1 + draw.next(letters.count - 3)
    switch draw.next(3) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    words[word] = String(letters)
    return words.joined(separator: " ")
  }

  struct Dice {
    var seed: UInt64
    mutating func next(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
  }
}

/// How many of some were right, and which were not.
struct Recall: CustomStringConvertible {
  private(set) var right = 0
  private(set) var wrong: [String] = []

  mutating func note(_ isRight: Bool, _ what: @autoclosure () -> String) {
    if isRight { right += 1 } else { wrong.append(what()) }
  }

  var share: Double { Double(right) / Double(max(1, right + wrong.count)) }
  var description: String {
    "\(right) of \(right + wrong.count) (\((share * 1000).rounded() / 10) %); \(wrong.prefix(12))"
  }
}
