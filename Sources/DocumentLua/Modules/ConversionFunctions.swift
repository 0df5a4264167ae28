import CDocumentLua
import CLuaKit
import DocumentModel
import DocumentReaders
import DocumentWriters
import LuaKit

/// `pandoc.read` and `pandoc.write`, for the formats that the host has.
struct ConversionFunctions {
  let environment: PandocEnvironment

  var all: [ModuleFunction] {
    [
      ModuleFunction("read") { arguments in
        let text = try content(&arguments)
        let format = try self.format(&arguments, 2, fallback: "markdown", isReader: true)
        guard let read = environment.read else {
          throw DocumentLuaError("this script runs where no format can be read")
        }
        arguments.stack.push(
          try native("pandoc.read", format, also: "commonmark") { try read(text, $0) })
        return 1
      },
      ModuleFunction("write") { arguments in
        let document = try arguments.required(1, "doc") { reader, at throws(DocumentLuaError) in
          try reader.pandoc(at)
        }
        let format = try self.format(&arguments, 2, fallback: "html", isReader: false)
        guard let write = environment.write else {
          throw DocumentLuaError("this script runs where no format can be written")
        }
        let bytes = try native("pandoc.write", format, also: "html, commonmark or plain") {
          try write(document, $0)
        }
        bytes.withUnsafeBytes { arguments.stack.push(bytes: $0) }
        return 1
      },
    ]
  }

  /// Whether text is to be written with the quotation marks and dashes that a keyboard has: `plain+smart`.
  var isStraight: ModuleFunction {
    ModuleFunction("is_straight") { arguments in
      let format = try self.format(&arguments, 1, fallback: "html", isReader: false)
      let isText = ["plain", "commonmark"].contains(Self.name(of: format))
      return arguments.stack.result(isText && format.contains("+smart"))
    }
  }

  /// The name in front of a format's extensions.
  private static func name(of format: String) -> String {
    String(format.prefix { $0 != "+" && $0 != "-" })
  }

  /// What a format of the host's own can't do without, as read: what other extensions say would be lost in silence.
  private static let read: Set<String> = ["pipe_tables", "footnotes", "strikeout", "raw_html"]

  /// Reads or writes in a format of the host's own; the others need pandoc, which no script here may run.
  private func native<Result>(
    _ function: String, _ format: String, also: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let name = Self.name(of: format)
    let isReading = function == "pandoc.read"
    let added = format.split(separator: "+").dropFirst().map { $0.prefix { $0 != "-" } }
    if !isReading || added.allSatisfy({ Self.read.contains(String($0)) }) {
      do {
        return try body(name)
      } catch ReaderError.unknownFormat {
      } catch WriterError.unknownFormat {}
    }
    throw DocumentLuaError(
      "\(function): \(format) needs the pandoc program, which a script here may not run. Use \(also), or"
        + " give this script to pandoc itself: \(PandocEnvironment.howToGetPandoc)")
  }

  /// What is to be read: a string, or a list of sources with `text`.
  private func content(_ arguments: inout Arguments) throws -> [UInt8] {
    let stack = arguments.stack
    if let bytes = stack.withBytes(1, { Array($0) }) { return bytes }
    guard lua_type(stack.pointer, 1) == LUA_TTABLE else {
      throw arguments.reader.unexpected("string or list of sources", 1)
    }
    let texts = try arguments.reader.list(1) { reader, at throws(DocumentLuaError) in
      if let text = reader.optionalText(at) { return text }
      guard reader.type(at) == LUA_TTABLE,
        let text = try reader.field(
          "text", of: at, { reader, at throws(DocumentLuaError) in try reader.text(at) })
      else { throw reader.unexpected("string or table with a text", at) }
      return text
    }
    return Array(texts.joined(separator: "\n").utf8)
  }

  /// A format with its extensions: `gfm+smart-emoji`, or a table of `format` and `extensions`.
  private func format(
    _ arguments: inout Arguments, _ index: Int32, fallback: String, isReader: Bool
  ) throws -> String {
    if arguments.isAbsent(index) { return fallback }
    let spec: String
    if lua_type(arguments.stack.pointer, index) == LUA_TTABLE {
      spec = try formatTable(&arguments, index)
    } else {
      spec = try arguments.text(index, "format")
    }
    let name = Self.name(of: spec)
    if isReader, !FormatNames.readers.contains(name) {
      throw DocumentLuaError("Unknown input format \(name)")
    }
    if !isReader, !FormatNames.writers.contains(name) {
      throw DocumentLuaError("Unknown output format \(name)")
    }
    let known = FormatExtensions.of(name).all
    for part in spec.dropFirst(name.count).split(whereSeparator: { $0 == "+" || $0 == "-" })
    where known.count > 1 && !known.contains(String(part)) {
      throw DocumentLuaError("The extension \(part) is not supported for \(name)")
    }
    return spec
  }

  private func formatTable(_ arguments: inout Arguments, _ index: Int32) throws -> String {
    var spec =
      try arguments.reader.field("format", of: index) { reader, at throws(DocumentLuaError) in
        try reader.text(at)
      } ?? ""
    let stack = arguments.stack
    let top = stack.count
    defer { stack.setCount(top) }
    guard stack.rawGet(Int(index), "extensions") == .table else { return spec }
    let extensions = Int32(stack.count)
    if stack.rawLength(Int(extensions)) > 0 {
      for name in try arguments.reader.strings(extensions) { spec += "+" + name }
      return spec
    }
    var changes: [String] = []
    try arguments.reader.eachPair(extensions) { reader, key, value throws(DocumentLuaError) in
      let name = try reader.text(key)
      if reader.type(value) == LUA_TTABLE {
        for item in try reader.strings(value) {
          changes.append((name == "disable" ? "-" : "+") + item)
        }
      } else {
        changes.append((lua_toboolean(reader.pointer, value) != 0 ? "+" : "-") + name)
      }
    }
    return spec + changes.sorted().joined()
  }
}
