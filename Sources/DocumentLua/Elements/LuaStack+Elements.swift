import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Which metatable a list gets.
enum ListKind: Int32 {
  case inlines, blocks, list
}

/// Pushing values of the document model, each in constant time: what lies below an element is pushed when a script
/// looks at it.
extension LuaStack {
  @inline(__always)
  private func pushNode<Value>(_ kind: Kind, holding value: Value, slots: Int32) {
    let node = dl_push_node(pointer, kind.rawValue, MemoryLayout<Value>.size, slots)
      .unsafelyUnwrapped
    dl_value(node).initializeMemory(as: Value.self, to: value)
    node.pointee.full = 1
  }

  func push(text: String) {
    var text = text
    text.withUTF8 { push(bytes: UnsafeRawBufferPointer($0)) }
  }

  func push(_ inline: Inline) {
    switch inline {
    case .str(var text):
      text.withUTF8 {
        dl_push_str(
          pointer, Kind.str.rawValue,
          UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: CChar.self),
          $0.count)
      }
    case .space: dl_push_shared(pointer, Kind.space.rawValue)
    case .softBreak: dl_push_shared(pointer, Kind.softBreak.rawValue)
    case .lineBreak: dl_push_shared(pointer, Kind.lineBreak.rawValue)
    default:
      let kind = inline.kind
      pushNode(kind, holding: inline, slots: slotCount(of: kind))
    }
  }

  func push(_ block: Block) {
    if case .horizontalRule = block {
      dl_push_shared(pointer, Kind.horizontalRule.rawValue)
    } else {
      let kind = block.kind
      pushNode(kind, holding: block, slots: slotCount(of: kind))
    }
  }

  func push(_ attr: Attr) { pushNode(.attr, holding: attr, slots: 3) }
  func push(_ attributes: [Attribute]) { pushNode(.attributeList, holding: attributes, slots: 1) }
  func push(_ attributes: ListAttributes) {
    pushNode(.listAttributes, holding: attributes, slots: 3)
  }
  func push(_ citation: Citation) { pushNode(.citation, holding: citation, slots: 6) }
  func push(_ caption: Caption) { pushNode(.caption, holding: caption, slots: 2) }
  func push(_ cell: Cell) { pushNode(.cell, holding: cell, slots: 5) }
  func push(_ row: Row) { pushNode(.row, holding: row, slots: 2) }
  func push(_ head: TableHead) { pushNode(.tableHead, holding: head, slots: 2) }
  func push(_ body: TableBody) { pushNode(.tableBody, holding: body, slots: 4) }
  func push(_ foot: TableFoot) { pushNode(.tableFoot, holding: foot, slots: 2) }
  func push(_ table: SimpleTable) { pushNode(.simpleTable, holding: table, slots: 5) }
  func push(_ document: Pandoc) { pushNode(.pandoc, holding: document, slots: 2) }

  private func slotCount(of kind: Kind) -> Int32 {
    switch kind {
    case .space, .softBreak, .lineBreak, .horizontalRule: 0
    case .link, .image: 4
    case .table: 6
    case .header, .figure: 3
    case .quoted, .cite, .code, .codeBlock, .math, .rawInline, .rawBlock, .span, .div, .orderedList:
      2
    default: 1
    }
  }

  /// Pushes a list whose elements `pushElement` pushes.
  @inline(__always)
  func pushList<Element>(
    _ elements: [Element], _ kind: ListKind, _ pushElement: (Element) -> Void
  ) {
    _ = lua_checkstack(pointer, 6)
    lua_createtable(pointer, Int32(truncatingIfNeeded: elements.count), 0)
    var place: lua_Integer = 1
    for element in elements {
      pushElement(element)
      lua_rawseti(pointer, -2, place)
      place += 1
    }
    dl_set_list(pointer, kind.rawValue)
  }

  func push(_ inlines: [Inline]) { pushList(inlines, .inlines) { push($0) } }
  func push(_ blocks: [Block]) { pushList(blocks, .blocks) { push($0) } }

  func push(strings: [String]) { pushList(strings, .list) { push(text: $0) } }

  func push(_ definition: Definition) {
    lua_createtable(pointer, 2, 0)
    push(definition.term)
    lua_rawseti(pointer, -2, 1)
    pushList(definition.meanings, .list) { push($0) }
    lua_rawseti(pointer, -2, 2)
  }

  func push(_ column: ColumnSpec) {
    lua_createtable(pointer, 2, 0)
    push(text: column.alignment.rawValue)
    lua_rawseti(pointer, -2, 1)
    if let width = column.width {
      lua_pushnumber(pointer, width)
      lua_rawseti(pointer, -2, 2)
    }
  }

  func push(_ meta: Meta) {
    pushMap(meta)
    lua_rawgetp(pointer, lk_registry_index(), StateKeys.meta)
    lua_setmetatable(pointer, -2)
  }

  private func pushMap(_ meta: Meta) {
    _ = lua_checkstack(pointer, 6)
    lua_createtable(pointer, 0, Int32(truncatingIfNeeded: meta.entries.count))
    for entry in meta.entries {
      push(text: entry.name)
      push(entry.value)
      lua_rawset(pointer, -3)
    }
  }

  func push(_ value: MetaValue) {
    switch value {
    case .map(let map): pushMap(map)
    case .list(let values): pushList(values, .list) { push($0) }
    case .bool(let flag): lua_pushboolean(pointer, flag ? 1 : 0)
    case .string(let text): push(text: text)
    case .inlines(let inlines): push(inlines)
    case .blocks(let blocks): push(blocks)
    }
  }
}

/// Addresses that serve as keys into a state's registry.
enum StateKeys {
  nonisolated(unsafe) private static let bytes = UnsafeMutableRawPointer.allocate(
    byteCount: 4, alignment: 1)
  /// The metatable of metadata.
  nonisolated(unsafe) static let meta = UnsafeRawPointer(bytes)
  /// The module's own state.
  nonisolated(unsafe) static let module = UnsafeRawPointer(bytes + 1)
  /// The table of the library's functions that Swift calls.
  nonisolated(unsafe) static let library = UnsafeRawPointer(bytes + 2)
}
