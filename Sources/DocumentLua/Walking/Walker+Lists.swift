import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// Lists: where elements are replaced by what functions return, be that none, one or several.
extension Walker {
  mutating func list(_ inlines: inout [Inline]) throws {
    switch pass {
    case .inline: try replaceInlines(&inlines)
    case .inlines:
      try descendAll(&inlines)
      _ = try applyInlines(&inlines)
    case .block, .blocks: try descendAll(&inlines)
    case .topdown:
      guard try applyInlines(&inlines) else { return }
      try replaceInlines(&inlines)
    }
  }

  mutating func list(_ blocks: inout [Block]) throws {
    switch pass {
    case .block: try replaceBlocks(&blocks)
    case .blocks:
      try descendAll(&blocks)
      _ = try applyBlocks(&blocks)
    case .inline, .inlines: try descendAll(&blocks)
    case .topdown:
      guard try applyBlocks(&blocks) else { return }
      try replaceBlocks(&blocks)
    }
  }

  private mutating func descendAll(_ inlines: inout [Inline]) throws {
    for place in inlines.indices where inlines[place].hasContent { try descend(&inlines[place]) }
  }

  private mutating func descendAll(_ blocks: inout [Block]) throws {
    for place in blocks.indices { try descend(&blocks[place]) }
  }

  /// Calls the filter's `Inlines`; says whether a topdown walk goes on.
  private mutating func applyInlines(_ inlines: inout [Inline]) throws -> Bool {
    guard filter.inlines != 0 else { return true }
    let old = inlines
    let outcome = try call(
      filter.inlines, "Inlines", Self.inlineResults, near: Stringifier.text(of: old).shortened,
      push: { $0.push(old) },
      read: { reader, at throws(DocumentLuaError) in try reader.inlines(at) })
    if let new = outcome.value { inlines = new }
    return outcome.goesOn
  }

  private mutating func applyBlocks(_ blocks: inout [Block]) throws -> Bool {
    guard filter.blocks != 0 else { return true }
    let old = blocks
    let outcome = try call(
      filter.blocks, "Blocks", Self.blockResults, near: Stringifier.text(of: old).shortened,
      push: { $0.push(old) },
      read: { reader, at throws(DocumentLuaError) in try reader.blocks(at) })
    if let new = outcome.value { blocks = new }
    return outcome.goesOn
  }

  /// Replaces each inline by what its function returns. As long as each is replaced by one, that happens in place.
  private mutating func replaceInlines(_ inlines: inout [Inline]) throws {
    for place in inlines.indices {
      guard let replacement = try transform(&inlines[place]) else { continue }
      var all = Array(inlines[..<place])
      all += replacement
      for next in (place + 1)..<inlines.count {
        if let replacement = try transform(&inlines[next]) {
          all += replacement
        } else {
          all.append(inlines[next])
        }
      }
      inlines = all
      return
    }
  }

  private mutating func replaceBlocks(_ blocks: inout [Block]) throws {
    for place in blocks.indices {
      guard let replacement = try transform(&blocks[place]) else { continue }
      var all = Array(blocks[..<place])
      all += replacement
      for next in (place + 1)..<blocks.count {
        if let replacement = try transform(&blocks[next]) {
          all += replacement
        } else {
          all.append(blocks[next])
        }
      }
      blocks = all
      return
    }
  }

  /// Changes an inline as the filter says; gives what stands in its place if that isn't one element.
  @inline(__always)
  private mutating func transform(_ inline: inout Inline) throws -> [Inline]? {
    if pass != .topdown, inline.hasContent { try descend(&inline) }
    let function = filter.function(for: inline.kind)
    var several: [Inline]?
    if function != 0 {
      let old = inline
      let outcome = try call(
        function, old.kind.tag, Self.inlineResults,
        near: Stringifier.text(of: [old]).shortened, push: { $0.push(old) },
        read: { reader, at throws(DocumentLuaError) in try reader.replacementInlines(at) })
      switch outcome.value {
      case .one(let new): inline = new
      case .many(let new): several = new
      case nil: break
      }
      if !outcome.goesOn { return several }
    }
    guard pass == .topdown else { return several }
    if var new = several {
      for place in new.indices { try descend(&new[place]) }
      return new
    }
    try descend(&inline)
    return nil
  }

  private mutating func transform(_ block: inout Block) throws -> [Block]? {
    if pass != .topdown { try descend(&block) }
    let function = filter.function(for: block.kind)
    var several: [Block]?
    if function != 0 {
      let old = block
      let outcome = try call(
        function, old.kind.tag, Self.blockResults,
        near: Stringifier.text(of: [old]).shortened, push: { $0.push(old) },
        read: { reader, at throws(DocumentLuaError) in try reader.replacementBlocks(at) })
      switch outcome.value {
      case .one(let new): block = new
      case .many(let new): several = new
      case nil: break
      }
      if !outcome.goesOn { return several }
    }
    guard pass == .topdown else { return several }
    if var new = several {
      for place in new.indices { try descend(&new[place]) }
      return new
    }
    try descend(&block)
    return nil
  }
}

/// What a function returned for an element; nearly always it is one.
enum Replacement<Element> {
  case one(Element)
  case many([Element])
}

extension ElementReader {
  @inline(__always)
  mutating func replacementInlines(
    _ index: Int32
  ) throws(DocumentLuaError) -> Replacement<Inline> {
    if let inline = try optionalInline(index) { return .one(inline) }
    return .many(try inlines(index))
  }

  mutating func replacementBlocks(_ index: Int32) throws(DocumentLuaError) -> Replacement<Block> {
    if let block = try optionalBlock(index) { return .one(block) }
    return .many(try blocks(index))
  }
}

extension String {
  /// At most sixty characters, for messages.
  var shortened: String { count > 60 ? prefix(57) + "..." : self }
}
