package import JSONCodec

extension PandocJSONEncoder {
  /// Writes blocks.
  package static func write(_ blocks: [Block], to buffer: inout ByteBuffer) {
    list(blocks, &buffer) { write($0, to: &$1) }
  }

  /// Writes a block.
  package static func write(_ block: Block, to buffer: inout ByteBuffer) {
    switch block {
    case .para(let content):
      buffer.append("{\"t\":\"Para\",\"c\":")
      write(content, to: &buffer)
    case .plain(let content):
      buffer.append("{\"t\":\"Plain\",\"c\":")
      write(content, to: &buffer)
    case .blockQuote(let blocks):
      buffer.append("{\"t\":\"BlockQuote\",\"c\":")
      write(blocks, to: &buffer)
    case .bulletList(let items):
      buffer.append("{\"t\":\"BulletList\",\"c\":")
      list(items, &buffer) { write($0, to: &$1) }
    case .horizontalRule: buffer.append("{\"t\":\"HorizontalRule\"")
    case .lineBlock(let lines):
      buffer.append("{\"t\":\"LineBlock\",\"c\":")
      list(lines, &buffer) { write($0, to: &$1) }
    case .definitionList(let definitions):
      buffer.append("{\"t\":\"DefinitionList\",\"c\":")
      list(definitions, &buffer) { definition, buffer in
        buffer.append("[")
        write(definition.term, to: &buffer)
        buffer.append(",")
        list(definition.meanings, &buffer) { write($0, to: &$1) }
        buffer.append("]")
      }
    default: writeBoxed(block, to: &buffer)
    }
    buffer.append("}")
  }

  /// Writes what has more than one part.
  @inline(never)
  private static func writeBoxed(_ block: Block, to buffer: inout ByteBuffer) {
    switch block {
    case .header(let level, let attr, let content):
      buffer.append("{\"t\":\"Header\",\"c\":[")
      buffer.append(decimal: level)
      buffer.append(",")
      write(attr, to: &buffer)
      buffer.append(",")
      write(content, to: &buffer)
    case .orderedList(let attributes, let items):
      buffer.append("{\"t\":\"OrderedList\",\"c\":[[")
      buffer.append(decimal: attributes.start)
      buffer.append(",{\"t\":\"")
      buffer.append(attributes.style.rawValue)
      buffer.append("\"},{\"t\":\"")
      buffer.append(attributes.delimiter.rawValue)
      buffer.append("\"}],")
      list(items, &buffer) { write($0, to: &$1) }
    case .codeBlock(let attr, let text):
      buffer.append("{\"t\":\"CodeBlock\",\"c\":[")
      write(attr, to: &buffer)
      buffer.append(",")
      buffer.appendJSON(text)
    case .rawBlock(let format, let text):
      buffer.append("{\"t\":\"RawBlock\",\"c\":[")
      buffer.appendJSON(format)
      buffer.append(",")
      buffer.appendJSON(text)
    case .div(let attr, let blocks):
      buffer.append("{\"t\":\"Div\",\"c\":[")
      write(attr, to: &buffer)
      buffer.append(",")
      write(blocks, to: &buffer)
    case .figure(let attr, let caption, let blocks):
      buffer.append("{\"t\":\"Figure\",\"c\":[")
      write(attr, to: &buffer)
      buffer.append(",")
      write(caption, to: &buffer)
      buffer.append(",")
      write(blocks, to: &buffer)
    case .table(let table):
      buffer.append("{\"t\":\"Table\",\"c\":[")
      write(table, to: &buffer)
    default: return
    }
    buffer.append("]")
  }
}
