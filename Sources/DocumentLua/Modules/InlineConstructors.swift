import CDocumentLua
import DocumentModel
import LuaKit

/// The constructors of inlines, but for Str, which is made in C.
enum InlineConstructors {
  static var all: [ModuleFunction] {
    [
      ModuleFunction("Cite") { arguments in
        let content = try arguments.inlines(1)
        let citations = try arguments.required(2, "citations") {
          reader, at throws(DocumentLuaError) in
          try reader.citations(at)
        }
        return arguments.stack.give(.cite(citations, content))
      },
      ModuleFunction("Code") { arguments in
        let text = try arguments.text(1, "text")
        return arguments.stack.give(.code(try arguments.attr(2), text))
      },
      ModuleFunction("Image") { arguments in
        let caption = try arguments.inlines(1, "caption")
        let target = Target(
          url: try arguments.text(2, "src"), title: try arguments.optionalText(3, "title") ?? "")
        return arguments.stack.give(.image(try arguments.attr(4), caption, target))
      },
      ModuleFunction("Link") { arguments in
        let content = try arguments.inlines(1)
        let target = Target(
          url: try arguments.text(2, "target"),
          title: try arguments.optionalText(3, "title") ?? "")
        return arguments.stack.give(.link(try arguments.attr(4), content, target))
      },
      ModuleFunction("Math") { arguments in
        let type = try arguments.required(1, "mathtype") { reader, at throws(DocumentLuaError) in
          try reader.mathType(at)
        }
        return arguments.stack.give(.math(type, try arguments.text(2, "text")))
      },
      ModuleFunction("Note") { arguments in
        arguments.stack.give(.note(try arguments.blocks(1)))
      },
      ModuleFunction("Quoted") { arguments in
        let type = try arguments.required(1, "quotetype") { reader, at throws(DocumentLuaError) in
          try reader.quoteType(at)
        }
        return arguments.stack.give(.quoted(type, try arguments.inlines(2)))
      },
      ModuleFunction("RawInline") { arguments in
        let format = try arguments.text(1, "format")
        return arguments.stack.give(.rawInline(format: format, try arguments.text(2, "text")))
      },
      ModuleFunction("Span") { arguments in
        let content = try arguments.inlines(1)
        return arguments.stack.give(.span(try arguments.attr(2), content))
      },
      ModuleFunction("Space") { $0.stack.give(.space) },
      ModuleFunction("SoftBreak") { $0.stack.give(.softBreak) },
      ModuleFunction("LineBreak") { $0.stack.give(.lineBreak) },
    ]
      + [
        ("Emph", Inline.emph), ("Underline", Inline.underline), ("Strong", Inline.strong),
        ("Strikeout", Inline.strikeout), ("Superscript", Inline.superscript),
        ("Subscript", Inline.subscript), ("SmallCaps", Inline.smallCaps),
      ].map { name, make in
        ModuleFunction(name) { arguments in arguments.stack.give(make(try arguments.inlines(1))) }
      }
  }
}

extension LuaStack {
  func give(_ inline: Inline) -> LuaReturn {
    push(inline)
    return 1
  }

  func give(_ block: Block) -> LuaReturn {
    push(block)
    return 1
  }
}
