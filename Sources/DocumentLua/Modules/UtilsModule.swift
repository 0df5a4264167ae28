import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// `pandoc.utils`.
enum UtilsModule {
  static func functions(_ environment: PandocEnvironment) -> [ModuleFunction] {
    texts + structures + comparisons + external(environment)
  }

  private static var texts: [ModuleFunction] {
    [
      ModuleFunction("stringify") { arguments in
        arguments.stack.push(text: try text(&arguments))
        return 1
      },
      ModuleFunction("blocks_to_inlines") { arguments in
        let blocks = try arguments.blocks(1, "blocks")
        let separator = try arguments.optional(2, "sep") { reader, at throws(DocumentLuaError) in
          try reader.inlines(at)
        }
        arguments.stack.push(
          BlocksToInlines.convert(blocks, separator: separator ?? [.lineBreak]))
        return 1
      },
      ModuleFunction("normalize_date") { arguments in
        if let date = DateNormalizer.normalize(try arguments.text(1, "date")) {
          arguments.stack.push(text: date)
        } else {
          arguments.stack.pushNil()
        }
        return 1
      },
      ModuleFunction("sha1") { arguments in
        guard arguments.reader.optionalText(1) != nil else {
          throw arguments.reader.unexpected("string", 1)
        }
        let digest = arguments.stack.withBytes(1) { SHA1.hexadecimal($0) }
        let text = try arguments.text(1, "text")
        arguments.stack.push(text: digest ?? SHA1.hexadecimal(text.utf8))
        return 1
      },
      ModuleFunction("to_roman_numeral") { arguments in
        arguments.stack.push(text: roman(try arguments.integer(1, "number")))
        return 1
      },
    ]
  }

  private static func text(_ arguments: inout Arguments) throws -> String {
    if let element = try arguments.reader.element(1) {
      switch element {
      case .inline(let inline): return Stringifier.text(of: [inline])
      case .block(let block): return Stringifier.text(of: [block])
      case .pandoc(let document): return Stringifier.text(of: document.blocks)
      case .citation(let citation): return Stringifier.text(of: citation)
      case .caption(let caption): return Stringifier.text(of: caption)
      case .cell(let cell): return Stringifier.text(of: cell.blocks)
      case .attr, .attributes, .listAttributes: return ""
      default: throw arguments.reader.unexpected("an element with text", 1)
      }
    }
    switch lua_type(arguments.stack.pointer, 1) {
    case LUA_TSTRING, LUA_TNUMBER: return try arguments.text(1, "element")
    case LUA_TBOOLEAN: return lua_toboolean(arguments.stack.pointer, 1) != 0 ? "true" : "false"
    default: break
    }
    return Stringifier.text(of: try arguments.reader.metaValue(1))
  }

  private static func roman(_ number: Int) -> String {
    guard (0..<4000).contains(number) else { return "?" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static var structures: [ModuleFunction] {
    [
      ModuleFunction("make_sections") { arguments in
        let stack = arguments.stack
        let isNumbered = lua_toboolean(stack.pointer, 1) != 0
        let baseLevel = try arguments.optionalInteger(2, "base_level")
        let blocks = try arguments.blocks(3, "blocks")
        stack.push(try Sections.make(blocks, isNumbered: isNumbered, baseLevel: baseLevel))
        return 1
      },
      ModuleFunction("to_simple_table") { arguments in
        guard case .table(let table) = try arguments.reader.optionalBlock(1) else {
          throw arguments.reader.unexpected("Table", 1)
        }
        arguments.stack.push(SimpleTable(table))
        return 1
      },
      ModuleFunction("from_simple_table") { arguments in
        let table = try arguments.required(1, "simple table") {
          reader, at throws(DocumentLuaError) in
          try reader.simpleTable(at)
        }
        return arguments.stack.give(.table(table.table))
      },
      ModuleFunction("references") { arguments in
        let document = try arguments.required(1, "doc") { reader, at throws(DocumentLuaError) in
          try reader.pandoc(at)
        }
        try References.push(of: document, onto: arguments.stack)
        return 1
      },
    ]
  }

  private static var comparisons: [ModuleFunction] {
    [
      ModuleFunction("equals") { arguments in
        let stack = arguments.stack
        lua_pushboolean(stack.pointer, try stack.areEqual(1, 2) ? 1 : 0)
        return 1
      },
      ModuleFunction("type") { arguments in
        arguments.stack.push(text: typeName(arguments.stack, 1))
        return 1
      },
    ]
  }

  /// What `pandoc.utils.type` calls a value: what its metatable says to be, or Lua's type.
  static func typeName(_ stack: LuaStack, _ index: Int32) -> String {
    if stack.kind(Int(index)) == .userdata { return stack.typeName(Int(index)) }
    if luaL_getmetafield(stack.pointer, index, "__name") != LUA_TNIL {
      defer { stack.pop() }
      if stack.kind(-1) == .string, let name = stack.read(-1, as: String.self) { return name }
    }
    if index > stack.count { return "no value" }
    return String(cString: lk_typename(stack.pointer, index))
  }

  private static func external(_ environment: PandocEnvironment) -> [ModuleFunction] {
    [
      ModuleFunction("citeproc") { arguments in
        let document = try arguments.required(1, "doc") { reader, at throws(DocumentLuaError) in
          try reader.pandoc(at)
        }
        let result = try environment.runPandoc(
          ["--from", "json", "--to", "json", "--citeproc"], document, "citeproc")
        arguments.stack.push(result)
        return 1
      },
      ModuleFunction("run_json_filter") { arguments in
        var document = try arguments.required(1, "doc") { reader, at throws(DocumentLuaError) in
          try reader.pandoc(at)
        }
        let program = try arguments.text(2, "filter")
        let options =
          try arguments.optional(3, "args") { reader, at throws(DocumentLuaError) in
            try reader.strings(at)
          } ?? [environment.format]
        guard let run = environment.run else {
          throw PandocEnvironment.noPrograms("run_json_filter")
        }
        let output = try run(program, options, Array(document.json.utf8))
        guard output.status == 0 else {
          throw DocumentLuaError("the filter \(program) ended with status \(output.status)")
        }
        do {
          document = try Pandoc(json: output.bytes)
        } catch {
          throw DocumentLuaError("the filter \(program) wrote no document: \(error)")
        }
        arguments.stack.push(document)
        return 1
      },
    ]
  }
}
