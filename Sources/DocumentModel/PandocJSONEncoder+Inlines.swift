package import JSONCodec

extension PandocJSONEncoder {
  /// Writes inlines.
  package static func write(_ inlines: [Inline], to buffer: inout ByteBuffer) {
    list(inlines, &buffer) { write($0, to: &$1) }
  }

  /// Writes an inline.
  package static func write(_ inline: Inline, to buffer: inout ByteBuffer) {
    switch inline {
    case .str(let text):
      buffer.append("{\"t\":\"Str\",\"c\":")
      buffer.appendJSON(text)
    case .space: return buffer.append("{\"t\":\"Space\"}")
    case .softBreak: return buffer.append("{\"t\":\"SoftBreak\"}")
    case .lineBreak: return buffer.append("{\"t\":\"LineBreak\"}")
    case .emph(let content): wrapped("{\"t\":\"Emph\",\"c\":", content, &buffer)
    case .underline(let content): wrapped("{\"t\":\"Underline\",\"c\":", content, &buffer)
    case .strong(let content): wrapped("{\"t\":\"Strong\",\"c\":", content, &buffer)
    case .strikeout(let content): wrapped("{\"t\":\"Strikeout\",\"c\":", content, &buffer)
    case .superscript(let content): wrapped("{\"t\":\"Superscript\",\"c\":", content, &buffer)
    case .subscript(let content): wrapped("{\"t\":\"Subscript\",\"c\":", content, &buffer)
    case .smallCaps(let content): wrapped("{\"t\":\"SmallCaps\",\"c\":", content, &buffer)
    case .note(let blocks):
      buffer.append("{\"t\":\"Note\",\"c\":")
      write(blocks, to: &buffer)
    default: writeBoxed(inline, to: &buffer)
    }
    buffer.append(UInt8(ascii: "}"))
  }

  private static func wrapped(
    _ start: StaticString, _ content: [Inline], _ buffer: inout ByteBuffer
  ) {
    buffer.append(start)
    write(content, to: &buffer)
  }

  /// Writes what has more than one part.
  @inline(never)
  private static func writeBoxed(_ inline: Inline, to buffer: inout ByteBuffer) {
    switch inline {
    case .quoted(let type, let content):
      switch type {
      case .single: buffer.append("{\"t\":\"Quoted\",\"c\":[{\"t\":\"SingleQuote\"},")
      case .double: buffer.append("{\"t\":\"Quoted\",\"c\":[{\"t\":\"DoubleQuote\"},")
      }
      write(content, to: &buffer)
    case .cite(let citations, let content):
      buffer.append("{\"t\":\"Cite\",\"c\":[")
      list(citations, &buffer) { write($0, to: &$1) }
      buffer.append(",")
      write(content, to: &buffer)
    case .code(let attr, let text):
      buffer.append("{\"t\":\"Code\",\"c\":[")
      write(attr, to: &buffer)
      buffer.append(",")
      buffer.appendJSON(text)
    case .math(let type, let text):
      switch type {
      case .display: buffer.append("{\"t\":\"Math\",\"c\":[{\"t\":\"DisplayMath\"},")
      case .inline: buffer.append("{\"t\":\"Math\",\"c\":[{\"t\":\"InlineMath\"},")
      }
      buffer.appendJSON(text)
    case .rawInline(let format, let text):
      buffer.append("{\"t\":\"RawInline\",\"c\":[")
      buffer.appendJSON(format)
      buffer.append(",")
      buffer.appendJSON(text)
    case .link(let attr, let content, let target):
      buffer.append("{\"t\":\"Link\",\"c\":[")
      write(attr, content, target, to: &buffer)
    case .image(let attr, let content, let target):
      buffer.append("{\"t\":\"Image\",\"c\":[")
      write(attr, content, target, to: &buffer)
    case .span(let attr, let content):
      buffer.append("{\"t\":\"Span\",\"c\":[")
      write(attr, to: &buffer)
      buffer.append(",")
      write(content, to: &buffer)
    default: return
    }
    buffer.append("]")
  }

  private static func write(
    _ attr: Attr, _ content: [Inline], _ target: Target, to buffer: inout ByteBuffer
  ) {
    write(attr, to: &buffer)
    buffer.append(",")
    write(content, to: &buffer)
    buffer.append(",[")
    buffer.appendJSON(target.url)
    buffer.append(",")
    buffer.appendJSON(target.title)
    buffer.append("]")
  }

  /// Writes a citation.
  package static func write(_ citation: Citation, to buffer: inout ByteBuffer) {
    buffer.append("{\"citationId\":")
    buffer.appendJSON(citation.id)
    buffer.append(",\"citationPrefix\":")
    write(citation.prefix, to: &buffer)
    buffer.append(",\"citationSuffix\":")
    write(citation.suffix, to: &buffer)
    buffer.append(",\"citationMode\":{\"t\":\"")
    buffer.append(citation.mode.rawValue)
    buffer.append("\"},\"citationNoteNum\":")
    buffer.append(decimal: citation.noteNumber)
    buffer.append(",\"citationHash\":")
    buffer.append(decimal: citation.hash)
    buffer.append("}")
  }
}
