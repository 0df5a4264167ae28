import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Applies a filter to a value, in the order that pandoc's documentation gives ("Traversal order" in its page on Lua
/// filters).
///
/// Typewise, the default, is four passes over the value, each only if the filter has a function for it: over inlines,
/// over lists of inlines, over blocks, over lists of blocks, each from the leaves up. Topdown is one pass from the root
/// down, in which a second result `false` of a function ends the descent. Elements are replaced in place; an element
/// that the filter has no function for is never shown to Lua.
struct Walker {
  enum Pass { case inline, inlines, block, blocks, topdown }

  let stack: LuaStack
  let filter: Filter
  let failure: FailureNote
  var pass = Pass.inline
  var reader: ElementReader

  init(_ stack: LuaStack, _ filter: Filter, failure: FailureNote) {
    self.stack = stack
    self.filter = filter
    self.failure = failure
    reader = ElementReader(stack)
  }

  var pointer: OpaquePointer { stack.pointer }

  /// Runs `body` once for each pass that the filter needs.
  mutating func eachPass(_ body: (inout Walker) throws -> Void) throws {
    if filter.isTopdown {
      pass = .topdown
      return try body(&self)
    }
    if filter.hasInline { try run(.inline, body) }
    if filter.inlines != 0 { try run(.inlines, body) }
    if filter.hasBlock { try run(.block, body) }
    if filter.blocks != 0 { try run(.blocks, body) }
  }

  private mutating func run(_ pass: Pass, _ body: (inout Walker) throws -> Void) throws {
    self.pass = pass
    try body(&self)
  }

  // MARK: Documents

  /// Applies the whole filter, `Meta` and `Pandoc` included.
  mutating func apply(to document: inout Pandoc) throws {
    if filter.isTopdown {
      try applyPandoc(&document)
      try applyMeta(&document)
      try eachPass { try $0.descend(&document) }
    } else {
      try eachPass { try $0.descend(&document) }
      try applyMeta(&document)
      try applyPandoc(&document)
    }
  }

  private mutating func descend(_ document: inout Pandoc) throws {
    if !document.meta.isEmpty { try descend(&document.meta) }
    try list(&document.blocks)
  }

  private mutating func applyMeta(_ document: inout Pandoc) throws {
    guard filter.meta != 0 else { return }
    let old = document.meta
    let outcome = try call(
      filter.meta, "Meta", "a table of metadata", push: { $0.push(old) },
      read: { reader, at throws(DocumentLuaError) in try reader.meta(at) })
    if let new = outcome.value {
      document.meta = new
    }
  }

  private mutating func applyPandoc(_ document: inout Pandoc) throws {
    guard filter.pandoc != 0 else { return }
    let old = document
    let outcome = try call(
      filter.pandoc, "Pandoc", "a Pandoc", push: { $0.push(old) },
      read: { reader, at throws(DocumentLuaError) in try reader.pandoc(at) })
    if let new = outcome.value {
      document = new
    }
  }

  mutating func descend(_ meta: inout Meta) throws {
    for entry in meta.entries {
      var value = entry.value
      try descend(&value)
      meta[entry.name] = value
    }
  }

  private mutating func descend(_ value: inout MetaValue) throws {
    switch value {
    case .inlines(var inlines):
      try list(&inlines)
      value = .inlines(inlines)
    case .blocks(var blocks):
      try list(&blocks)
      value = .blocks(blocks)
    case .list(var values):
      for place in values.indices { try descend(&values[place]) }
      value = .list(values)
    case .map(var map):
      try descend(&map)
      value = .map(map)
    case .bool, .string: break
    }
  }
}
