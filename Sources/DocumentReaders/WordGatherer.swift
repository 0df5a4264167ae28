import DocumentModel

/// Joins pieces of text into words: libcmark splits text at every character that might mean something, and the model
/// splits it at spaces.
struct WordGatherer {
  private var result: [Inline] = []
  private var word: [UInt8] = []

  /// Appends text; runs of spaces become one `space`, none at a line's start.
  mutating func append(_ text: UnsafePointer<CChar>) {
    var place = text
    while place.pointee != 0 {
      let byte = UInt8(bitPattern: place.pointee)
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") {
        endWord()
        switch result.last {
        case .space?, .softBreak?, .lineBreak?: break
        default: result.append(.space)
        }
      } else {
        word.append(byte)
      }
      place += 1
    }
  }

  /// Appends an inline that is no text.
  ///
  /// A line break takes the place of a space or a soft one before it, as in pandoc.
  mutating func append(_ inline: Inline) {
    endWord()
    if inline == .lineBreak, result.last == .softBreak || result.last == .space {
      result.removeLast()
    }
    result.append(inline)
  }

  private mutating func endWord() {
    if word.isEmpty { return }
    result.append(.str(String(decoding: word, as: UTF8.self)))
    word.removeAll(keepingCapacity: true)
  }

  /// Gives all inlines.
  mutating func finish() -> [Inline] {
    endWord()
    return result
  }
}
