import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// The constructors of whatever is neither inline nor block: attributes, parts of tables, citations, documents, lists.
enum PartConstructors {
  static var all: [ModuleFunction] { attributes + tables + documents + metadata }

  private static var attributes: [ModuleFunction] {
    [
      ModuleFunction("Attr") { arguments in
        arguments.stack.push(try attr(&arguments))
        return 1
      },
      ModuleFunction("AttributeList") { arguments in
        let list = try arguments.required(1, "attributes") { reader, at throws(DocumentLuaError) in
          try reader.attributes(at)
        }
        arguments.stack.push(list)
        return 1
      },
      ModuleFunction("ListAttributes") { arguments in
        let start = try arguments.optionalInteger(1, "start")
        let style = try arguments.optional(2, "style") { reader, at throws(DocumentLuaError) in
          try reader.numberStyle(at)
        }
        let delimiter = try arguments.optional(3, "delimiter") {
          reader, at throws(DocumentLuaError) in
          try reader.numberDelimiter(at)
        }
        arguments.stack.push(
          ListAttributes(
            start: start ?? 1, style: style ?? .defaultStyle,
            delimiter: delimiter ?? .defaultDelimiter))
        return 1
      },
      ModuleFunction("Citation") { arguments in
        func inlines(
          _ reader: inout ElementReader, _ at: Int32
        ) throws(DocumentLuaError) -> [Inline] { try reader.inlines(at) }
        var citation = Citation(id: try arguments.text(1, "id"))
        citation.mode = try arguments.required(2, "mode") { reader, at throws(DocumentLuaError) in
          try reader.citationMode(at)
        }
        citation.prefix = try arguments.optional(3, "prefix", inlines) ?? []
        citation.suffix = try arguments.optional(4, "suffix", inlines) ?? []
        citation.noteNumber = try arguments.optionalInteger(5, "note_num") ?? 0
        citation.hash = try arguments.optionalInteger(6, "hash") ?? 0
        arguments.stack.push(citation)
        return 1
      },
    ]
  }

  /// An Attr from identifier, classes and attributes, or from one value that says it all.
  private static func attr(_ arguments: inout Arguments) throws -> Attr {
    switch lua_type(arguments.stack.pointer, 1) {
    case LUA_TNIL, LUA_TNONE:
      guard !arguments.isAbsent(2) || !arguments.isAbsent(3) else { return .none }
      return try parts(of: &arguments, identifier: "")
    case LUA_TSTRING:
      return try parts(of: &arguments, identifier: try arguments.text(1, "identifier"))
    case LUA_TUSERDATA:
      if let (_, kind) = arguments.reader.node(1), kind == .attributeList {
        return Attr(attributes: try arguments.reader.attributes(1))
      }
    case LUA_TTABLE: break
    default: throw arguments.reader.unexpected("a string, a table or an Attr", 1)
    }
    return try arguments.reader.attr(1)
  }

  private static func parts(
    of arguments: inout Arguments, identifier: String
  ) throws(LuaError) -> Attr {
    let classes = try arguments.optional(2, "classes") { reader, at throws(DocumentLuaError) in
      try reader.type(at) == LUA_TTABLE ? reader.strings(at) : []
    }
    let attributes = try arguments.optional(3, "attributes") {
      reader, at throws(DocumentLuaError) in
      try reader.attributes(at)
    }
    return Attr(identifier, classes: classes ?? [], attributes: attributes ?? [])
  }

