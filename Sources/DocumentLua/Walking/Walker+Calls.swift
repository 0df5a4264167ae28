import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Where a filter failed, noted by the innermost function that did: the element, and the text near it.
final class FailureNote {
  struct Place: Sendable, Equatable {
    /// The name of the filter's function.
    let function: String
    /// The text of the element that it was called with, shortened.
    let near: String
  }

  var place: Place?
}

/// What a filter's function returned.
struct Outcome<Value> {
  /// nil: the element stays as it is.
  let value: Value?
  /// Whether a topdown walk goes on below.
  let goesOn: Bool
}

extension Walker {
  /// Calls a function of the filter with what `push` pushes, and reads what it returned.
  @inline(__always)
  mutating func call<Value>(
    _ function: Int32, _ name: @autoclosure () -> String, _ expected: @autoclosure () -> String,
    near: @autoclosure () -> String = "", push: (LuaStack) -> Void,
    read: (inout ElementReader, Int32) throws(DocumentLuaError) -> Value
  ) throws -> Outcome<Value> {
    guard lua_checkstack(pointer, 20) != 0 else { throw LuaError("no room on Lua's stack") }
    let base = lua_gettop(pointer)
    defer { lua_settop(pointer, base) }
    do {
      try stack.call(results: 2) {
        lua_pushvalue(pointer, function)
        push(stack)
      }
    } catch {
      note(name(), near())
      throw error
    }
    let first = base + 1
    let goesOn =
      lua_type(pointer, first + 1) != LUA_TBOOLEAN || lua_toboolean(pointer, first + 1) != 0
    if lua_type(pointer, first) == LUA_TNIL { return Outcome(value: nil, goesOn: goesOn) }
    do throws(DocumentLuaError) {
      return Outcome(value: try read(&reader, first), goesOn: goesOn)
    } catch {
      note(name(), near())
      throw wrongResult(error, function, name(), expected())
    }
  }

  private func note(_ name: String, _ near: String) {
    if failure.place == nil { failure.place = .init(function: name, near: near) }
  }

  private func wrongResult(
    _ error: DocumentLuaError, _ function: Int32, _ name: String, _ expected: String
  ) -> LuaError {
    lua_pushvalue(pointer, function)
    let place = LuaFunction(popping: stack).definition.map { "\($0): " } ?? ""
    return LuaError(
      "\(place)the filter's function \(name) should return \(expected): \(error)")
  }

  static let inlineResults = "nil, an Inline, a list of Inlines, or a string"
  static let blockResults = "nil, a Block, or a list of Blocks"
}
