import ArenaModel

/// The bytes of a kept file, as far as they can be cleared of a name: text in UTF-8, UTF-16 or Latin-1 is masked, and what
/// is no text (a workbook, a PDF) is given up where it holds the name.
struct SourceBytes {
  enum Cleared {
    /// Nothing in it is to be cleared, as far as we can see.
    case clear
    /// The text without the name, in UTF-8.
    case text([UInt8])
    /// The name is in it and can't be cleared.
    case dropped
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameter isSource: an import read the person out of this file.
  func cleared(by mask: NameMask, isSource: Bool) -> Cleared {
    if !hasControls, let text = String(validating: bytes, as: UTF8.self) {
      let clear = mask.masked(text)
      return clear == text ? .clear : .text(Array(clear.utf8))
    }
    if let text = utf16 ?? latin1 {
      let clear = mask.masked(text)
      if clear != text { return .text(Array(clear.utf8)) }
      // A workbook has many noughts, too, and is no UTF-16.
      if !hasControls || hasMark { return .clear }
    }
    // Compressed files show nothing of what is in them.
    if isSource { return .dropped }
    let readings = [
      String(decoding: bytes, as: UTF8.self), SourceBytes.characters(bytes),
      String(decoding: units(low: 0), as: UTF16.self),
    ]
    return readings.contains { mask.masked($0) != $0 } ? .dropped : .clear
  }

  private var hasMark: Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  private var utf16: String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return String(decoding: units(low: 0), as: UTF16.self) }
    if bytes.starts(with: [0xFE, 0xFF]) { return String(decoding: units(low: 1), as: UTF16.self) }
    // Without a mark: in Latin letters every other byte is nought.
    let sample = bytes.prefix(2000)
    guard sample.count > 3 else { return nil }
    for low in [0, 1] {
      let zeros = sample.enumerated().count { $0.offset % 2 != low && $0.element == 0 }
      if zeros * 10 >= sample.count / 2 * 7 {
        return String(decoding: units(low: low), as: UTF16.self)
      }
    }
    return nil
  }

  /// Latin-1, where the bytes look like text at all.
  private var latin1: String? {
    hasControls ? nil : SourceBytes.characters(bytes)
  }

  /// Bytes that no text has in an encoding of single bytes.
  private var hasControls: Bool {
    bytes.contains { $0 < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B].contains($0) }
  }

  private static func characters(_ bytes: [UInt8]) -> String {
    var out = String.UnicodeScalarView()
    for byte in bytes { out.append(UnicodeScalar(byte)) }
    return String(out)
  }

  private func units(low: Int) -> [UInt16] {
    stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
  }
}
