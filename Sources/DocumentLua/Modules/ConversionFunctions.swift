import CDocumentLua
import CLuaKit
import DocumentModel
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
        arguments.stack.push(try read(text, format))
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
        try write(document, format).withUnsafeBytes { arguments.stack.push(bytes: $0) }
        return 1
      },
    ]
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
    let name = String(spec.prefix { $0 != "+" && $0 != "-" })
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
