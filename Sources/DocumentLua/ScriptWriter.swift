import CDocumentLua
import CLuaKit
package import DocumentModel
import LuaKit

/// Writes documents by scripts: a global function `Writer(document, options)` that returns the text,
/// `ByteStringWriter` for bytes, or, in the classic style, a global function for each element.
package struct ScriptWriter {
  let module: PandocModule

  package init(_ module: PandocModule) { self.module = module }

  /// - Parameters:
  ///   - source: the script's text.
  ///   - name: its path, as messages should call it.
  ///   - isStandalone: whether the script's `Template()` is given to the writer in its options.
  ///   - variables: what templates find beside the metadata.
  package func write(
    _ document: Pandoc, source: String, name: String, isStandalone: Bool = false,
    variables: [(String, String)] = []
  ) throws -> [UInt8] {
    let state = module.state
    let stack = state.stack
    let base = stack.count
    defer { stack.setCount(base) }
    state.globals.setRaw("PANDOC_SCRIPT_FILE", name)
    let chunk = try state.load(source, name: name)
    try stack.call { stack.push(chunk) }
    stack.setCount(base)
    guard pushWriter() else {
      throw DocumentLuaError(
        "\(name) defines no function Writer, nor Doc and a function for each element")
    }
    try pushOptions(isStandalone, variables)
    try stack.call(results: 1) {
      stack.copy(base + 1)
      stack.push(document)
      stack.copy(base + 2)
    }
    if let bytes = stack.withBytes(-1, { Array($0) }) { return bytes }
    if let text = try? stack.text(-1), stack.typeName(-1) == "Doc" { return Array(text.utf8) }
    throw DocumentLuaError(
      "\(name): the function Writer should return a string, but returned \(stack.typeName(-1))")
  }

  /// Pushes the script's writer, a function or what can be called like one; a classic writer's is
  /// `pandoc.write_classic`.
  private func pushWriter() -> Bool {
    let globals = module.state.globals
    let stack = module.state.stack
    globals.push(onto: stack)
    defer { stack.remove(-2) }
    for name in ["Writer", "ByteStringWriter"] {
      if stack.rawGet(-1, name) != .nil { return true }
      stack.pop()
    }
    let isClassic = ["Doc", "Para"].contains { globals.raw($0, as: LuaFunction.self) != nil }
    guard isClassic,
      let function = globals.raw("pandoc", as: LuaTable.self)?
        .raw("write_classic", as: LuaFunction.self)
    else {
      stack.pushNil()
      return false
    }
    stack.push(function)
    return true
  }

  private func pushOptions(
    _ isStandalone: Bool, _ variables: [(String, String)]
  ) throws {
    let state = module.state
    let stack = state.stack
    guard let pandoc = state.globals.raw("pandoc", as: LuaTable.self),
      let make = pandoc.raw("WriterOptions", as: LuaFunction.self)
    else { throw DocumentLuaError("the module pandoc isn't whole any more") }
    try stack.call(results: 1) { stack.push(make) }
    stack.pushTable(hash: variables.count)
    for (name, value) in variables { stack.rawSet(-1, name, value) }
    try stack.set(-2, "variables")
    if isStandalone, let template = state.globals.raw("Template", as: LuaFunction.self),
      let templates = pandoc.raw("template", as: LuaTable.self)
    {
      let source = try template.call(as: String.self)
      templates.push(onto: stack)
      try stack.get(-1, "compile")
      let compile = LuaFunction(popping: stack)
      stack.pop()
      try stack.call(results: 1) {
        stack.push(compile)
        stack.push(source)
      }
      try stack.set(-2, "template")
    }
  }
}

