import ArenaImport
import ArenaModel
import JSONCodec

/// The rows of a JSON file: a list of objects, or an object with lists under the dump's names (`people`, `groups`, …).
/// An object's keys are the columns, named as in a spreadsheet or as in the dump.
struct JSONRows {
  let lists: [(type: RecordType, table: Table)]

  /// The types of which a row can say which record it is.
  static let types: [RecordType] = [
    .person, .organisation, .place, .group, .contribution, .strategyElement,
  ]

  /// - Parameter usual: what the objects of a bare list are.
  init(_ bytes: [UInt8], name: String, usual: RecordType) throws {
    do {
      lists = try bytes.withUnsafeBytes { buffer in
        var scanner = JSONScanner(buffer)
        var lines = LineCount()
        var lists: [(RecordType, Table)] = []
        if try scanner.peekKind() == .array {
          lists.append((usual, try JSONRows.table(&scanner, &lines, name: name)))
        } else if try scanner.enterObject() {
          repeat {
            let start = scanner.offset
            let key = try scanner.readKey()
            guard let type = JSONRows.types.first(where: { $0.plural == key }) else {
              throw scanner.error(
                "'\(key)' is no list that can be imported: "
                  + "\(Phrase.choice(JSONRows.types.map(\.plural), "and")) are.", at: start)
            }
            lists.append((type, try JSONRows.table(&scanner, &lines, name: name)))
          } while try scanner.continueObject()
        }
        try scanner.finish()
        return lists
      }
    } catch let error as JSONError {
      throw ImportError.noRows(
        file: name, line: error.line, column: error.column, problem: error.problem)
    }
    guard lists.contains(where: { !$0.table.rows.isEmpty }) else {
      throw ImportError.noRows(
        file: name, line: 1, column: 1, problem: "there is no row in it.")
    }
  }

  /// Whether the bytes are the dump of an arena.
  static func isDump(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var scanner = JSONScanner(buffer)
      guard (try? scanner.peekKind()) == .object, (try? scanner.enterObject()) == true else {
        return false
      }
      return (try? scanner.readKey()) == "dump_version"
    }
  }

  private static func table(
    _ scanner: inout JSONScanner, _ lines: inout LineCount, name: String
  ) throws -> Table {
    var columns: [String] = []
    var objects: [(line: Int, object: JSONObject)] = []
    let firstLine = lines.line(of: scanner)
    if try scanner.enterArray() {
      repeat {
        let kind = try scanner.peekKind()
        let line = lines.line(of: scanner)
        guard kind == .object else {
          throw scanner.error("a row is an object with the columns as its keys.")
        }
        guard case .object(let object) = try scanner.readValue() else { continue }
        for key in object.keys where !columns.contains(key) { columns.append(key) }
        objects.append((line, object))
      } while try scanner.continueArray()
    }
    if objects.isEmpty { return Table(name: name, placed: []) }
    let rows = try objects.map { line, object in
      Table.Row(
        line: line,
        cells: try columns.map { column in
          try object[column].map { try text($0, column, scanner) } ?? ""
        })
    }
    return Table(name: name, placed: [Table.Row(line: firstLine, cells: columns)] + rows)
  }

  /// The line on which a scanner stands, counted on from where it was asked last.
  private struct LineCount {
    private var offset = 0
    private var line = 1

    mutating func line(of scanner: JSONScanner) -> Int {
      while offset < scanner.offset {
        if scanner.base[offset] == 0x0A { line += 1 }
        offset += 1
      }
      return line
    }
  }

  private static func text(_ value: JSONValue, _ column: String, _ scanner: JSONScanner) throws
    -> String
  {
    switch value {
    case .string(let text): return text
    case .null: return ""
    case .bool(let bool): return bool ? "yes" : "no"
    case .array(let elements):
      let texts = try elements.map { try text($0, column, scanner) }
      // A body's elements are its items.
      if column == ModelField.body.name { return texts.map { "- \($0)" }.joined(separator: "\n") }
      return texts.joined(separator: "; ")
    case .object:
      throw scanner.error(
        "'\(column)' holds an object, and a cell is a text, a number, yes or no, or a list of those."
      )
    case .integer, .double, .bigNumber: return value.text()
    }
  }
}
