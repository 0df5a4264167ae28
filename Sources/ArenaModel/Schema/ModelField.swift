/// The model's own fields, over all record types. A field is spelled alike everywhere: `nextSteps` in Swift,
/// `next_steps` in Lua, the journal and the dump.
package enum ModelField: UInt8, CaseIterable, Sendable, Hashable {
  case about, actor, addressees, aims, aliases, attendance, backup, ballot, basis, body, by
  case capacity, challenge, city, code, codes, commissioners, consent, contact, content, corner
  case day, days, digest, dots, due, ends, followUps, format, formats, framework, from
  case group, groups, headcount, importer, kind, language, leftOver, lines
  case mediaType, membersComplete, name, note, number, on, open, `of`, organisation, organisers
  case parent, partOf, perspectives, place, questions, reference, refersTo, role
  case sections, series, slot, slots, speakers, starts, state, statuses
  case template, text, theme, timezone, title, to, totals, venue, what, when, `where`, who, why
  case written

  /// The name in Lua, the journal and the dump.
  package var name: String { ModelField.names[Int(rawValue)] }

  package init?(name: String) {
    guard let field = ModelField.byName[name] else { return nil }
    self = field
  }

  private static let names: [String] = allCases.map { snakeCase("\($0)") }

  private static let byName: [String: ModelField] =
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  private static func snakeCase(_ camelCase: String) -> String {
    var out: [UInt8] = []
    for byte in camelCase.utf8 {
      let isUppercase = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      if isUppercase { out.append(UInt8(ascii: "_")) }
      out.append(isUppercase ? byte | 0x20 : byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
