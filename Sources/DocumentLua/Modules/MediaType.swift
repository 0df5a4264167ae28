/// Kinds of media: by the end of a path, in data URIs, and of pictures by their first bytes.
enum MediaType {
  private static let types: [String: String] = [
    "apng": "image/apng", "avif": "image/avif", "bib": "text/x-bibtex", "bmp": "image/x-ms-bmp",
    "css": "text/css", "csv": "text/csv",
    "docx":
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip", "eps": "application/eps", "gif": "image/gif",
    "htm": "text/html", "html": "text/html", "ico": "image/vnd.microsoft.icon",
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript",
    "json": "application/json", "md": "text/markdown", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg", "otf": "font/otf",
    "pdf": "application/pdf", "png": "image/png", "ps": "application/postscript",
    "svg": "image/svg+xml", "tex": "text/x-tex", "tif": "image/tiff", "tiff": "image/tiff",
    "ttf": "font/ttf", "txt": "text/plain", "wav": "audio/x-wav", "webm": "video/webm",
    "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2",
    "xhtml":
      "application/xhtml+xml", "xml": "application/xml", "zip": "application/zip",
  ]

  static func of(path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
  }

  /// Text goes in percent encoding (RFC 3986, section 2.1), everything else in base 64 (RFC 4648).
  static func dataURI(_ type: String, _ bytes: [UInt8]) -> String {
    guard type.hasPrefix("text/") else { return "data:\(type);base64,\(base64(bytes))" }
    var text = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return "data:\(type),\(text)"
  }

  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let word = group.reduce(0) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        result.append(
          place <= group.count
            ? alphabet[Int(word >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  static func imageFormat(_ bytes: [UInt8]) -> String? {
    func begins(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "jpeg" }
    if begins("GIF8") { return "gif" }
    if begins("%PDF") { return "pdf" }
    if begins("%!PS") { return "eps" }
    if begins("II*") || begins("MM") { return "tiff" }
    if begins("RIFF"), bytes.count >= 12, Array(bytes[8..<12]) == Array("WEBP".utf8) {
      return "webp"
    }
    if begins("<svg") { return "svg" }
    guard begins("<?xml") || begins("<!DOCTYPE svg") else { return nil }
    return bytes.prefix(4096).firstRange(of: Array("<svg".utf8)) == nil ? nil : "svg"
  }
}
