import DocumentModel

/// Puts each heading with what belongs to it into a Div of class `section`.
struct Sections {
  let isNumbered: Bool
  /// How much is added to each heading's level.
  private let shift: Int
  /// How much is added to a heading's level for its number: the highest level there is takes the first figure.
  private let numberShift: Int
  /// The number of the last numbered section, a figure a level.
  private var last: [Int] = []
  private var depth = 0

  /// - Parameter baseLevel: the level that the highest headings get; nil leaves levels as they are.
  static func make(_ blocks: [Block], isNumbered: Bool, baseLevel: Int?)
    throws(DocumentLuaError) -> [Block]
  {
    let levels = levels(blocks)
    let least = levels.min() ?? 1
    if let place = levels.firstIndex(where: { !(-100...100).contains($0) }) {
      throw DocumentLuaError("a heading of level \(levels[place]) can't begin a section")
    }
    if let baseLevel, !(-1000...1000).contains(baseLevel) {
      throw DocumentLuaError("\(baseLevel) can't be the base level of sections")
    }
    var sections = Sections(
      isNumbered: isNumbered, shift: baseLevel.map { $0 - least } ?? 0,
      numberShift: 1 - least)
    return try sections.make(blocks[...])
  }

  private init(isNumbered: Bool, shift: Int, numberShift: Int) {
    self.isNumbered = isNumbered
    self.shift = shift
    self.numberShift = numberShift
  }

  /// The levels of all headings, wherever they lie.
  private static func levels(_ blocks: [Block]) -> [Int] {
    var found: [Int] = []
    for block in blocks {
      if case .header(let level, _, _) = block { found.append(level) }
      block.eachChild(inlines: { found += levels($0) }, blocks: { found += levels($0) })
    }
    return found
  }

  private static func levels(_ inlines: [Inline]) -> [Int] {
    var found: [Int] = []
    for inline in inlines where inline.hasContent {
      inline.eachChild(inlines: { found += levels($0) }, blocks: { found += levels($0) })
    }
    return found
  }

  private mutating func make(_ blocks: ArraySlice<Block>) throws(DocumentLuaError) -> [Block] {
    depth += 1
    defer { depth -= 1 }
    if depth > Pandoc.maximumDepth {
      throw DocumentLuaError("sections lie in each other more than \(Pandoc.maximumDepth) deep")
    }
    var made: [Block] = []
    var rest = blocks
    while let block = rest.first {
      rest = rest.dropFirst()
      switch block {
      case .header(let level, let attr, let title):
        let end = rest.firstIndex { Self.isHeading($0, atMost: level) } ?? rest.endIndex
        made.append(try section(level, attr, title, rest[rest.startIndex..<end]))
        rest = rest[end...]
      case .div(let attr, let content):
        made.append(contentsOf: try div(attr, content))
      default: made.append(block)
      }
    }
    return made
  }

  private mutating func section(
    _ level: Int, _ attr: Attr, _ title: [Inline], _ content: ArraySlice<Block>
  ) throws(DocumentLuaError) -> Block {
    let isUnnumbered = attr.classes.contains("unnumbered")
    let number = isUnnumbered ? [] : nextNumber(level + numberShift)
    if !number.isEmpty { last = number }
    let inner = try make(content)
    var attributes = attr.attributes
    if isNumbered, !isUnnumbered, attr["number"] == nil {
      attributes.insert(
        Attribute("number", number.map(String.init).joined(separator: ".")), at: 0)
    }
    let heading = Block.header(
      level: level + shift, Attr("", classes: attr.classes, attributes: attributes), title)
    return .div(
      Attr(attr.identifier, classes: ["section"] + attr.classes, attributes: attributes),
      [heading] + inner)
  }

  private func nextNumber(_ level: Int) -> [Int] {
    guard level > 0 else { return [] }
    if last.count >= level {
      return Array(last[..<(level - 1)]) + [last[level - 1] + 1]
    }
    return last + [Int](repeating: 0, count: level - last.count - 1) + [1]
  }

  /// A Div that begins with a heading and holds its section alone becomes that section.
  private mutating func div(
    _ attr: Attr, _ content: [Block]
  ) throws(DocumentLuaError) -> [Block] {
    guard case .header(let level, _, _)? = content.first,
      content.dropFirst().allSatisfy({ block in
        if case .header(let other, _, _) = block { other > level } else { true }
      }),
      !attr.classes.contains(where: { ["column", "columns", "fragment"].contains($0) })
    else { return [.div(attr, try make(content[...]))] }
    let inner = try make(content[...])
    guard inner.count == 1, case .div(let own, let blocks) = inner[0],
      attr.identifier.isEmpty || own.identifier.isEmpty || attr.identifier == own.identifier
    else { return [.div(attr, inner)] }
    return [.div(Self.combine(own, attr), blocks)]
  }

  private static func combine(_ a: Attr, _ b: Attr) -> Attr {
    var combined = Attr(a.identifier.isEmpty ? b.identifier : a.identifier)
    for name in a.classes + b.classes where !combined.classes.contains(name) {
      combined.classes.append(name)
    }
    for attribute in (a.attributes + b.attributes).reversed()
    where combined[attribute.name] == nil {
      combined.attributes.insert(attribute, at: 0)
    }
    return combined
  }

  private static func isHeading(_ block: Block, atMost level: Int) -> Bool {
    switch block {
    case .header(let other, _, _): return other <= level
    case .div(_, let content): return content.first.map { isHeading($0, atMost: level) } ?? false
    default: return false
    }
  }
}
