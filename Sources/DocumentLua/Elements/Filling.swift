import CDocumentLua
import DocumentModel
import LuaKit

/// Filling of slots: what a script reads for the first time comes out of the Swift value behind the element.
extension LuaStack {
  /// Pushes what `slot` of the element holds; nil where it holds nothing.
  func pushSlot(_ slot: Int32, of node: UnsafeMutablePointer<dl_node>) {
    guard let kind = Kind(rawValue: node.pointee.kind) else { return pushNil() }
    let value = dl_value(node).unsafelyUnwrapped
    if kind.isInline {
      pushSlot(slot, of: value.assumingMemoryBound(to: Inline.self).pointee)
    } else if kind.isBlock {
      pushSlot(slot, of: value.assumingMemoryBound(to: Block.self).pointee)
    } else {
      pushSlot(slot, ofPart: kind, at: value)
    }
  }

  private func pushSlot(_ slot: Int32, of inline: Inline) {
    switch inline {
    case .emph(let content), .underline(let content), .strong(let content),
      .strikeout(let content), .superscript(let content), .subscript(let content),
      .smallCaps(let content):
      push(content)
    case .quoted(let type, let content): slot == 1 ? push(text: type.name) : push(content)
    case .cite(let citations, let content):
      slot == 1 ? pushList(citations, .list) { push($0) } : push(content)
    case .code(let attr, let text): slot == 1 ? push(attr) : push(text: text)
    case .math(let type, let text): slot == 1 ? push(text: type.name) : push(text: text)
    case .rawInline(let format, let text): push(text: slot == 1 ? format : text)
    case .link(let attr, let content, let target), .image(let attr, let content, let target):
      switch slot {
      case 1: push(attr)
      case 2: push(content)
      case 3: push(text: target.url)
      default: push(text: target.title)
      }
    case .note(let blocks): push(blocks)
    case .span(let attr, let content): slot == 1 ? push(attr) : push(content)
    case .str, .space, .softBreak, .lineBreak: pushNil()
    }
  }

  private func pushSlot(_ slot: Int32, of block: Block) {
    switch block {
    case .plain(let content), .para(let content): push(content)
    case .lineBlock(let lines): pushList(lines, .list) { push($0) }
    case .codeBlock(let attr, let text): slot == 1 ? push(attr) : push(text: text)
    case .rawBlock(let format, let text): push(text: slot == 1 ? format : text)
    case .blockQuote(let content): push(content)
    case .orderedList(let attributes, let items):
      slot == 1 ? push(attributes) : pushList(items, .list) { push($0) }
    case .bulletList(let items): pushList(items, .list) { push($0) }
    case .definitionList(let items): pushList(items, .list) { push($0) }
    case .header(let level, let attr, let content):
      switch slot {
      case 1: push(level)
      case 2: push(attr)
      default: push(content)
      }
    case .horizontalRule: pushNil()
    case .table(let table):
      switch slot {
      case 1: push(table.attr)
      case 2: push(table.caption)
      case 3: pushList(table.columns, .list) { push($0) }
      case 4: push(table.head)
      case 5: pushList(table.bodies, .list) { push($0) }
      default: push(table.foot)
      }
    case .figure(let attr, let caption, let content):
      switch slot {
      case 1: push(attr)
      case 2: push(caption)
      default: push(content)
      }
    case .div(let attr, let content): slot == 1 ? push(attr) : push(content)
    }
  }

