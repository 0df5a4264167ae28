import Foundation
import Testing

/// The second table of `docs/formats.md`: each file that it names is there, and each test by its name.
@Suite("The table of concepts of groups, meetings and circles")
struct GroupConceptTableTests {
  private static let plugins = Repository.root.appending(path: "plugins")

  private static func rows() throws -> [[String]] {
    let text = try String(
      contentsOf: Repository.root.appending(path: "docs/formats.md"), encoding: .utf8)
    let section =
      text.components(separatedBy: "\n## ").first { $0.hasPrefix("Groups with a challenge") } ?? ""
    return section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test("Each file is there, and each test by its name")
  func proofs() throws {
    let rows = try Self.rows()
    #expect(rows.count >= 20)
    for row in rows {
      #expect(row.count == 3, "\(row)")
      let files = row[1].components(separatedBy: "`").filter {
        $0.hasSuffix(".lua") && $0.contains("/")
      }
      #expect(!files.isEmpty, "\(row[0])")
      for file in files {
        let path = Self.plugins.appending(path: file).path
        #expect(FileManager.default.fileExists(atPath: path), "\(row[0]): \(file)")
      }
      let pieces = row[2].components(separatedBy: "`")
      #expect(pieces.count >= 3, "\(row[0])")
      for place in stride(from: 1, to: pieces.count - 1, by: 2) {
        let source = try String(
          contentsOf: Self.plugins.appending(path: pieces[place]), encoding: .utf8)
        for name in pieces[place + 1].dropFirst(2).components(separatedBy: "; ") {
          let wanted = "it(\"\(name.trimmingCharacters(in: .whitespaces))\""
          #expect(source.contains(wanted), "\(row[0]): \(name)")
        }
      }
    }
  }
}
