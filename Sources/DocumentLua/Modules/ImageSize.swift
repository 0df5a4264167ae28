/// The size of a picture, read from its first bytes as pandoc reads it: pixels, and how many of them an inch has.
struct ImageSize {
  var width: Int
  var height: Int
  var horizontal: Int
  var vertical: Int

  /// The density that a picture has which tells none: printed pictures 72, those made for screens 96.
  private static let printed = 72
  private static let screen = 96

  /// - Parameter density: what `dpi` says of the options for writing; for pictures whose own lengths lead to pixels.
  static func of(_ bytes: [UInt8], density: Int) throws(DocumentLuaError) -> ImageSize {
    let size: ImageSize?
    let name: String
    switch MediaType.imageFormat(bytes) {
    case "png": (size, name) = (png(bytes), "PNG")
    case "jpeg": (size, name) = (jpeg(bytes), "JPEG")
    case "gif": (size, name) = (gif(bytes), "GIF")
    case "tiff": (size, name) = (tiff(bytes), "TIFF")
    case "webp": (size, name) = (webp(bytes), "WebP")
    case "eps": (size, name) = (boxed(bytes, after: "%%BoundingBox:"), "EPS")
    case "pdf": (size, name) = (boxed(bytes, after: "/MediaBox"), "PDF")
    case "svg": (size, name) = (SVGSize.of(bytes, density: density), "SVG")
    default: throw DocumentLuaError("could not determine image type")
    }
    guard let size else { throw DocumentLuaError("could not determine \(name) size") }
    return size
  }

  init(_ width: Int, _ height: Int, _ horizontal: Int, _ vertical: Int) {
    self.width = width
    self.height = height
    self.horizontal = horizontal
    self.vertical = vertical
  }

  /// Chunk IHDR first; pHYs, where there is one, tells pixels a metre (PNG specification, sections 11.2.2 and 11.3.5.3).
  private static func png(_ bytes: [UInt8]) -> ImageSize? {
    let reader = ByteReader(bytes)
    guard let width = reader.big32(16), let height = reader.big32(20) else { return nil }
    var size = ImageSize(width, height, printed, printed)
    var at = 8
    while let length = reader.big32(at), let kind = reader.big32(at + 4) {
      if kind == 0x7048_5973, let x = reader.big32(at + 8), let y = reader.big32(at + 12) {
        if reader.byte(at + 16) == 1 {
          (size.horizontal, size.vertical) = (x * 254 / 10_000, y * 254 / 10_000)
        }
        break
      }
      at += length + 12
    }
    return size
  }

