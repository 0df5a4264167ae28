import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

extension ElementReader {
  /// An Inline element, or nil if the value is none.
  @inline(__always)
  mutating func optionalInline(_ index: Int32) throws(DocumentLuaError) -> Inline? {
    guard let (node, kind) = node(index), kind.isInline else { return nil }
    switch kind {
    case .str:
      return .str(
        try slot(1, of: index) { reader, at throws(DocumentLuaError) in try reader.text(at) } ?? "")
    case .space: return .space
    case .softBreak: return .softBreak
    case .lineBreak: return .lineBreak
    default: break
    }
    let value = dl_value(node).unsafelyUnwrapped.assumingMemoryBound(to: Inline.self).pointee
    try enter(node) { value.depth }
    defer { leaveElement() }
    return try overlay(value, index)
  }

  /// The value that an element was made with, with what a script read or set in its place.
  private mutating func overlay(_ value: Inline, _ index: Int32) throws(DocumentLuaError) -> Inline
  {
    func inlines(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> [Inline] {
      try reader.inlines(at)
    }
    func text(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> String {
      try reader.text(at)
    }
    func attr(_ reader: inout ElementReader, _ at: Int32) throws(DocumentLuaError) -> Attr {
      try reader.attr(at)
    }
    switch value {
    case .emph: return try slot(1, of: index, inlines).map { .emph($0) } ?? value
    case .underline: return try slot(1, of: index, inlines).map { .underline($0) } ?? value
    case .strong: return try slot(1, of: index, inlines).map { .strong($0) } ?? value
    case .strikeout: return try slot(1, of: index, inlines).map { .strikeout($0) } ?? value
    case .superscript: return try slot(1, of: index, inlines).map { .superscript($0) } ?? value
    case .subscript: return try slot(1, of: index, inlines).map { .subscript($0) } ?? value
    case .smallCaps: return try slot(1, of: index, inlines).map { .smallCaps($0) } ?? value
    case .quoted(let type, let content):
      let newType = try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.quoteType(at)
      }
      let newContent = try slot(2, of: index, inlines)
      return newType == nil && newContent == nil
        ? value : .quoted(newType ?? type, newContent ?? content)
    case .cite(let citations, let content):
      let newCitations = try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.citations(at)
      }
      let newContent = try slot(2, of: index, inlines)
      return newCitations == nil && newContent == nil
        ? value : .cite(newCitations ?? citations, newContent ?? content)
    case .code(let old, let oldText):
      let new = try slot(1, of: index, attr)
      let newText = try slot(2, of: index, text)
      return new == nil && newText == nil ? value : .code(new ?? old, newText ?? oldText)
    case .math(let type, let oldText):
      let newType = try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.mathType(at)
      }
      let newText = try slot(2, of: index, text)
      return .math(newType ?? type, newText ?? oldText)
    case .rawInline(let format, let oldText):
      return .rawInline(
        format: try slot(1, of: index, text) ?? format, try slot(2, of: index, text) ?? oldText)
    case .link(let old, let content, let target):
      return .link(
        try slot(1, of: index, attr) ?? old, try slot(2, of: index, inlines) ?? content,
        Target(
          url: try slot(3, of: index, text) ?? target.url,
          title: try slot(4, of: index, text) ?? target.title))
    case .image(let old, let content, let target):
      return .image(
        try slot(1, of: index, attr) ?? old, try slot(2, of: index, inlines) ?? content,
        Target(
          url: try slot(3, of: index, text) ?? target.url,
          title: try slot(4, of: index, text) ?? target.title))
    case .note:
      return try slot(1, of: index) { reader, at throws(DocumentLuaError) in
        try reader.blockContent(at)
      }.map { .note($0) } ?? value
    case .span(let old, let content):
      let new = try slot(1, of: index, attr)
      let newContent = try slot(2, of: index, inlines)
      return new == nil && newContent == nil ? value : .span(new ?? old, newContent ?? content)
    case .str, .space, .softBreak, .lineBreak: return value
    }
  }

  /// What `__toinline` makes of the value.
  private mutating func convertedInline(_ index: Int32) throws(DocumentLuaError) -> Inline? {
    guard callConversion("__toinline", index) else { return nil }
    defer { lk_pop(pointer, 1) }
    return try optionalInline(lua_gettop(pointer))
  }

  /// An Inline, or a string as a Str.
  mutating func inline(_ index: Int32) throws(DocumentLuaError) -> Inline {
    switch type(index) {
    case LUA_TSTRING: return .str(try text(index))
    case LUA_TUSERDATA:
      if let inline = try optionalInline(index) { return inline }
      if let inline = try convertedInline(index) { return inline }
    case LUA_TTABLE:
      if let inline = try convertedInline(index) { return inline }
    default: break
    }
    throw unexpected("Inline or string", index)
  }

  /// Inlines: a list of what ``inline(_:)`` takes, a single one, or a string, which is split at its white space.
  mutating func inlines(_ index: Int32) throws(DocumentLuaError) -> [Inline] {
    switch type(index) {
    case LUA_TSTRING: return Inline.words(of: try text(index))
    case LUA_TTABLE:
      if let inline = try convertedInline(index) { return [inline] }
      return try list(index) { reader, at throws(DocumentLuaError) in try reader.inline(at) }
    case LUA_TUSERDATA:
      if let inline = try optionalInline(index) { return [inline] }
      if let inline = try convertedInline(index) { return [inline] }
    default: break
    }
    throw unexpected("Inline, list of Inlines, or string", index)
  }

  mutating func citations(_ index: Int32) throws(DocumentLuaError) -> [Citation] {
    try list(index) { reader, at throws(DocumentLuaError) in try reader.citation(at) }
  }

  func quoteType(_ index: Int32) throws(DocumentLuaError) -> QuoteType {
    try member("SingleQuote or DoubleQuote", index) { QuoteType(name: $0) }
  }

  func mathType(_ index: Int32) throws(DocumentLuaError) -> MathType {
    try member("InlineMath or DisplayMath", index) { MathType(name: $0) }
  }
}

extension Inline {
  /// Text as inlines: words as Str, runs of blanks and tabs as Space, runs with a line end in them as SoftBreak.
  static func words(of text: String) -> [Inline] {
    var inlines: [Inline] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var index = start
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
    while index < bytes.endIndex {
      guard isBlank(bytes[index]) else {
        bytes.formIndex(after: &index)
        continue
      }
      if start < index { inlines.append(.str(String(text[start..<index]))) }
      var breaks = false
      while index < bytes.endIndex, isBlank(bytes[index]) {
        if bytes[index] == 0x0A || bytes[index] == 0x0D { breaks = true }
        bytes.formIndex(after: &index)
      }
      inlines.append(breaks ? .softBreak : .space)
      start = index
    }
    if start < index { inlines.append(.str(String(text[start..<index]))) }
    return inlines
  }
}
