package import JSONCodec

/// Writes the model as pandoc's JSON, byte for byte as pandoc orders it.
package enum PandocJSONEncoder {
  /// Writes a whole document, without a line end.
  package static func write(_ document: Pandoc, to buffer: inout ByteBuffer) {
    buffer.append("{\"pandoc-api-version\":[1,23,1,1],\"meta\":")
    write(document.meta, to: &buffer)
    buffer.append(",\"blocks\":")
    write(document.blocks, to: &buffer)
    buffer.append("}")
  }

  /// Writes a map of metadata.
  package static func write(_ meta: Meta, to buffer: inout ByteBuffer) {
    buffer.append("{")
    var isFirst = true
    for entry in meta.entries {
      if !isFirst { buffer.append(",") }
      isFirst = false
      buffer.appendJSON(entry.name)
      buffer.append(":")
      write(entry.value, to: &buffer)
    }
    buffer.append("}")
  }

  /// Writes a metadata value.
  package static func write(_ value: MetaValue, to buffer: inout ByteBuffer) {
    switch value {
    case .map(let map):
      buffer.append("{\"t\":\"MetaMap\",\"c\":")
      write(map, to: &buffer)
    case .list(let values):
      buffer.append("{\"t\":\"MetaList\",\"c\":")
      list(values, &buffer) { write($0, to: &$1) }
    case .bool(let value):
      buffer.append("{\"t\":\"MetaBool\",\"c\":")
      value ? buffer.append("true") : buffer.append("false")
    case .string(let text):
      buffer.append("{\"t\":\"MetaString\",\"c\":")
      buffer.appendJSON(text)
    case .inlines(let inlines):
      buffer.append("{\"t\":\"MetaInlines\",\"c\":")
      write(inlines, to: &buffer)
    case .blocks(let blocks):
      buffer.append("{\"t\":\"MetaBlocks\",\"c\":")
      write(blocks, to: &buffer)
    }
    buffer.append("}")
  }

  /// Writes a list of anything.
  @inline(__always)
  static func list<Element>(
    _ elements: [Element], _ buffer: inout ByteBuffer,
    _ write: (Element, inout ByteBuffer) -> Void
  ) {
    buffer.append(UInt8(ascii: "["))
    var isFirst = true
    for element in elements {
      if !isFirst { buffer.append(UInt8(ascii: ",")) }
      isFirst = false
      write(element, &buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  static func write(_ attr: Attr, to buffer: inout ByteBuffer) {
    if attr.isEmpty { return buffer.append("[\"\",[],[]]") }
    buffer.append("[")
    buffer.appendJSON(attr.identifier)
    buffer.append(",")
    list(attr.classes, &buffer) { $1.appendJSON($0) }
    buffer.append(",")
    list(attr.attributes, &buffer) { attribute, buffer in
      buffer.append("[")
      buffer.appendJSON(attribute.name)
      buffer.append(",")
      buffer.appendJSON(attribute.value)
      buffer.append("]")
    }
    buffer.append("]")
  }
}
