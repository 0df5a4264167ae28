import CDocumentLua
import DocumentModel
import LuaKit

/// The constructors of blocks.
enum BlockConstructors {
  static var all: [ModuleFunction] { texts + lists + structures }

  private static var texts: [ModuleFunction] {
    [
      ModuleFunction("Plain") { $0.stack.give(.plain(try $0.inlines(1))) },
      ModuleFunction("Para") { $0.stack.give(.para(try $0.inlines(1))) },
      ModuleFunction("LineBlock") { arguments in
        let lines = try arguments.required(1, "content") { reader, at throws(DocumentLuaError) in
          try reader.lines(at)
        }
        return arguments.stack.give(.lineBlock(lines))
      },
      ModuleFunction("CodeBlock") { arguments in
        let text = try arguments.text(1, "text")
        return arguments.stack.give(.codeBlock(try arguments.attr(2), text))
      },
      ModuleFunction("RawBlock") { arguments in
        let format = try arguments.text(1, "format")
        return arguments.stack.give(.rawBlock(format: format, try arguments.text(2, "text")))
      },
      ModuleFunction("Header") { arguments in
        let level = try arguments.integer(1, "level")
        let content = try arguments.inlines(2)
        return arguments.stack.give(.header(level: level, try arguments.attr(3), content))
      },
      ModuleFunction("HorizontalRule") { $0.stack.give(.horizontalRule) },
    ]
  }

  private static var lists: [ModuleFunction] {
    [
      ModuleFunction("BulletList") { arguments in
        arguments.stack.give(.bulletList(try items(&arguments)))
      },
      ModuleFunction("OrderedList") { arguments in
        let items = try items(&arguments)
        let attributes = try arguments.optional(2, "listAttributes") {
          reader, at throws(DocumentLuaError) in
          try reader.listAttributes(at)
        }
        return arguments.stack.give(.orderedList(attributes ?? ListAttributes(), items))
      },
      ModuleFunction("DefinitionList") { arguments in
        let items = try arguments.required(1, "content") { reader, at throws(DocumentLuaError) in
          try reader.definitions(at)
        }
        return arguments.stack.give(.definitionList(items))
      },
    ]
  }

  private static func items(_ arguments: inout Arguments) throws(LuaError) -> [[Block]] {
    try arguments.required(1, "content") { reader, at throws(DocumentLuaError) in
      try reader.itemsForConstructor(at)
    }
  }

  private static var structures: [ModuleFunction] {
    [
      ModuleFunction("BlockQuote") { $0.stack.give(.blockQuote(try $0.blocks(1))) },
      ModuleFunction("Div") { arguments in
        let content = try arguments.blocks(1)
        return arguments.stack.give(.div(try arguments.attr(2), content))
      },
      ModuleFunction("Figure") { arguments in
        let content = try arguments.blocks(1)
        let caption = try arguments.optional(2, "caption") { reader, at throws(DocumentLuaError) in
          try reader.caption(at)
        }
        return arguments.stack.give(
          .figure(try arguments.attr(3), caption ?? Caption(), content))
      },
      ModuleFunction("Table") { arguments in
        let caption = try arguments.required(1, "caption") { reader, at throws(DocumentLuaError) in
          try reader.caption(at)
        }
        let columns = try arguments.required(2, "colspecs") { reader, at throws(DocumentLuaError) in
          try reader.columns(at)
        }
        let head = try arguments.required(3, "head") { reader, at throws(DocumentLuaError) in
          try reader.tableHead(at)
        }
        let bodies = try arguments.required(4, "bodies") { reader, at throws(DocumentLuaError) in
          try reader.tableBodies(at)
        }
        let foot = try arguments.required(5, "foot") { reader, at throws(DocumentLuaError) in
          try reader.tableFoot(at)
        }
        return arguments.stack.give(
          .table(
            Table(
              attr: try arguments.attr(6), caption: caption, columns: columns, head: head,
              bodies: bodies, foot: foot)))
      },
    ]
  }
}
