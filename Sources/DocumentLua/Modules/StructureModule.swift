import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// `pandoc.structure`, but for chunks, which `LuaLibrary.chunks` makes of these.
enum StructureModule {
  static var functions: [ModuleFunction] {
    [
      ModuleFunction("make_sections") { arguments in
        let blocks = try arguments.blocks(1, "blocks")
        let stack = arguments.stack
        let baseLevel = option("base_level", stack, 2) { stack.read(-1, as: Int.self) }
        stack.push(
          try Sections.make(
            blocks, isNumbered: isSet("number_sections", stack, 2), baseLevel: baseLevel ?? nil))
        return 1
      },
      ModuleFunction("slide_level") { arguments in
        arguments.stack.push(slideLevel(try blocks(&arguments)))
        return 1
      },
      ModuleFunction("unique_identifier") { arguments in
        let title = try arguments.inlines(1, "title")
        var used: Set<String> = []
        if !arguments.isAbsent(2) {
          try arguments.reader.eachPair(2) { reader, key, _ throws(DocumentLuaError) in
            if reader.type(key) == LUA_TSTRING { used.insert(try reader.text(key)) }
          }
        }
        arguments.stack.push(text: identifier(for: title, unlike: used))
        return 1
      },
      ModuleFunction("table_of_contents") { arguments in
        let blocks = try blocks(&arguments)
        let stack = arguments.stack
        let depth = option("toc_depth", stack, 2) { stack.read(-1, as: Int.self) } ?? nil
        let sections = try Sections.make(
          blocks, isNumbered: isSet("number_sections", stack, 2), baseLevel: nil)
        return stack.give(.bulletList(contents(of: sections, depth: depth ?? 3) { _ in "" }))
      },
    ]
  }

  private static func blocks(_ arguments: inout Arguments) throws -> [Block] {
    if arguments.reader.node(1)?.kind == .pandoc { return try arguments.reader.pandoc(1).blocks }
    return try arguments.blocks(1, "blocks")
  }

  /// Reads an option out of a table or of `WriterOptions`; nil if there is none.
  private static func option<Value>(
    _ name: String, _ stack: LuaStack, _ index: Int, _ read: () -> Value
  ) -> Value? {
    guard !stack.isNil(index), (try? stack.get(index, name)) != nil else { return nil }
    defer { stack.pop() }
    return stack.isNil(-1) ? nil : read()
  }

  private static func isSet(_ name: String, _ stack: LuaStack, _ index: Int) -> Bool {
    option(name, stack, index) { stack.read(-1, as: Bool.self) ?? true } ?? false
  }

  /// The highest level of heading that something other than a heading follows; slides begin there.
  private static func slideLevel(_ blocks: [Block]) -> Int {
    var least = 6
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .header(let level, _, _) = block, level < least else { continue }
      switch next {
      case .header, .horizontalRule: break
      default: least = level
      }
    }
    return least
  }

  /// An identifier made from a title as pandoc's `auto_identifiers` does.
  static func identifier(for title: [Inline], unlike used: Set<String>) -> String {
    var words: [String] = [""]
    for scalar in Stringifier.text(of: title).lowercased().unicodeScalars {
      if scalar.properties.isWhitespace {
        words.append("")
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || ["_", "-", "."].contains(scalar)
      {
        words[words.count - 1].unicodeScalars.append(scalar)
      }
    }
    let joined = words.filter { !$0.isEmpty }.joined(separator: "-")
    let start = joined.unicodeScalars.firstIndex { $0.properties.isAlphabetic }
    let base = start.map { String(joined[$0...]) } ?? ""
    let name = base.isEmpty ? "section" : base
    guard used.contains(name) else { return name }
    var number = 1
    while used.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  /// The items of a table of contents. `path` gives the file in which a section stands, by its identifier.
  static func contents(
    of sections: [Block], depth: Int, path: (String) -> String
  ) -> [[Block]] {
    sections.flatMap { block -> [[Block]] in
      guard case .div(let attr, let content) = block else { return [] }
      guard attr.classes.first == "section",
        case .header(let level, let own, let title)? = content.first
      else { return contents(of: content, depth: depth, path: path) }
      let number = own["number"]
      if level > depth || number == nil && attr.classes.contains("unlisted") { return [] }
      var text = withoutLinks(title)
      if let number {
        text = [.span(Attr("", classes: ["toc-section-number"]), [.str(number)]), .space] + text
      }
      let entry: [Inline] =
        attr.identifier.isEmpty
        ? text
        : [
          .link(
            Attr("toc-\(attr.identifier)"), text,
            Target(url: "\(path(attr.identifier))#\(attr.identifier)"))
        ]
      let below = contents(of: Array(content.dropFirst()), depth: depth, path: path)
      return [[.plain(entry)] + (below.isEmpty ? [] : [.bulletList(below)])]
    }
  }

  private static func withoutLinks(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .note: []
      case .link(_, let content, _): withoutLinks(content)
      case .emph(let content): [.emph(withoutLinks(content))]
      case .strong(let content): [.strong(withoutLinks(content))]
      case .span(let attr, let content): [.span(attr, withoutLinks(content))]
      default: [inline]
      }
    }
  }

  /// `core.contents(sections, depth, paths)`
  static var contentsWithPaths: ModuleFunction {
    ModuleFunction("contents") { arguments in
      let sections = try arguments.blocks(1, "sections")
      let depth = try arguments.integer(2, "depth")
      var paths: [String: String] = [:]
      try arguments.reader.eachPair(3) { reader, key, value throws(DocumentLuaError) in
        paths[try reader.text(key)] = try reader.text(value)
      }
      return arguments.stack.give(
        .bulletList(contents(of: sections, depth: depth) { paths[$0] ?? "" }))
    }
  }
}
