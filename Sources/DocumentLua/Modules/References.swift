import CLuaKit
import DocumentModel
import LuaKit

/// The references that a document carries in its metadata and cites.
enum References {
  static func push(of document: Pandoc, onto stack: LuaStack) throws {
    var references: [Meta] = []
    if case .list(let values)? = document.meta["references"] {
      for value in values { if case .map(let map) = value { references.append(map) } }
    }
    if document.meta["bibliography"] != nil {
      throw DocumentLuaError(
        "the document names a bibliography file, which only pandoc can read: \(PandocEnvironment.howToGetPandoc)"
      )
    }
    var cited: Set<String> = []
    collect(document, into: &cited)
    let kept = references.filter { reference in
      guard let id = reference["id"].map({ Stringifier.text(of: $0) }) else { return false }
      return cited.contains(id) || cited.contains("*")
    }
    stack.pushList(kept, .list) { reference in
      stack.pushTable(hash: reference.entries.count)
      for entry in reference.entries {
        push(entry.value, named: entry.name, onto: stack)
        stack.rawSet(-2, entry.name)
      }
    }
  }

  /// Numbers in dates are numbers; lists are plain tables.
  private static func push(_ value: MetaValue, named name: String, onto stack: LuaStack) {
    switch value {
    case .list(let values):
      stack.pushTable(array: values.count)
      for (place, item) in values.enumerated() {
        push(item, named: name, onto: stack)
        stack.rawSet(-2, item: place + 1)
      }
    case .map(let map):
      stack.pushTable(hash: map.entries.count)
      for entry in map.entries {
        push(entry.value, named: entry.name, onto: stack)
        stack.rawSet(-2, entry.name)
      }
    case .string(let text) where name == "date-parts":
      if let number = Int(text) { stack.push(number) } else { stack.push(text: text) }
    default: stack.push(value)
    }
  }

  private static func collect(_ document: Pandoc, into cited: inout Set<String>) {
    var ids = cited
    if let nocite = document.meta["nocite"] { collect(nocite, into: &ids) }
    for block in document.blocks { visit(block) { ids.formUnion($0) } }
    cited = ids
  }

  private static func collect(_ value: MetaValue, into cited: inout Set<String>) {
    var ids = cited
    switch value {
    case .inlines(let inlines): for inline in inlines { visit(inline) { ids.formUnion($0) } }
    case .blocks(let blocks): for block in blocks { visit(block) { ids.formUnion($0) } }
    case .list(let values): for value in values { collect(value, into: &ids) }
    case .map, .bool, .string: break
    }
    cited = ids
  }

  private static func visit(_ inline: Inline, _ found: ([String]) -> Void) {
    if case .cite(let citations, _) = inline { found(citations.map(\.id)) }
    inline.eachChild(inlines: { for inline in $0 { visit(inline, found) } }) {
      for block in $0 { visit(block, found) }
    }
  }

  private static func visit(_ block: Block, _ found: ([String]) -> Void) {
    block.eachChild(inlines: { for inline in $0 { visit(inline, found) } }) {
      for block in $0 { visit(block, found) }
    }
  }
}
