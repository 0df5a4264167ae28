import Foundation
import Testing

@testable import ArenaPlugins

/// `docs/formats.md` says of each concept of the format which file realises it and which tests prove it.
@Suite("The table of concepts")
struct ConceptTableTests {
  struct Row {
    let concept: String
    let files: [String]
    /// By file: the names of the tests.
    let proofs: [(file: String, names: [String])]
  }

  private static let folder = Repository.root.appending(path: "plugins/open-space")

  private static func rows() throws -> [Row] {
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/formats.md"), encoding: .utf8)
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Open Space") } ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return Row(
        concept: cells[0], files: quoted(cells[1]).filter { $0.hasSuffix(".lua") },
        proofs: cells[2].components(separatedBy: "`tests/").dropFirst().map { piece in
          let halves = piece.components(separatedBy: "`: ")
          return (
            "tests/" + halves[0],
            halves[1].components(separatedBy: "; ").map {
              $0.trimmingCharacters(in: .whitespaces)
            }
          )
        })
    }
  }

  private static func quoted(_ text: String) -> [String] {
    text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test("Each file is there, and each test by its name, and passes")
  func proofs() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 20)
    let library = try PluginLibrary(
      folders: PluginPlaces.folders(
        in: Repository.root.appending(path: "plugins").path, .bundled))
    let outcomes = try PluginTester(library).run("open-space")
    let passed = Set(
      outcomes.filter { $0.failure == nil }.map { "\($0.file)|\($0.name.last ?? "")" })
    for row in rows {
      #expect(!row.files.isEmpty && !row.proofs.isEmpty, "\(row.concept)")
      for file in row.files {
        let path = Self.folder.appending(path: file).path
        #expect(FileManager.default.fileExists(atPath: path), "\(row.concept): \(file)")
      }
      for proof in row.proofs {
        for name in proof.names {
          #expect(
            passed.contains("plugins/open-space/\(proof.file)|\(name)"), "\(row.concept): \(name)")
        }
      }
    }
  }

  @Test("What the table names of the declarations is declared")
  func declarations() throws {
    let source = try String(
      contentsOf: Self.folder.appending(path: "plugin.lua"), encoding: .utf8)
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/formats.md"), encoding: .utf8)
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix("Open Space") } ?? ""
    for line in section.split(separator: "\n").filter({ $0.hasPrefix("| ") }).dropFirst(2) {
      let cell = String(line.split(separator: "|")[1])
      for word in Self.quoted(cell) where !word.hasSuffix(".lua") && word != "attendance" {
        let last = String(word.split(separator: ".").last ?? "")
        #expect(source.contains(last), "\(word)")
      }
    }
  }
}
