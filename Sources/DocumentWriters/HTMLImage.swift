import DocumentModel
import JSONCodec

/// Pictures, sounds and films: one inline of the model, four elements of HTML.
enum HTMLImage {
  static func write(
    _ attr: Attr, _ alternative: [Inline], _ target: Target, _ buffer: inout ByteBuffer
  ) {
    let kind = kind(of: target.url)
    let text = alternative.isEmpty ? "" : Stringify.text(alternative)
    buffer.append("<")
    buffer.append(kind)
    HTMLText.attribute("src", target.url, &buffer)
    if !target.title.isEmpty { HTMLText.attribute("title", target.title, &buffer) }
    if !attr.isEmpty { attributes(attr, &buffer) }
    switch kind {
    case "img":
      if !alternative.isEmpty { HTMLText.attribute("alt", text, &buffer) }
      buffer.append(" />")
    case "embed": buffer.append(" />")
    default:
      buffer.append(" controls=\"\"><a")
      HTMLText.attribute("href", target.url, &buffer)
      buffer.append(">")
      HTMLText.write(
        !alternative.isEmpty ? text : kind == "video" ? "Video" : "Audio", &buffer)
      buffer.append("</a></")
      buffer.append(kind)
      buffer.append(">")
    }
  }

  /// Writes attributes with width and height where HTML wants them: pixels as attributes, all else as style.
  private static func attributes(_ attr: Attr, _ buffer: inout ByteBuffer) {
    var pixels: [Attribute] = []
    var style = attr["style"] ?? ""
    for name in ["width", "height"] {
      switch attr[name].flatMap(length) {
      case .pixels(let count): pixels.append(Attribute(name, String(count)))
      case .other(let text):
        if !style.isEmpty && !style.hasSuffix(";") { style += ";" }
        style += "\(name):\(text)"
      case nil: continue
      }
    }
    var result = attr
    result.attributes.removeAll { ["width", "height", "style"].contains($0.name) }
    if !style.isEmpty { result.attributes.insert(Attribute("style", style), at: 0) }
    result.attributes += pixels
    HTMLText.attributes(result, &buffer)
  }

  private enum Length {
    case pixels(Int)
    case other(String)
  }

  private static func length(_ text: String) -> Length? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let first = digits.first, first != ".", let number = Double(digits) else { return nil }
    switch text.dropFirst(digits.count) {
    case "", "px": return number < 1e9 ? .pixels(Int(number)) : nil
    case "%": return .other("\(number)%")
    case let unit where ["cm", "mm", "in", "em", "pt", "pc"].contains(unit):
      return .other(short(number) + unit)
    default: return nil
    }
  }

  /// At most five digits behind the point, none that is needless.
  private static func short(_ number: Double) -> String {
    let scaled = (number * 100_000).rounded()
    guard scaled < 1e15 else { return String(number) }
    let whole = Int(scaled) / 100_000
    let rest = Int(scaled) % 100_000
    if rest == 0 { return String(whole) }
    var digits = String(rest)
    digits = String(repeating: "0", count: 5 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(whole).\(digits)"
  }

  private static func kind(of url: String) -> String {
    if url.hasPrefix("data:image/") { return "img" }
    if url.hasPrefix("data:video/") { return "video" }
    if url.hasPrefix("data:audio/") { return "audio" }
    var path = url.prefix { $0 != "?" && $0 != "#" }
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...].drop { $0 != "/" }
    }
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "img" }
    let ending = name[name.index(after: dot)...].lowercased()
    if ending.isEmpty || pictures.contains(ending) { return "img" }
    if films.contains(ending) { return "video" }
    if sounds.contains(ending) { return "audio" }
    return "embed"
  }

  /// Endings of pictures; a file with any other ending is embedded, as pandoc does.
  private static let pictures = words(
    """
    apng art avif bmp cdr cdt cpt cr2 crw djvu emf erf gif heic ico ief jfif jng jpe jpeg jpg jxl nef \
    orf pat pbm pcx pgm png pnm ppm psd ras rgb svg svgz tif tiff wbmp webp wmf xbm xpm xwd
    """)

  private static let films = words("3gp avi flv m4v mkv mov mp4 mpeg mpg ogv webm wmv")

  private static let sounds = words("aac flac m4a mp3 oga ogg opus wav weba")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}
