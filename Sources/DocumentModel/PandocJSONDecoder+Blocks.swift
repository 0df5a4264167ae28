import JSONCodec

extension PandocJSONDecoder {
  mutating func blocks() throws(JSONError) -> [Block] {
    guard try scanner.enterArray() else { return [] }
    let bottom = blockStack.count
    repeat { blockStack.push(try block()) } while try scanner.continueArray()
    return blockStack.cut(from: bottom)
  }

  mutating func block() throws(JSONError) -> Block {
    let tagged = try enterTagged("a block")
    if matches(tagged.tag, "HorizontalRule") {
      try leaveEmpty(tagged)
      return .horizontalRule
    }
    guard tagged.hasContent else {
      if isBlockTag(tagged.tag) { throw missingContent(tagged) }
      throw unknown(tagged, "block")
    }
    let result = try blockContent(tagged)
    try leaveTagged(tagged)
    return result
  }

  private mutating func blockContent(_ tagged: Tagged) throws(JSONError) -> Block {
    let tag = tagged.tag
    switch scanner.firstByte(tag) {
    case UInt8(ascii: "P"):
      if matches(tag, "Para") { return .para(try inlines()) }
      if matches(tag, "Plain") { return .plain(try inlines()) }
    case UInt8(ascii: "H") where matches(tag, "Header"): return try header()
    case UInt8(ascii: "B"):
      if matches(tag, "BulletList") { return .bulletList(try items()) }
      if matches(tag, "BlockQuote") { return .blockQuote(try blocks()) }
    case UInt8(ascii: "O") where matches(tag, "OrderedList"): return try orderedList()
    case UInt8(ascii: "D"):
      if matches(tag, "Div") { return try div() }
      if matches(tag, "DefinitionList") { return try definitionList() }
    case UInt8(ascii: "L") where matches(tag, "LineBlock"): return try lineBlock()
    case UInt8(ascii: "C") where matches(tag, "CodeBlock"): return try codeBlock()
    case UInt8(ascii: "R") where matches(tag, "RawBlock"):
      let (format, text) = try raw()
      return .rawBlock(format: format, text)
    case UInt8(ascii: "T") where matches(tag, "Table"): return try table()
    case UInt8(ascii: "F") where matches(tag, "Figure"): return try figure()
    default: break
    }
    throw unknown(tagged, "block")
  }

  private func isBlockTag(_ tag: JSONScanner.Span) -> Bool {
    let names: [StaticString] = [
      "Plain", "Para", "LineBlock", "CodeBlock", "RawBlock", "BlockQuote", "OrderedList",
      "BulletList", "DefinitionList", "Header", "Table", "Figure", "Div",
    ]
    return names.contains { matches(tag, $0) }
  }

  mutating func items() throws(JSONError) -> [[Block]] {
    try list { (me: inout Self) throws(JSONError) in try me.blocks() }
  }

  @inline(never)
  private mutating func header() throws(JSONError) -> Block {
    try enterTuple(3)
    let level = try scanner.readInteger()
    try nextOfTuple(3)
    let attr = try attr()
    try nextOfTuple(3)
    let content = try inlines()
    try leaveTuple(3)
    return .header(level: level, attr, content)
  }

  @inline(never)
  private mutating func orderedList() throws(JSONError) -> Block {
    try enterTuple(2)
    try enterTuple(3)
    var attributes = ListAttributes()
    attributes.start = try scanner.readInteger()
    try nextOfTuple(3)
    attributes.style = try constant("style of list numbers")
    try nextOfTuple(3)
    attributes.delimiter = try constant("delimiter of list numbers")
    try leaveTuple(3)
    try nextOfTuple(2)
    let content = try items()
    try leaveTuple(2)
    return .orderedList(attributes, content)
  }

  @inline(never)
  private mutating func definitionList() throws(JSONError) -> Block {
    .definitionList(
      try list { (me: inout Self) throws(JSONError) in
        try me.enterTuple(2)
        let term = try me.inlines()
        try me.nextOfTuple(2)
        let meanings = try me.items()
        try me.leaveTuple(2)
        return Definition(term: term, meanings: meanings)
      })
  }

  @inline(never)
  private mutating func lineBlock() throws(JSONError) -> Block {
    .lineBlock(try list { (me: inout Self) throws(JSONError) in try me.inlines() })
  }

  @inline(never)
  private mutating func codeBlock() throws(JSONError) -> Block {
    try enterTuple(2)
    let attr = try attr()
    try nextOfTuple(2)
    let text = try scanner.readString()
    try leaveTuple(2)
    return .codeBlock(attr, text)
  }

  @inline(never)
  private mutating func div() throws(JSONError) -> Block {
    try enterTuple(2)
    let attr = try attr()
    try nextOfTuple(2)
    let content = try blocks()
    try leaveTuple(2)
    return .div(attr, content)
  }

  @inline(never)
  private mutating func figure() throws(JSONError) -> Block {
    try enterTuple(3)
    let attr = try attr()
    try nextOfTuple(3)
    let caption = try caption()
    try nextOfTuple(3)
    let content = try blocks()
    try leaveTuple(3)
    return .figure(attr, caption, content)
  }

  mutating func attr() throws(JSONError) -> Attr {
    try enterTuple(3)
    let identifier = try scanner.readString()
    try nextOfTuple(3)
    let classes = try list { (me: inout Self) throws(JSONError) in try me.scanner.readString() }
    try nextOfTuple(3)
    let attributes = try list { (me: inout Self) throws(JSONError) in
      try me.enterTuple(2)
      let name = try me.scanner.readString()
      try me.nextOfTuple(2)
      let value = try me.scanner.readString()
      try me.leaveTuple(2)
      return Attribute(name, value)
    }
    try leaveTuple(3)
    return Attr(identifier, classes: classes, attributes: attributes)
  }
}
