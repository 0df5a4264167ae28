import CDocumentLua
import CLuaKit
import DocumentModel
import JSONCodec
import LuaKit

/// Any element as a value.
enum Element: Equatable {
  case inline(Inline)
  case block(Block)
  case attr(Attr)
  case attributes([Attribute])
  case listAttributes(ListAttributes)
  case citation(Citation)
  case caption(Caption)
  case cell(Cell)
  case row(Row)
  case tableHead(TableHead)
  case tableBody(TableBody)
  case tableFoot(TableFoot)
  case simpleTable(SimpleTable)
  case pandoc(Pandoc)
}

extension ElementReader {
  /// The element at `index`, or nil if the value is none.
  mutating func element(_ index: Int32) throws(DocumentLuaError) -> Element? {
    guard let (_, kind) = node(index) else { return nil }
    switch kind {
    case .attr: return try optionalAttr(index).map { .attr($0) }
    case .attributeList: return .attributes(try attributes(index))
    case .listAttributes: return .listAttributes(try listAttributes(index))
    case .citation: return .citation(try citation(index))
    case .caption: return .caption(try caption(index))
    case .cell: return .cell(try cell(index))
    case .row: return .row(try row(index))
    case .tableHead: return .tableHead(try tableHead(index))
    case .tableBody: return .tableBody(try tableBody(index))
    case .tableFoot: return .tableFoot(try tableFoot(index))
    case .simpleTable: return .simpleTable(try simpleTable(index))
    case .pandoc: return .pandoc(try pandoc(index))
    default:
      if kind.isInline { return try optionalInline(index).map { .inline($0) } }
      return try optionalBlock(index).map { .block($0) }
    }
  }
}

extension LuaStack {
  func push(_ element: Element) {
    switch element {
    case .inline(let value): push(value)
    case .block(let value): push(value)
    case .attr(let value): push(value)
    case .attributes(let value): push(value)
    case .listAttributes(let value): push(value)
    case .citation(let value): push(value)
    case .caption(let value): push(value)
    case .cell(let value): push(value)
    case .row(let value): push(value)
    case .tableHead(let value): push(value)
    case .tableBody(let value): push(value)
    case .tableFoot(let value): push(value)
    case .simpleTable(let value): push(value)
    case .pandoc(let value): push(value)
    }
  }
}

extension Element {
  /// As pandoc's own language writes it.
  var haskellText: String {
    HaskellText.of { writer in
      switch self {
      case .inline(let value): writer.add(value)
      case .block(let value): writer.add(value)
      case .attr(let value): writer.add(value)
      case .attributes(let value): writer.add(value)
      case .listAttributes(let value): writer.add(value)
      case .citation(let value): writer.add(value)
      case .caption(let value): writer.add(value)
      case .cell(let value): writer.add(value)
      case .row(let value): writer.add(value)
      case .tableHead(let value): writer.add(value)
      case .tableBody(let value): writer.add(value)
      case .tableFoot(let value): writer.add(value)
      case .simpleTable(let value): writer.add(value)
      case .pandoc(let value): writer.add(value)
      }
    }
  }
}

/// Methods and metamethods of elements.
struct ElementMethods {
  let failure: FailureNote

  var all: [String: (LuaStack) throws -> LuaReturn] {
    let failure = failure
    return [
      "clone": { stack in
        stack.push(try Self.element(stack, 1))
        return 1
      },
      "show": { stack in
        stack.push(text: try Self.element(stack, 1).haskellText)
        return 1
      },
      "walk": { stack in try Self.walk(stack, failure) },
      "normalize": { stack in
        guard case .pandoc(let document) = try Self.element(stack, 1) else {
          throw LuaError("normalize: a Pandoc expected")
        }
        stack.push(Normalizer.normalize(document))
        return 1
      },
      "__eq": { stack in
        lua_pushboolean(stack.pointer, try Self.areEqual(stack, 1, 2) ? 1 : 0)
        return 1
      },
      "__tostring": { stack in
        stack.push(text: try Self.element(stack, 1).haskellText)
        return 1
      },
      "__tojson": { stack in
        var buffer = ByteBuffer()
        try Self.element(stack, 1).writeJSON(to: &buffer)
        buffer.withBytes { stack.push(bytes: UnsafeRawBufferPointer($0)) }
        return 1
      },
      "__concat": { stack in
        var reader = ElementReader(stack)
        do throws(DocumentLuaError) {
          var document = try reader.pandoc(1)
          let second = try reader.pandoc(2)
          document.blocks += second.blocks
          for entry in second.meta.entries { document.meta[entry.name] = entry.value }
          stack.push(document)
          return 1
        } catch {
          throw LuaError("concatenation: \(error)")
        }
      },
    ]
  }

  static func element(_ stack: LuaStack, _ index: Int32) throws(LuaError) -> Element {
    var reader = ElementReader(stack)
    do throws(DocumentLuaError) {
      if let element = try reader.element(index) { return element }
    } catch {
      throw LuaError("\(error)")
    }
    throw LuaError("an element expected, got \(reader.got(index)); call a method with a colon")
  }

  /// Whether two values are equal by structure; a Block also equals what would be read as it.
  static func areEqual(_ stack: LuaStack, _ first: Int32, _ second: Int32) throws -> Bool {
    var reader = ElementReader(stack)
    let kinds = (reader.node(first)?.kind, reader.node(second)?.kind)
    if kinds.0 == .str, kinds.1 == .str {
      return try reader.optionalInline(first) == reader.optionalInline(second)
    }
    if kinds.0?.isBlock == true || kinds.1?.isBlock == true {
      guard let a = try? reader.block(first), let b = try? reader.block(second) else {
        return false
      }
      return a == b
    }
    if let a = kinds.0, let b = kinds.1, a != b { return false }
    guard let a = try reader.element(first), let b = try reader.element(second) else {
      return false
    }
    return a == b
  }

  /// `element:walk(filter)`: the filter on what lies in the element.
  static func walk(_ stack: LuaStack, _ failure: FailureNote) throws -> LuaReturn {
    var element = try element(stack, 1)
    try stack.withFilter(at: 2, failure) { walker in
      switch element {
      case .inline(var inline):
        try walker.eachPass { try $0.descend(&inline) }
        element = .inline(inline)
      case .block(var block):
        try walker.eachPass { try $0.descend(&block) }
        element = .block(block)
      case .cell(var cell):
        try walker.eachPass { try $0.list(&cell.blocks) }
        element = .cell(cell)
      case .row(var row):
        try walker.eachPass { try $0.descend(&row) }
        element = .row(row)
      case .pandoc(var document):
        try walker.apply(to: &document)
        element = .pandoc(document)
      default: break
      }
    }
    stack.push(element)
    return 1
  }
}

extension LuaStack {
  /// Applies the filter at `index` by what `body` does with a walker.
  func withFilter(
    at index: Int32, _ failure: FailureNote, _ body: (inout Walker) throws -> Void
  ) throws {
    guard lua_type(pointer, index) == LUA_TTABLE else {
      throw LuaError(
        "walk: a filter (a table of functions) expected, got \(ElementReader(self).got(index))")
    }
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }
    let filter = try Filter(on: self, at: index)
    if filter.isEmpty { return }
    var walker = Walker(self, filter, failure: failure)
    try body(&walker)
  }
}