  private func pushSlot(_ slot: Int32, ofPart kind: Kind, at value: UnsafeMutableRawPointer) {
    switch kind {
    case .attr:
      let attr = value.assumingMemoryBound(to: Attr.self).pointee
      switch slot {
      case 1: push(text: attr.identifier)
      case 2: push(strings: attr.classes)
      default: push(attr.attributes)
      }
    case .attributeList:
      pushList(value.assumingMemoryBound(to: [Attribute].self).pointee, .list) { attribute in
        lua_createtable(pointer, 2, 0)
        push(text: attribute.name)
        lua_rawseti(pointer, -2, 1)
        push(text: attribute.value)
        lua_rawseti(pointer, -2, 2)
      }
    case .listAttributes:
      let attributes = value.assumingMemoryBound(to: ListAttributes.self).pointee
      switch slot {
      case 1: push(attributes.start)
      case 2: push(text: attributes.style.rawValue)
      default: push(text: attributes.delimiter.rawValue)
      }
    case .citation:
      let citation = value.assumingMemoryBound(to: Citation.self).pointee
      switch slot {
      case 1: push(text: citation.id)
      case 2: push(text: citation.mode.rawValue)
      case 3: push(citation.prefix)
      case 4: push(citation.suffix)
      case 5: push(citation.noteNumber)
      default: push(citation.hash)
      }
    case .caption:
      let caption = value.assumingMemoryBound(to: Caption.self).pointee
      if slot == 1 {
        push(caption.long)
      } else if let short = caption.short {
        push(short)
      } else {
        pushNil()
      }
    case .simpleTable:
      let table = value.assumingMemoryBound(to: SimpleTable.self).pointee
      switch slot {
      case 1: push(table.caption)
      case 2: push(strings: table.alignments.map(\.rawValue))
      case 3: pushList(table.widths, .list) { push($0) }
      case 4: pushList(table.headers, .list) { push($0) }
      default: pushList(table.rows, .list) { row in pushList(row, .list) { push($0) } }
      }
    case .pandoc:
      let document = value.assumingMemoryBound(to: Pandoc.self).pointee
      slot == 1 ? push(document.blocks) : push(document.meta)
    default: pushSlot(slot, ofTablePart: kind, at: value)
    }
  }

  private func pushSlot(_ slot: Int32, ofTablePart kind: Kind, at value: UnsafeMutableRawPointer) {
    switch kind {
    case .cell:
      let cell = value.assumingMemoryBound(to: Cell.self).pointee
      switch slot {
      case 1: push(cell.attr)
      case 2: push(text: cell.alignment.rawValue)
      case 3: push(cell.rowSpan)
      case 4: push(cell.columnSpan)
      default: push(cell.blocks)
      }
    case .row:
      let row = value.assumingMemoryBound(to: Row.self).pointee
      slot == 1 ? push(row.attr) : pushList(row.cells, .list) { push($0) }
    case .tableHead:
      let head = value.assumingMemoryBound(to: TableHead.self).pointee
      slot == 1 ? push(head.attr) : pushList(head.rows, .list) { push($0) }
    case .tableFoot:
      let foot = value.assumingMemoryBound(to: TableFoot.self).pointee
      slot == 1 ? push(foot.attr) : pushList(foot.rows, .list) { push($0) }
    case .tableBody:
      let body = value.assumingMemoryBound(to: TableBody.self).pointee
      switch slot {
      case 1: push(body.attr)
      case 2: pushList(body.rows, .list) { push($0) }
      case 3: pushList(body.head, .list) { push($0) }
      default: push(body.rowHeadColumns)
      }
    default: pushNil()
    }
  }

  /// Destroys the Swift value behind an element.
  static func drop(_ node: UnsafeMutablePointer<dl_node>) {
    guard let kind = Kind(rawValue: node.pointee.kind) else { return }
    let value = dl_value(node).unsafelyUnwrapped
    func destroy<Value>(_: Value.Type) {
      value.assumingMemoryBound(to: Value.self).deinitialize(count: 1)
    }
    switch kind {
    case .attr: destroy(Attr.self)
    case .attributeList: destroy([Attribute].self)
    case .listAttributes: destroy(ListAttributes.self)
    case .citation: destroy(Citation.self)
    case .caption: destroy(Caption.self)
    case .cell: destroy(Cell.self)
    case .row: destroy(Row.self)
    case .tableHead: destroy(TableHead.self)
    case .tableBody: destroy(TableBody.self)
    case .tableFoot: destroy(TableFoot.self)
    case .simpleTable: destroy(SimpleTable.self)
    case .pandoc: destroy(Pandoc.self)
    default: kind.isInline ? destroy(Inline.self) : destroy(Block.self)
    }
  }
}
