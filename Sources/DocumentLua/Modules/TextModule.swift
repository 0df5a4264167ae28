import CLuaKit
import DocumentModel
import LuaKit

/// `pandoc.text`: strings as characters rather than bytes.
enum TextModule {
  static var functions: [ModuleFunction] {
    [
      ModuleFunction("len") { arguments in
        arguments.stack.push(try arguments.text(1, "text").unicodeScalars.count)
        return 1
      },
      ModuleFunction("lower") { arguments in
        let text = try arguments.text(1, "text")
        arguments.stack.push(text: mapped(text, \.properties.lowercaseMapping))
        return 1
      },
      ModuleFunction("upper") { arguments in
        let text = try arguments.text(1, "text")
        arguments.stack.push(text: mapped(text, \.properties.uppercaseMapping))
        return 1
      },
      ModuleFunction("reverse") { arguments in
        var reversed = String.UnicodeScalarView()
        reversed.append(contentsOf: try arguments.text(1, "text").unicodeScalars.reversed())
        arguments.stack.push(text: String(reversed))
        return 1
      },
      ModuleFunction("sub") { arguments in
        let text = Array(try arguments.text(1, "text").unicodeScalars)
        let first = place(try arguments.integer(2, "start"), text.count)
        let last = place(try arguments.optionalInteger(3, "stop") ?? -1, text.count)
        var part = String.UnicodeScalarView()
        let range = max(1, first)..<max(max(1, first), min(last, text.count) + 1)
        part.append(contentsOf: range.map { text[$0 - 1] })
        arguments.stack.push(text: String(part))
        return 1
      },
      ModuleFunction("superscript") { arguments in
        try give(&arguments, superscripts)
      },
      ModuleFunction("subscript") { arguments in
        try give(&arguments, subscripts)
      },
      ModuleFunction("fromencoding") { arguments in
        let name = try arguments.optionalText(2, "encoding") ?? "utf-8"
        let bytes = arguments.stack.withBytes(1) { Array($0) } ?? []
        arguments.stack.push(text: try TextEncoding(named: name).decode(bytes))
        return 1
      },
      ModuleFunction("toencoding") { arguments in
        let text = try arguments.text(1, "text")
        let name = try arguments.optionalText(2, "encoding") ?? "utf-8"
        try TextEncoding(named: name).encode(text).withUnsafeBytes {
          arguments.stack.push(bytes: $0)
        }
        return 1
      },
    ]
  }

  private static func mapped(
    _ text: String, _ mapping: (Unicode.Scalar) -> String
  ) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += mapping(scalar) }
    return result
  }

  /// A place as Lua counts: from 1, or from the end if negative.
  private static func place(_ index: Int, _ count: Int) -> Int {
    index < 0 ? count + index + 1 : index
  }

  private static let superscripts: [Unicode.Scalar: Unicode.Scalar] = table(
    "0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
  private static let subscripts: [Unicode.Scalar: Unicode.Scalar] = table(
    "0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")

  private static func table(_ from: String, _ to: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(from.unicodeScalars, to.unicodeScalars))
  }

  /// The text in other characters, or nil if one has no counterpart.
  private static func give(
    _ arguments: inout Arguments, _ table: [Unicode.Scalar: Unicode.Scalar]
  ) throws -> LuaReturn {
    var result = String.UnicodeScalarView()
    for scalar in try arguments.text(1, "text").unicodeScalars {
      if scalar.properties.isWhitespace {
        result.append(scalar)
        continue
      }
      guard let other = table[scalar] else {
        arguments.stack.pushNil()
        return 1
      }
      result.append(other)
    }
    arguments.stack.push(text: String(result))
    return 1
  }
}

/// The encodings that text is converted from and to.
enum TextEncoding {
  case utf8, latin1, windows1252, utf16(bigEndian: Bool, mark: Bool), utf32(bigEndian: Bool)

  init(named name: String) throws(DocumentLuaError) {
    switch name.lowercased().filter({ $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "ascii", "usascii": self = .utf8
    case "latin1", "iso88591": self = .latin1
    case "cp1252", "windows1252": self = .windows1252
    case "utf16": self = .utf16(bigEndian: true, mark: true)
    case "utf16le": self = .utf16(bigEndian: false, mark: false)
    case "utf16be": self = .utf16(bigEndian: true, mark: false)
    case "utf32le": self = .utf32(bigEndian: false)
    case "utf32be", "utf32": self = .utf32(bigEndian: true)
    default:
      throw DocumentLuaError(
        "the encoding \"\(name)\" isn't known; known are utf-8, latin1, cp1252, utf-16, utf-16le,"
          + " utf-16be, utf-32le and utf-32be")
    }
  }

  func decode(_ bytes: [UInt8]) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .latin1: return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    case .windows1252:
      return String(
        String.UnicodeScalarView(
          bytes.map { byte in
            (0x80..<0xA0).contains(byte)
              ? Self.windows[Int(byte) - 0x80] : Unicode.Scalar(byte)
          }))
    case .utf16(var bigEndian, let mark):
      var units: [UInt16] = []
      for place in stride(from: 0, to: bytes.count - 1, by: 2) {
        let (a, b) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        if mark, place == 0, a == 0xFF, b == 0xFE {
          bigEndian = false
          continue
        }
        if mark, place == 0, a == 0xFE, b == 0xFF { continue }
        units.append(bigEndian ? a << 8 | b : b << 8 | a)
      }
      return String(decoding: units, as: UTF16.self)
    case .utf32(let bigEndian):
      var units: [UInt32] = []
      for place in stride(from: 0, to: bytes.count - 3, by: 4) {
        let four = bytes[place..<place + 4]
        units.append(
          bigEndian
            ? four.reduce(0) { $0 << 8 | UInt32($1) }
            : four.reversed().reduce(0) { $0 << 8 | UInt32($1) })
      }
      return String(decoding: units, as: UTF32.self)
    }
  }

  /// Characters that the encoding lacks become question marks.
  func encode(_ text: String) -> [UInt8] {
    let scalars = text.unicodeScalars
    switch self {
    case .utf8: return Array(text.utf8)
    case .latin1: return scalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
    case .windows1252:
      return scalars.map { scalar in
        if let place = Self.windows.firstIndex(of: scalar), scalar.value >= 256 {
          return UInt8(0x80 + place)
        }
        return scalar.value < 256 ? UInt8(scalar.value) : UInt8(ascii: "?")
      }
    case .utf16(let bigEndian, let mark):
      let units = (mark ? [0xFEFF] : []) + Array(text.utf16)
      return units.flatMap { unit -> [UInt8] in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return bigEndian ? bytes : bytes.reversed()
      }
    case .utf32(let bigEndian):
      return scalars.flatMap { scalar -> [UInt8] in
        let bytes = [24, 16, 8, 0].map { UInt8(scalar.value >> $0 & 0xFF) }
        return bigEndian ? bytes : bytes.reversed()
      }
    }
  }

  /// The characters of Windows-1252 from 0x80 to 0x9F; the five unused ones stand for themselves.
  private static let windows: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
