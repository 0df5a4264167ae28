package import ArenaModel

/// What an import did, and what it has to say: data that commands print.
package struct ImportReport: Sendable {
  /// How many records of each type were added or changed.
  package var added: [RecordType: Int] = [:]
  package var changed: [RecordType: Int] = [:]
  /// How many of the file's records were there already, as the file has them.
  package var unchanged: [RecordType: Int] = [:]
  package var notes: [ImportNote] = []
  /// What could not be placed; kept with the file.
  package var leftOver: [SourceLine] = []
  package var file: String
  /// How many lines of the file are not blank.
  package var lineCount = 0

  package init(file: String) { self.file = file }

  /// Several reports of one file as one.
  package init(file: String, joining reports: [ImportReport]) {
    self.file = file
    for report in reports {
      added.merge(report.added, uniquingKeysWith: +)
      changed.merge(report.changed, uniquingKeysWith: +)
      unchanged.merge(report.unchanged, uniquingKeysWith: +)
      notes += report.notes
      leftOver += report.leftOver
      lineCount += report.lineCount
    }
  }

  /// Whether the arena is as it was.
  package var changesNothing: Bool { added.isEmpty && changed.isEmpty }
}
