import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Makes the metatables of all kinds of elements in a state.
struct ElementMetatables {
  let stack: LuaStack

  /// Pushes a table `{metatables, members}`, each by the kind's tag, for the library.
  func define(into core: LuaTable, methods: [String: (LuaStack) throws -> LuaReturn]) {
    _ = Self.entriesAreSet
    let pointer = stack.pointer
    stack.pushTable(hash: methods.count)
    let functions = Int32(stack.count)
    for (name, method) in methods {
      stack.pushFunction(method)
      stack.rawSet(Int(functions), name)
    }
    stack.pushTable(hash: 64)
    let metatables = Int32(stack.count)
    stack.pushTable(hash: 64)
    let members = Int32(stack.count)
    for kind in Kind.allCases {
      pushKeys(kind, functions)
      pushMasks(kind)
      let isManaged = ![.str, .space, .softBreak, .lineBreak, .horizontalRule].contains(kind)
      dl_define_kind(pointer, kind.rawValue, kind.typeName, isManaged)
      for event in ["__eq", "__tostring", "__tojson", "__concat"] {
        if event == "__concat", kind != .pandoc { continue }
        stack.rawGet(Int(functions), event)
        stack.rawSet(-2, event)
      }
      stack.rawSet(Int(metatables), kind.tag)
      let names =
        (kind.fields.map(\.name) + kind.tagNames.filter { $0 == "tag" || kind == .simpleTable })
        .sorted() + kind.methods
      stack.pushTable(array: names.count)
      for (place, name) in names.enumerated() {
        stack.push(name)
        stack.rawSet(-2, item: place + 1)
      }
      stack.rawSet(Int(members), kind.tag)
    }
    core.push(onto: stack)
    stack.copy(Int(metatables))
    stack.rawSet(-2, "metatables")
    stack.copy(Int(members))
    stack.rawSet(-2, "members")
    stack.setCount(Int(functions) - 1)
  }

  /// The table that says what each name means: a slot, a way to one, or the value itself.
  private func pushKeys(_ kind: Kind, _ functions: Int32) {
    stack.pushTable(hash: 12)
    for (place, field) in kind.fields.enumerated() { stack.rawSet(-1, field.name, place + 1) }
    for alias in kind.aliases {
      guard let slot = kind.slot(alias.path[0]) else { continue }
      if alias.path.count == 1 {
        stack.rawSet(-1, alias.name, Int(slot))
      } else {
        stack.pushTable(array: 2)
        stack.push(Int(slot))
        stack.rawSet(-2, item: 1)
        stack.push(alias.path[1])
        stack.rawSet(-2, item: 2)
        stack.rawSet(-2, alias.name)
      }
    }
    for name in kind.tagNames { stack.rawSet(-1, name, kind.tag) }
    for name in kind.methods {
      stack.rawGet(Int(functions), name)
      stack.rawSet(-2, name)
    }
  }

  private func pushMasks(_ kind: Kind) {
    stack.pushTable(array: 6)
    for (place, field) in kind.fields.enumerated() {
      stack.push(field.accepts.mask)
      stack.rawSet(-2, item: place + 1)
    }
  }

  /// C calls Swift through these; they are the same for all states.
  private static let entriesAreSet: Bool = {
    dl_set_entries(dl_entries(fill: elementFill, drop: elementDrop, refuse: elementRefuse))
    return true
  }()
}

// Global, so that they carry no actor's isolation: Lua may run on any thread.

private func elementFill(
  _ pointer: OpaquePointer?, _ node: UnsafeMutablePointer<dl_node>?, _ slot: Int32
) -> Int32 {
  LuaStack(pointer.unsafelyUnwrapped).pushSlot(slot, of: node.unsafelyUnwrapped)
  return 1
}

private func elementDrop(_ node: UnsafeMutablePointer<dl_node>?) {
  LuaStack.drop(node.unsafelyUnwrapped)
}

/// Pushes why a field can't be set. Stack: element, key, value.
private func elementRefuse(
  _ pointer: OpaquePointer?, _ node: UnsafeMutablePointer<dl_node>?, _ reason: Int32
) {
  let stack = LuaStack(pointer.unsafelyUnwrapped)
  guard let kind = Kind(rawValue: node.unsafelyUnwrapped.pointee.kind) else {
    return stack.push("not an element")
  }
  let key = (try? stack.text(2)) ?? "?"
  let reader = ElementReader(stack)
  switch reason {
  case Int32(DL_READ_ONLY):
    stack.push(text: "\(kind.tag).\(key) is a read-only property; make a new element instead")
  case Int32(DL_WRONG_TYPE):
    let field =
      kind.fields.first { $0.name == key }
      ?? kind.fields.first { field in
        kind.aliases.contains { $0.name == key && $0.path == [field.name] }
      }
    stack.push(
      text: "\(kind.tag).\(key) must be \(field?.accepts.description ?? "something else"), got "
        + reader.got(3))
  default:
    let names = kind.fields.map(\.name) + kind.aliases.map(\.name)
    let hint = LuaSpelling.nearest(to: key, in: names).map { "; did you mean '\($0)'?" } ?? "."
    let fields =
      names.isEmpty ? "It has none." : "Its fields are \(names.joined(separator: ", "))."
    stack.push(
      text: "Cannot set unknown property '\(key)' of \(kind.tag)\(hint) \(fields)")
  }
}
