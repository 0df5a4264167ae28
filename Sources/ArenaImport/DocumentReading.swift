package import ArenaModel

/// All that was found in a document: entries, the slots that its headings name, what stands before them, and what use
/// each line has.
package struct DocumentReading: Sendable {
  package struct Total: Sendable, Hashable {
    /// people, groups, contributions or slots.
    package var what: String
    package var text: String
    package var line: Int
  }

  package struct Paragraph: Sendable, Hashable {
    package var text: String
    package var lines: [Int]
  }

  package let name: String
  package let encoding: DecodedText.Encoding
  /// The file's lines as they are.
  package let lines: [SourceLine]
  /// The name of the format by whose labels it was read.
  package let format: String
  package internal(set) var entries: [Entry] = []
  package internal(set) var slots: [EntrySlot] = []
  package internal(set) var questions: [Paragraph] = []
  package internal(set) var about: [Paragraph] = []
  package internal(set) var totals: [Total] = []
  package internal(set) var notes: [ImportNote] = []
  /// Lines that are the page's, by their number: page numbers, running lines, contents.
  package internal(set) var furniture: [Int: String] = [:]
}