  /// Segments up to the frame header; JFIF tells the density in inches or centimetres (ITU T.81, section B.2.2).
  private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
    let reader = ByteReader(bytes)
    var density = (printed, printed)
    var at = 2
    while let mark = reader.byte(at), mark == 0xFF, let kind = reader.byte(at + 1) {
      if kind == 0xFF {
        at += 1
        continue
      }
      if kind == 0x01 || (0xD0...0xD8).contains(kind) {
        at += 2
        continue
      }
      guard let length = reader.big16(at + 2), length >= 2 else { return nil }
      if kind == 0xE0, reader.text(at + 4, 4) == "JFIF", let units = reader.byte(at + 11),
        let x = reader.big16(at + 12), let y = reader.big16(at + 14)
      {
        if units == 1 { density = (x, y) }
        if units == 2 { density = (x * 254 / 100, y * 254 / 100) }
      }
      // The frame headers, but for C4, C8 and CC, which are tables.
      if (0xC0...0xCF).contains(kind), ![0xC4, 0xC8, 0xCC].contains(kind) {
        guard let height = reader.big16(at + 5), let width = reader.big16(at + 7) else {
          return nil
        }
        return ImageSize(width, height, density.0, density.1)
      }
      at += 2 + length
    }
    return nil
  }

  private static func gif(_ bytes: [UInt8]) -> ImageSize? {
    let reader = ByteReader(bytes)
    guard let width = reader.little16(6), let height = reader.little16(8) else { return nil }
    return ImageSize(width, height, printed, printed)
  }

  /// The first directory's tags 256 and 257, and the resolution's 282, 283 and 296 (TIFF 6.0, section 8).
  private static func tiff(_ bytes: [UInt8]) -> ImageSize? {
    let reader = ByteReader(bytes)
    let isLittle = reader.byte(0) == UInt8(ascii: "I")
    func short(_ at: Int) -> Int? { isLittle ? reader.little16(at) : reader.big16(at) }
    func long(_ at: Int) -> Int? { isLittle ? reader.little32(at) : reader.big32(at) }
    guard let directory = long(4), let count = short(directory) else { return nil }
    var values: [Int: Int] = [:]
    for entry in 0..<count {
      let at = directory + 2 + 12 * entry
      guard let tag = short(at), let type = short(at + 2) else { return nil }
      switch type {
      case 3: values[tag] = short(at + 8)
      case 4: values[tag] = long(at + 8)
      case 5:
        guard let place = long(at + 8), let over = long(place), let under = long(place + 4),
          under > 0
        else { continue }
        values[tag] = over / under
      default: continue
      }
    }
    guard let width = values[256], let height = values[257] else { return nil }
    let factor = values[296] == 3 ? 254 : 100
    return ImageSize(
      width, height, (values[282] ?? printed) * factor / 100,
      (values[283] ?? printed) * factor / 100)
  }

  /// The three kinds of WebP: lossy, lossless and extended (RFC 9649, section 2).
  private static func webp(_ bytes: [UInt8]) -> ImageSize? {
    let reader = ByteReader(bytes)
    switch reader.text(12, 4) {
    case "VP8 ":
      guard let width = reader.little16(26), let height = reader.little16(28) else { return nil }
      return ImageSize(width & 0x3FFF, height & 0x3FFF, screen, screen)
    case "VP8L":
      guard let bits = reader.little32(21) else { return nil }
      return ImageSize((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, screen, screen)
    case "VP8X":
      guard let width = reader.little24(24), let height = reader.little24(27) else { return nil }
      return ImageSize(width + 1, height + 1, screen, screen)
    default: return nil
    }
  }

  /// Four numbers after a word, whose last two are width and height, as pandoc takes them.
  private static func boxed(_ bytes: [UInt8], after word: String) -> ImageSize? {
    let word = Array(word.utf8)
    guard let start = bytes.firstRange(of: word)?.upperBound else { return nil }
    let rest = String(decoding: bytes[start...].prefix(200), as: UTF8.self)
    let numbers = rest.split { !($0.isNumber || $0 == "." || $0 == "-") }.prefix(4)
      .compactMap { Double($0) }
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) < 1e9 }) else { return nil }
    return ImageSize(Int(numbers[2]), Int(numbers[3]), printed, printed)
  }
}

/// Numbers in bytes, at any place; nil beyond the end.
struct ByteReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ at: Int) -> UInt8? { bytes.indices.contains(at) ? bytes[at] : nil }

  func text(_ at: Int, _ count: Int) -> String? {
    at >= 0 && at + count <= bytes.count
      ? String(decoding: bytes[at..<at + count], as: UTF8.self) : nil
  }

  func big16(_ at: Int) -> Int? { number([at, at + 1]) }
  func big32(_ at: Int) -> Int? { number([at, at + 1, at + 2, at + 3]) }
  func little16(_ at: Int) -> Int? { number([at + 1, at]) }
  func little24(_ at: Int) -> Int? { number([at + 2, at + 1, at]) }
  func little32(_ at: Int) -> Int? { number([at + 3, at + 2, at + 1, at]) }

  private func number(_ places: [Int]) -> Int? {
    var value = 0
    for place in places {
      guard let byte = byte(place) else { return nil }
      value = value << 8 | Int(byte)
    }
    return value
  }
}
