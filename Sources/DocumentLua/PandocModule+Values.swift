import CLuaKit
package import DocumentModel
package import LuaKit

/// Values of the document model on their way into Lua and out of it.
extension PandocModule {
  /// Pushes a document as scripts know it, a `Pandoc`.
  package static func push(_ document: Pandoc, onto stack: LuaStack) { stack.push(document) }
  package static func push(_ blocks: [Block], onto stack: LuaStack) { stack.push(blocks) }
  package static func push(_ inlines: [Inline], onto stack: LuaStack) { stack.push(inlines) }
  package static func push(_ block: Block, onto stack: LuaStack) { stack.push(block) }
  package static func push(_ inline: Inline, onto stack: LuaStack) { stack.push(inline) }
  package static func push(_ meta: Meta, onto stack: LuaStack) { stack.push(meta) }

  /// What a value is, by the rules of `pandoc.utils.type`: `Pandoc`, `Block`, `Inlines`, `table`, ...
  package static func typeName(_ stack: LuaStack, at index: Int) -> String {
    UtilsModule.typeName(stack, Int32(stack.absolute(index)))
  }

  /// Reads a whole document: a `Pandoc`, or whatever can be its blocks.
  package static func readDocument(
    _ stack: LuaStack, at index: Int
  ) throws(DocumentLuaError) -> Pandoc {
    var reader = ElementReader(stack)
    let index = Int32(stack.absolute(index))
    if reader.node(index)?.kind == .pandoc { return try reader.pandoc(index) }
    return Pandoc(blocks: try reader.blocks(index))
  }

  /// Reads blocks: a list of Blocks, a single one, inlines, or a string.
  package static func readBlocks(
    _ stack: LuaStack, at index: Int
  ) throws(DocumentLuaError) -> [Block] {
    var reader = ElementReader(stack)
    return try reader.blocks(Int32(stack.absolute(index)))
  }

  /// Reads inlines: a list of Inlines, a single one, or a string, which is split at its white space.
  package static func readInlines(
    _ stack: LuaStack, at index: Int
  ) throws(DocumentLuaError) -> [Inline] {
    var reader = ElementReader(stack)
    return try reader.inlines(Int32(stack.absolute(index)))
  }

  /// Reads metadata: a table from names to strings, truth values, inlines, blocks, lists and tables.
  package static func readMeta(
    _ stack: LuaStack, at index: Int
  ) throws(DocumentLuaError) -> Meta {
    var reader = ElementReader(stack)
    return try reader.meta(Int32(stack.absolute(index)))
  }
}
