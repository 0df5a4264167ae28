// For the normaliser; see MatchKey.
@_spi(_Unicode) import Swift
import ArenaModel

/// What of a record can be searched for. Changing what this gives needs a migration that fills the index anew: the index
/// keeps no copy of the text, and takes a record out by the same text that it put in.
struct SearchText: Equatable {
  /// Codes, names and titles.
  private(set) var name = ""
  /// All other text.
  private(set) var text = ""

  var isEmpty: Bool { name.isEmpty && text.isEmpty }

  init(_ record: Record) {
    for (position, spec) in Schema.fields(of: record.type).enumerated() {
      guard let value = record[position: position], !spec.isPersonal else { continue }
      switch spec.field {
      case .code, .codes, .name, .aliases, .title, .written: SearchText.add(value, to: &name)
      case .kind, .format, .state, .role, .language, .timezone, .consent, .basis, .template,
        .ballot,
        .mediaType, .digest, .importer, .lines, .formats, .days, .starts, .ends, .perspectives,
        .content:
        break
      default: SearchText.add(value, to: &text)
      }
    }
    for field in record.fields { SearchText.add(field.value, to: &text) }
    name = SearchText.composed(name)
    text = SearchText.composed(text)
  }

  private static func add(_ value: Value, to out: inout String) {
    switch value {
    case .text(let text), .actor(.name(let text)): append(text, to: &out)
    case .stated(let stated): append(stated.text, to: &out)
    case .elsewhere(let elsewhere):
      append(elsewhere.arena, to: &out)
      if let code = elsewhere.code { append(code, to: &out) }
      if let title = elsewhere.title { append(title, to: &out) }
    case .items(let items):
      for item in items {
        append(item.text, to: &out)
        add(.items(item.items), to: &out)
      }
    case .list(let values): for value in values { add(value, to: &out) }
    case .object(let fields): for field in fields { add(field.value, to: &out) }
    case .integer, .number, .boolean, .actor, .record, .blob: break
    }
  }

  private static func append(_ text: String, to out: inout String) {
    if text.isEmpty { return }
    if !out.isEmpty { out.append("\n") }
    out.append(text)
  }

  /// The text in NFC, without soft hyphens: the tokenizer knows of neither.
  static func composed(_ text: String) -> String {
    if isComposed(text) { return text }
    var out = String.UnicodeScalarView()
    for scalar in text._nfc where scalar.value != 0xAD { out.append(scalar) }
    return String(out)
  }

  /// Whether the text holds nothing that composing could change; false where that isn't sure.
  private static func isComposed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy {
      ($0.value < 0x300 && $0.value != 0xAD) || (0x2010...0x2027).contains($0.value)
    }
  }
}
