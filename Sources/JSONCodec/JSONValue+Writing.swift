extension JSONValue {
  /// How a value is laid out.
  package enum Layout: Sendable {
    /// One line without spaces.
    case compact
    /// A member or element a line, indented by two spaces, for people and for `diff`.
    case lines
  }

  /// The value as text. The same value gives the same bytes, always.
  package func text(_ layout: Layout = .compact) -> String {
    var buffer = ByteBuffer()
    write(to: &buffer, layout)
    return buffer.string()
  }

  /// Writes the value into a buffer.
  package func write(to buffer: inout ByteBuffer, _ layout: Layout = .compact) {
    write(to: &buffer, indent: layout == .lines ? 0 : nil)
  }

  private func write(to buffer: inout ByteBuffer, indent: Int?) {
    switch self {
    case .null: buffer.append("null")
    case .bool(let value): value ? buffer.append("true") : buffer.append("false")
    case .integer(let value): buffer.append(decimal: value)
    case .double(let value): buffer.appendJSON(value)
    case .bigNumber(let text): buffer.append(text)
    case .string(let text): buffer.appendJSON(text)
    case .array(let elements): Self.write(elements, to: &buffer, indent)
    case .object(let object): Self.write(object, to: &buffer, indent)
    }
  }

  private static func write(_ elements: [JSONValue], to buffer: inout ByteBuffer, _ indent: Int?) {
    buffer.append(UInt8(ascii: "["))
    for (place, element) in elements.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      newLine(in: &buffer, indent.map { $0 + 1 })
      element.write(to: &buffer, indent: indent.map { $0 + 1 })
    }
    if !elements.isEmpty { newLine(in: &buffer, indent) }
    buffer.append(UInt8(ascii: "]"))
  }

  private static func write(_ object: JSONObject, to buffer: inout ByteBuffer, _ indent: Int?) {
    buffer.append(UInt8(ascii: "{"))
    for (place, member) in object.members.enumerated() {
      if place > 0 { buffer.append(UInt8(ascii: ",")) }
      newLine(in: &buffer, indent.map { $0 + 1 })
      buffer.appendJSON(member.key)
      buffer.append(UInt8(ascii: ":"))
      if indent != nil { buffer.append(UInt8(ascii: " ")) }
      member.value.write(to: &buffer, indent: indent.map { $0 + 1 })
    }
    if !object.isEmpty { newLine(in: &buffer, indent) }
    buffer.append(UInt8(ascii: "}"))
  }

  private static func newLine(in buffer: inout ByteBuffer, _ indent: Int?) {
    guard let indent else { return }
    buffer.append(0x0A)
    buffer.append(repeating: 0x20, indent * 2)
  }
}
