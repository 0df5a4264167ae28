import DocumentModel
import DocumentReaders
import DocumentWriters
import Foundation
import JSONCodec
import Testing

/// What we write against what pandoc writes, over generated documents; the failing seed is in the message.
@Suite(.disabled(if: PandocReference.isMissing, "pandoc 3 is not installed"))
struct PandocComparisonTests {
  /// `ARENA_SEEDS` asks for more of them.
  private static let seeds: ClosedRange<UInt64> = {
    let wanted = ProcessInfo.processInfo.environment["ARENA_SEEDS"].flatMap(UInt64.init)
    return 1...max(wanted ?? 400, 1)
  }()

  @Test func `JSON to JSON equals pandoc's on every generated document`() throws {
    // All documents' blocks in one, and all their metadata in lists, as one run of pandoc takes 0.1 s.
    var whole = Pandoc()
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed)
      let document = generator.document()
      whole.blocks.append(.div(Attr("seed-\(seed)"), document.blocks))
      whole.meta["seed-\(seed)"] = .map(document.meta)
    }
    let json = Array(try JSONWriter().string(whole).utf8)
    let theirs = try JSONValue(
      parsing: PandocReference.convert(json, ["-f", "json", "-t", "json"]))
    let read = try JSONReader().read(json)
    let ours = try JSONValue(parsing: try JSONWriter().string(read))
    #expect(ours["pandoc-api-version"]?[0] == theirs["pandoc-api-version"]?[0])
    let (left, right) = (ours["blocks"]?.array ?? [], theirs["blocks"]?.array ?? [])
    #expect(left.count == right.count)
    for (place, pair) in zip(left, right).enumerated()
    where Self.normal(pair.0) != Self.normal(pair.1) {
      Issue.record("seed \(place + 1): JSON differs")
    }
    for seed in Self.seeds {
      let name = "seed-\(seed)"
      let pair = (ours["meta"]?[name], theirs["meta"]?[name])
      if pair.0.map(Self.normal) != pair.1.map(Self.normal) {
        Issue.record("seed \(seed): metadata differs")
      }
    }
  }

  @Test func `JSON spelled in any way reads as the same document`() throws {
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed)
      let document = generator.document()
      var speller = JSONSpeller(seed: seed)
      let text = speller.spell(try JSONValue(parsing: Array(document.json.utf8)))
      #expect(try Pandoc(json: text) == document, "seed \(seed)")
    }
  }

  /// Objects with their keys in order and numbers as doubles, so that values compare as JSON.
  private static func normal(_ value: JSONValue) -> JSONValue {
    switch value {
    case .integer(let number): .double(Double(number))
    case .array(let elements): .array(elements.map(normal))
    case .object(let object):
      .object(
        JSONObject(
          object.members.map { JSONObject.Member(key: $0.key, value: normal($0.value)) }
            .sorted { $0.key < $1.key }))
    default: value
    }
  }

  @Test func `HTML of common documents equals pandoc's byte for byte`() throws {
    var whole = Pandoc()
    var sources: [Block] = []
    for seed in Self.seeds {
      var generator = DocumentGenerator(seed: seed, isPlainHTML: true)
      for block in generator.blocks(3) {
        whole.blocks.append(.rawBlock(format: "html", "<!-- \(sources.count) seed \(seed) -->"))
        whole.blocks.append(block)
        sources.append(block)
      }
    }
    let json = Array(try JSONWriter().string(whole).utf8)
    let theirs = String(
      decoding: try PandocReference.convert(
        json,
        [
          "-f", "json", "-t", "html", "--wrap=none", "--mathjax", "--syntax-highlighting=none",
        ]), as: UTF8.self)
    let ours = try HTMLWriter().string(whole)
    let (left, right) = (ours.split(separator: "<!-- "), theirs.split(separator: "<!-- "))
    #expect(left.count == right.count)
    var differences = 0
    for (one, other) in zip(left, right) where one != other {
      differences += 1
      guard differences <= 10 else { continue }
      let lines = zip(
        one.split(separator: "\n", omittingEmptySubsequences: false),
        other.split(separator: "\n", omittingEmptySubsequences: false))
      let place = one.prefix { $0 != ">" }
      let pair = lines.first { $0 != $1 }
      Issue.record("\(place): ours \(pair?.0 ?? "is longer or shorter"); pandoc's \(pair?.1 ?? "")")
    }
    #expect(differences == 0, "\(differences) of \(left.count) blocks differ")
  }
}
