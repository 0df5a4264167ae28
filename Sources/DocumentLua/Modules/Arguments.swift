import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// The arguments of a function of the module, read with errors that name function and argument.
struct Arguments {
  let function: String
  let stack: LuaStack
  var reader: ElementReader

  init(_ function: String, _ stack: LuaStack) {
    self.function = function
    self.stack = stack
    reader = ElementReader(stack)
  }

  func isAbsent(_ index: Int32) -> Bool { lua_type(stack.pointer, index) <= LUA_TNIL }

  /// Reads a required argument.
  @inline(__always)
  mutating func required<Value>(
    _ index: Int32, _ name: String,
    _ read: (inout ElementReader, Int32) throws(DocumentLuaError) -> Value
  ) throws(LuaError) -> Value {
    do throws(DocumentLuaError) {
      return try read(&reader, index)
    } catch {
      throw LuaError("\(function): \(name): \(error)")
    }
  }

  /// Reads an argument that may be left out.
  @inline(__always)
  mutating func optional<Value>(
    _ index: Int32, _ name: String,
    _ read: (inout ElementReader, Int32) throws(DocumentLuaError) -> Value
  ) throws(LuaError) -> Value? {
    if isAbsent(index) { return nil }
    return try required(index, name, read)
  }

  mutating func text(_ index: Int32, _ name: String) throws(LuaError) -> String {
    try required(index, name) { reader, at throws(DocumentLuaError) in try reader.text(at) }
  }

  mutating func optionalText(_ index: Int32, _ name: String) throws(LuaError) -> String? {
    try optional(index, name) { reader, at throws(DocumentLuaError) in try reader.text(at) }
  }

  mutating func integer(_ index: Int32, _ name: String) throws(LuaError) -> Int {
    try required(index, name) { reader, at throws(DocumentLuaError) in try reader.integer(at) }
  }

  mutating func optionalInteger(_ index: Int32, _ name: String) throws(LuaError) -> Int? {
    try optional(index, name) { reader, at throws(DocumentLuaError) in try reader.integer(at) }
  }

  mutating func inlines(_ index: Int32, _ name: String = "content") throws(LuaError) -> [Inline] {
    try required(index, name) { reader, at throws(DocumentLuaError) in try reader.inlines(at) }
  }

  mutating func blocks(_ index: Int32, _ name: String = "content") throws(LuaError) -> [Block] {
    try required(index, name) { reader, at throws(DocumentLuaError) in try reader.blocks(at) }
  }

  mutating func attr(_ index: Int32) throws(LuaError) -> Attr {
    try optional(index, "attr") { reader, at throws(DocumentLuaError) in try reader.attr(at) }
      ?? .none
  }

  mutating func rows(_ index: Int32) throws(LuaError) -> [Row] {
    try optional(index, "rows") { reader, at throws(DocumentLuaError) in try reader.rows(at) } ?? []
  }
}

/// A function of the module, defined in Swift.
struct ModuleFunction {
  let name: String
  let body: (inout Arguments) throws -> LuaReturn

  init(_ name: String, _ body: @escaping (inout Arguments) throws -> LuaReturn) {
    self.name = name
    self.body = body
  }
}

extension LuaStack {
  /// Pushes the function, with errors as strings that begin with the script's place.
  func push(_ function: ModuleFunction) {
    // Constructors begin with a capital letter. What they make lies one deeper than what they were given; to say so
    // here saves measuring it.
    let isConstructor = function.name.first?.isUppercase == true
    pushFunction { stack in
      var arguments = Arguments(function.name, stack)
      do {
        let result = try function.body(&arguments)
        if isConstructor, arguments.reader.deepest > 0, let node = dl_node_at(stack.pointer, -1) {
          node.pointee.depth = Int16(clamping: arguments.reader.deepest + 1)
        }
        return result
      } catch let error as DocumentLuaError {
        throw LuaError("\(function.name): \(error)")
      }
    }
  }

  /// Sets functions as fields of the table on top.
  func set(_ functions: [ModuleFunction]) {
    for function in functions {
      push(function)
      rawSet(-2, function.name)
    }
  }
}