/// Reads documents by scripts: a global function `Reader(input, options)` that returns a Pandoc, or `ByteStringReader`
/// for bytes.
package struct ScriptReader {
  let module: PandocModule

  package init(_ module: PandocModule) { self.module = module }

  /// - Parameters:
  ///   - sources: the inputs, each with its name.
  ///   - source: the script's text.
  ///   - name: its path, as messages should call it.
  package func read(
    _ sources: [(name: String, bytes: [UInt8])], source: String, name: String
  ) throws -> Pandoc {
    let state = module.state
    let stack = state.stack
    let base = stack.count
    defer { stack.setCount(base) }
    state.globals.setRaw("PANDOC_SCRIPT_FILE", name)
    let chunk = try state.load(source, name: name)
    try stack.call { stack.push(chunk) }
    stack.setCount(base)
    let isBytes = state.globals.raw("Reader", as: LuaFunction.self) == nil
    guard
      let reader = state.globals.raw(
        isBytes ? "ByteStringReader" : "Reader", as: LuaFunction.self)
    else { throw DocumentLuaError("\(name) defines no function Reader") }
    guard let pandoc = state.globals.raw("pandoc", as: LuaTable.self),
      let make = pandoc.raw("ReaderOptions", as: LuaFunction.self)
    else { throw DocumentLuaError("the module pandoc isn't whole any more") }
    try stack.call(results: 1) { stack.push(make) }
    try stack.call(results: 1) {
      stack.push(reader)
      if isBytes {
        sources.flatMap(\.bytes).withUnsafeBytes { stack.push(bytes: $0) }
      } else {
        pushSources(sources)
      }
      stack.copy(base + 1)
    }
    do throws(DocumentLuaError) {
      return try PandocModule.readDocument(stack, at: -1)
    } catch {
      throw DocumentLuaError("\(name): the function Reader should return a Pandoc: \(error)")
    }
  }

  /// A list of sources with `name` and `text`; `tostring` of it is all text.
  private func pushSources(_ sources: [(name: String, bytes: [UInt8])]) {
    let stack = module.state.stack
    let texts = sources.map { Self.text(of: $0.bytes) }
    stack.pushTable(array: sources.count)
    for (place, item) in sources.enumerated() {
      stack.pushTable(hash: 2)
      stack.rawSet(-1, "name", item.name)
      texts[place].withUnsafeBytes { stack.push(bytes: $0) }
      stack.rawSet(-2, "text")
      metatable("Source", text: texts[place])
      stack.rawSet(-2, item: place + 1)
    }
    metatable("Sources", text: texts.flatMap { $0 }, methods: module.core?.raw("plain_list"))
  }

  /// The text of a source as pandoc hands it to readers: without carriage returns and a byte order mark, tabs as spaces up
  /// to the next of the places 4 columns apart, and an empty line at the end, by which grammars know the last paragraph
  /// from a line that goes on.
  private static func text(of bytes: [UInt8]) -> [UInt8] {
    let lineEnd = UInt8(ascii: "\n")
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 2)
    var column = 0
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
      switch byte {
      case UInt8(ascii: "\r"): continue
      case UInt8(ascii: "\t"):
        let count = 4 - column % 4
        text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
        column += count
      case lineEnd:
        text.append(byte)
        column = 0
      default:
        text.append(byte)
        // A character's further bytes take no column of their own.
        if byte & 0xC0 != 0x80 { column += 1 }
      }
    }
    if let last = text.last, last != lineEnd { text.append(lineEnd) }
    text.append(lineEnd)
    return text
  }

  /// Gives the table on top of the stack a name, its text, and methods.
  private func metatable(_ name: String, text: [UInt8], methods: LuaTable? = nil) {
    let stack = module.state.stack
    stack.pushTable(hash: 3)
    stack.rawSet(-1, "__name", name)
    if let methods {
      stack.push(methods)
      stack.rawSet(-2, "__index")
    }
    stack.pushFunction { stack in
      text.withUnsafeBytes { stack.push(bytes: $0) }
      return 1
    }
    stack.rawSet(-2, "__tostring")
    lua_setmetatable(stack.pointer, -2)
  }
}
