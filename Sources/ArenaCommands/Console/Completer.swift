import ArenaModel
import ArenaPlugins
import LuaKit

/// What may stand where the cursor is: globals, keys of tables, fields and methods of the arena's records.
///
/// Only paths of names and numbers are followed (`arena.groups[1].ti`): completing must not call anything. Behind a
/// call, whose result nobody knows, all fields of all records are offered.
struct Completer {
  let lua: LuaState
  private let printer = ValuePrinter(width: 80)

  init(_ lua: LuaState) { self.lua = lua }

  /// The words that `line` may be continued to, each as the whole of its last word, which begins at `start`.
  func words(for line: String, from start: Int) -> [String] {
    let bytes = Array(line.utf8)
    let word = String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self)
    let cut = word.utf8.lastIndex { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    guard let cut else { return offer(globals() + LuaWord.reserved, beginning: word, after: "") }
    let head = String(word[...cut])
    let tail = String(word[word.utf8.index(after: cut)...])
    let before = String(decoding: bytes[..<start], as: UTF8.self) + head.dropLast()
    return offer(names(after: before, isMethod: head.last == ":"), beginning: tail, after: head)
  }

  private func offer(_ names: [String], beginning start: String, after head: String) -> [String] {
    Set(names.filter { $0.hasPrefix(start) && LuaWord.isLetter($0.utf8.first ?? 0) }).sorted()
      .map { head + $0 }
  }

  private func globals() -> [String] { lua.globals.pairs.compactMap { $0.key.string } }

  private func names(after text: String, isMethod: Bool) -> [String] {
    let stack = lua.stack
    let base = stack.count
    defer { stack.setCount(base) }
    guard let path = Path(endOf: text), (try? stack.reserve(10)) != nil, push(path, stack) else {
      return allFields(isMethod: isMethod)
    }
    switch stack.kind(-1) {
    case .table:
      var names: [String] = []
      stack.forEachPair(stack.count) {
        if let name = stack.read(-2, as: String.self), stack.kind(-2) == .string {
          names.append(name)
        }
      }
      return names
    case .string:
      return lua.globals["string"].table?.pairs.compactMap { $0.key.string } ?? []
    case .userdata:
      guard let type = printer.recordType(stack, -1) else { return allFields(isMethod: isMethod) }
      return isMethod
        ? ScriptSchema.methods(of: type) : ScriptSchema.fields(of: type).map(\.name)
    default: return []
    }
  }

  private func allFields(isMethod: Bool) -> [String] {
    RecordType.allCases.flatMap { type in
      isMethod ? ScriptSchema.methods(of: type) : ScriptSchema.fields(of: type).map(\.name)
    }
  }

  /// Pushes what a path leads to. Metamethods run, protected; nothing is called.
  private func push(_ path: Path, _ stack: LuaStack) -> Bool {
    stack.push(lua.globals)
    for step in path.steps {
      do throws(LuaError) {
        switch step {
        case .name(let name): try stack.get(-1, name)
        case .index(let index): try stack.get(-1, index)
        }
      } catch {
        return false
      }
    }
    return true
  }
}

/// A chain of names and indices at the end of a line: `a.b[2].c`.
private struct Path {
  enum Step {
    case name(String)
    case index(Int)
  }

  private(set) var steps: [Step] = []

  /// Nil where something else stands at the end: a call, a bracket with more than a number in it.
  init?(endOf text: String) {
    var bytes = Array(text.utf8)[...]
    func isWord(_ byte: UInt8) -> Bool { LuaWord.isLetter(byte) || LuaWord.isDigit(byte) }
    while true {
      if bytes.last == UInt8(ascii: "]") {
        let inner = bytes.dropLast()
        guard let open = inner.lastIndex(of: UInt8(ascii: "[")),
          let index = Int(String(decoding: inner[inner.index(after: open)...], as: UTF8.self))
        else { return nil }
        steps.insert(.index(index), at: 0)
        bytes = bytes[..<open]
        continue
      }
      let start = (bytes.lastIndex { !isWord($0) }).map { $0 + 1 } ?? bytes.startIndex
      let name = String(decoding: bytes[start...], as: UTF8.self)
      guard LuaWord.isName(name) else { return nil }
      steps.insert(.name(name), at: 0)
      bytes = bytes[..<start]
      guard bytes.last == UInt8(ascii: ".") else { return }
      bytes = bytes.dropLast()
    }
  }
}
