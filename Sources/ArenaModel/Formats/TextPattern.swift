/// A text with keys: `{key}`, and `{n:one|many}` that chooses by the number (or the length of the list) at `n`.
/// `{{` and `}}` stand for the braces themselves.
package struct TextPattern: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case literal(String)
    case key(String)
    case plural(key: String, one: String, many: String)
  }

  package let source: String
  package let parts: [Part]

  package init(_ source: String) throws(ModelError) {
    self.source = source
    self.parts = try Self.parse(source)
  }

  /// The keys in order of their first use.
  package var keys: [String] {
    var seen: Set<String> = []
    return parts.compactMap { part in
      switch part {
      case .literal: nil
      case .key(let key), .plural(let key, _, _): seen.insert(key).inserted ? key : nil
      }
    }
  }

  /// What a key may stand for.
  package enum Filling: Sendable, Hashable {
    case text(String)
    case number(Double)
    case list([String])

    fileprivate func written(in language: String) -> String {
      switch self {
      case .text(let text): text
      case .number(let number): Wording.number(number)
      case .list(let texts): Wording.list(texts, in: language)
      }
    }

    /// One is one; nought and everything else are many. A text that is a number counts as one.
    fileprivate var isOne: Bool {
      switch self {
      case .text(let text): Double(text) == 1
      case .number(let number): number == 1
      case .list(let texts): texts.count == 1
      }
    }
  }

  /// The text with every key filled. Throws for a key that `value` has nothing for.
  package func filled(
    in language: String, _ value: (String) throws -> Filling?
  ) throws -> String {
    var out = ""
    for part in parts {
      switch part {
      case .literal(let text): out += text
      case .key(let key): out += try filling(of: key, value).written(in: language)
      case .plural(let key, let one, let many):
        out += try filling(of: key, value).isOne ? one : many
      }
    }
    return out
  }

  private func filling(of key: String, _ value: (String) throws -> Filling?) throws -> Filling {
    if let filling = try value(key) { return filling }
    throw ModelError(
      .pattern, "Nothing fills the key {\(key)} in the text \"\(source)\".",
      remedy: "Give it a value, or take it out of the text.")
  }

  private static func parse(_ source: String) throws(ModelError) -> [Part] {
    var parts: [Part] = []
    var literal = ""
    var rest = source[...]
    while let character = rest.first {
      if rest.hasPrefix("{{") || rest.hasPrefix("}}") {
        literal.append(character)
        rest = rest.dropFirst(2)
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          throw ModelError(
            .pattern, "The text \"\(source)\" has an opening brace without a closing one.",
            remedy: "Write {key}, or {{ for the brace itself.")
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(try part(rest[rest.index(after: rest.startIndex)..<end], of: source))
        rest = rest[rest.index(after: end)...]
      } else if character == "}" {
        throw ModelError(
          .pattern, "The text \"\(source)\" has a closing brace without an opening one.",
          remedy: "Write {key}, or }} for the brace itself.")
      } else {
        literal.append(character)
        rest = rest.dropFirst()
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }

  private static func part(_ inside: Substring, of source: String) throws(ModelError) -> Part {
    let halves = inside.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let key = String(halves[0])
    guard isKey(key) else {
      throw ModelError(
        .pattern, "\"{\(inside)}\" in the text \"\(source)\" is no key.",
        remedy: "Keys are small letters, digits and underscores, as in {title} or {n:dot|dots}.")
    }
    guard halves.count == 2 else { return .key(key) }
    let forms = halves[1].split(separator: "|", omittingEmptySubsequences: false)
    guard forms.count == 2 else {
      throw ModelError(
        .pattern, "\"{\(inside)}\" in the text \"\(source)\" wants two forms.",
        remedy: "Write {\(key):one|many}.")
    }
    return .plural(key: key, one: String(forms[0]), many: String(forms[1]))
  }

  /// `[a-z][a-z0-9_]*`
  package static func isKey(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
  }
}
