/// The size of an SVG picture: `width` and `height` of its `svg` element, or else those of its `viewBox`.
enum SVGSize {
  static func of(_ bytes: [UInt8], density: Int) -> ImageSize? {
    // The element stands at the beginning; what is drawn may be long.
    let text = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
    guard let start = text.firstRange(of: "<svg"),
      let end = text[start.upperBound...].firstIndex(of: ">")
    else { return nil }
    let attributes = attributes(of: text[start.upperBound..<end])
    let box = (attributes["viewBox"] ?? "").split(separator: " ").compactMap { Double($0) }
    func length(_ name: String, _ place: Int) -> Int? {
      if let value = attributes[name] { return pixels(value, density: density) }
      return box.count == 4 && abs(box[place]) < 1e9 ? Int(box[place]) : nil
    }
    guard let width = length("width", 2), let height = length("height", 3) else { return nil }
    return ImageSize(width, height, density, density)
  }

  private static func attributes(of text: Substring) -> [String: String] {
    var found: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { break }
      let value = rest.dropFirst()
      guard let close = value.firstIndex(of: quote) else { break }
      found[String(name)] = String(value[..<close])
      rest = value[value.index(after: close)...]
    }
    return found
  }

  /// A length in pixels; per cent are of nothing, as in pandoc.
  private static func pixels(_ text: String, density: Int) -> Int? {
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "-" }
    guard let value = Double(number), abs(value) < 1e9 else { return nil }
    let inch = Double(density)
    let factor: Double
    switch text.dropFirst(number.count) {
    case "", "px": factor = 1
    case "in": factor = inch
    case "cm": factor = inch * 0.3937
    case "mm": factor = inch * 0.03937
    case "pt": factor = inch / 72
    case "pc": factor = inch / 6
    case "em": factor = inch * 11 / 64
    case "%": factor = 0
    default: return nil
    }
    return Int(value * factor)
  }
}