  private static var tables: [ModuleFunction] {
    [
      ModuleFunction("Caption") { arguments in
        if arguments.reader.node(1)?.kind == .caption {
          arguments.stack.push(try arguments.reader.caption(1))
          return 1
        }
        let long = try arguments.optional(1, "long") { reader, at throws(DocumentLuaError) in
          try reader.blocks(at)
        }
        let short = try arguments.optional(2, "short") { reader, at throws(DocumentLuaError) in
          try reader.inlines(at)
        }
        arguments.stack.push(Caption(short: short, long: long ?? []))
        return 1
      },
      ModuleFunction("Cell") { arguments in
        let blocks = try arguments.blocks(1, "contents")
        let alignment = try arguments.optional(2, "align") { reader, at throws(DocumentLuaError) in
          try reader.alignment(at)
        }
        let rowSpan = try arguments.optionalInteger(3, "rowspan") ?? 1
        let columnSpan = try arguments.optionalInteger(4, "colspan") ?? 1
        arguments.stack.push(
          Cell(
            attr: try arguments.attr(5), alignment: alignment ?? .default, rowSpan: rowSpan,
            columnSpan: columnSpan, blocks: blocks))
        return 1
      },
      ModuleFunction("Row") { arguments in
        let cells = try arguments.optional(1, "cells") { reader, at throws(DocumentLuaError) in
          try reader.cells(at)
        }
        arguments.stack.push(Row(attr: try arguments.attr(2), cells: cells ?? []))
        return 1
      },
      ModuleFunction("TableHead") { arguments in
        let rows = try arguments.rows(1)
        arguments.stack.push(TableHead(attr: try arguments.attr(2), rows: rows))
        return 1
      },
      ModuleFunction("TableFoot") { arguments in
        let rows = try arguments.rows(1)
        arguments.stack.push(TableFoot(attr: try arguments.attr(2), rows: rows))
        return 1
      },
      ModuleFunction("SimpleTable") { arguments in
        var table = SimpleTable(caption: try arguments.inlines(1, "caption"))
        table.alignments = try arguments.required(2, "aligns") {
          reader, at throws(DocumentLuaError) in
          try reader.alignments(at)
        }
        table.widths = try arguments.required(3, "widths") { reader, at throws(DocumentLuaError) in
          try reader.widths(at)
        }
        table.headers = try arguments.required(4, "headers") {
          reader, at throws(DocumentLuaError) in
          try reader.itemsForConstructor(at)
        }
        table.rows = try arguments.required(5, "rows") { reader, at throws(DocumentLuaError) in
          try reader.simpleRows(at)
        }
        arguments.stack.push(table)
        return 1
      },
    ]
  }

  private static var documents: [ModuleFunction] {
    [
      ModuleFunction("Pandoc") { arguments in
        let blocks = try arguments.blocks(1, "blocks")
        let meta = try arguments.optional(2, "meta") { reader, at throws(DocumentLuaError) in
          try reader.meta(at)
        }
        arguments.stack.push(Pandoc(meta: meta ?? Meta(), blocks: blocks))
        return 1
      },
      ModuleFunction("Meta") { arguments in
        let meta = try arguments.required(1, "meta") { reader, at throws(DocumentLuaError) in
          try reader.meta(at)
        }
        arguments.stack.push(meta)
        return 1
      },
      ModuleFunction("Inlines") { arguments in
        arguments.stack.push(try arguments.reader.inlines(1))
        return 1
      },
      ModuleFunction("Blocks") { arguments in
        arguments.stack.push(try arguments.reader.blocks(1))
        return 1
      },
    ]
  }

  private static var metadata: [ModuleFunction] {
    [
      ModuleFunction("MetaInlines") { arguments in
        arguments.stack.push(try arguments.inlines(1))
        return 1
      },
      ModuleFunction("MetaBlocks") { arguments in
        arguments.stack.push(try arguments.blocks(1))
        return 1
      },
      ModuleFunction("MetaList") { arguments in
        let values = try arguments.required(1, "values") { reader, at throws(DocumentLuaError) in
          try reader.metaList(at)
        }
        arguments.stack.push(.list(values))
        return 1
      },
      ModuleFunction("MetaMap") { arguments in
        let map = try arguments.required(1, "map") { reader, at throws(DocumentLuaError) in
          try reader.meta(at)
        }
        arguments.stack.push(.map(map))
        return 1
      },
      ModuleFunction("MetaString") { arguments in
        arguments.stack.push(text: try arguments.text(1, "text"))
        return 1
      },
      ModuleFunction("MetaBool") { arguments in
        if arguments.isAbsent(1) {
          throw DocumentLuaError("a truth value expected, got \(arguments.reader.got(1))")
        }
        lua_pushboolean(arguments.stack.pointer, lua_toboolean(arguments.stack.pointer, 1))
        return 1
      },
    ]
  }

  /// Names of constants; each is its own value.
  static let constants = [
    "AlignCenter", "AlignDefault", "AlignLeft", "AlignRight", "AuthorInText", "Decimal",
    "DefaultDelim", "DefaultStyle", "DisplayMath", "DoubleQuote", "Example", "InlineMath",
    "LowerAlpha", "LowerRoman", "NormalCitation", "OneParen", "Period", "SingleQuote",
    "SuppressAuthor", "TwoParens", "UpperAlpha", "UpperRoman",
  ]
}
