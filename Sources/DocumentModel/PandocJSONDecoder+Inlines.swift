import JSONCodec

extension PandocJSONDecoder {
  mutating func inlines() throws(JSONError) -> [Inline] {
    guard try scanner.enterArray() else { return [] }
    let bottom = inlineStack.count
    while true {
      if take("{\"t\":\"Space\"}") {
        inlineStack.push(.space)
      } else if let word = takeWord() {
        inlineStack.push(.str(word))
      } else {
        inlineStack.push(try inline())
      }
      if takeComma() { continue }
      if try !scanner.continueArray() { break }
    }
    return inlineStack.cut(from: bottom)
  }

  mutating func inline() throws(JSONError) -> Inline {
    let tagged = try enterTagged("an inline element")
    let tag = tagged.tag
    let result: Inline
    if matches(tag, "Space") {
      try leaveEmpty(tagged)
      return .space
    }
    if matches(tag, "Str") {
      guard tagged.hasContent else { throw missingContent(tagged) }
      result = .str(try scanner.readString())
      try leaveTagged(tagged)
      return result
    }
    if matches(tag, "SoftBreak") {
      result = .softBreak
    } else if matches(tag, "LineBreak") {
      result = .lineBreak
    } else {
      guard tagged.hasContent else {
        if isInlineTag(tag) { throw missingContent(tagged) }
        throw unknown(tagged, "inline element")
      }
      result = try inlineContent(tagged)
      try leaveTagged(tagged)
      return result
    }
    try leaveEmpty(tagged)
    return result
  }

  @inline(never)
  private mutating func inlineContent(_ tagged: Tagged) throws(JSONError) -> Inline {
    let tag = tagged.tag
    switch scanner.firstByte(tag) {
    case UInt8(ascii: "E") where matches(tag, "Emph"): return .emph(try inlines())
    case UInt8(ascii: "S"):
      if matches(tag, "Strong") { return .strong(try inlines()) }
      if matches(tag, "Span") { return try span() }
      if matches(tag, "Strikeout") { return .strikeout(try inlines()) }
      if matches(tag, "SmallCaps") { return .smallCaps(try inlines()) }
      if matches(tag, "Superscript") { return .superscript(try inlines()) }
      if matches(tag, "Subscript") { return .subscript(try inlines()) }
    case UInt8(ascii: "L") where matches(tag, "Link"): return try linkOrImage(isLink: true)
    case UInt8(ascii: "I") where matches(tag, "Image"):
      return try linkOrImage(isLink: false)
    case UInt8(ascii: "C"):
      if matches(tag, "Code") { return try code() }
      if matches(tag, "Cite") { return try cite() }
    case UInt8(ascii: "Q") where matches(tag, "Quoted"): return try quoted()
    case UInt8(ascii: "N") where matches(tag, "Note"): return .note(try blocks())
    case UInt8(ascii: "M") where matches(tag, "Math"): return try math()
    case UInt8(ascii: "U") where matches(tag, "Underline"):
      return .underline(try inlines())
    case UInt8(ascii: "R") where matches(tag, "RawInline"):
      let (format, text) = try raw()
      return .rawInline(format: format, text)
    default: break
    }
    throw unknown(tagged, "inline element")
  }

  private func isInlineTag(_ tag: JSONScanner.Span) -> Bool {
    let names: [StaticString] = [
      "Emph", "Underline", "Strong", "Strikeout", "Superscript", "Subscript", "SmallCaps",
      "Quoted", "Cite", "Code", "Math", "RawInline", "Link", "Image", "Note", "Span",
    ]
    return names.contains { matches(tag, $0) }
  }

  // The parts below are functions of their own so that their variables don't lie on the stack of every level.

  @inline(never)
  private mutating func span() throws(JSONError) -> Inline {
    try enterTuple(2)
    let attr = try attr()
    try nextOfTuple(2)
    let content = try inlines()
    try leaveTuple(2)
    return .span(attr, content)
  }

  @inline(never)
  private mutating func linkOrImage(isLink: Bool) throws(JSONError) -> Inline {
    try enterTuple(3)
    let attr = try attr()
    try nextOfTuple(3)
    let content = try inlines()
    try nextOfTuple(3)
    try enterTuple(2)
    let url = try scanner.readString()
    try nextOfTuple(2)
    let title = try scanner.readString()
    try leaveTuple(2)
    try leaveTuple(3)
    let target = Target(url: url, title: title)
    return isLink ? .link(attr, content, target) : .image(attr, content, target)
  }

  @inline(never)
  private mutating func code() throws(JSONError) -> Inline {
    try enterTuple(2)
    let attr = try attr()
    try nextOfTuple(2)
    let text = try scanner.readString()
    try leaveTuple(2)
    return .code(attr, text)
  }

  @inline(never)
  private mutating func cite() throws(JSONError) -> Inline {
    try enterTuple(2)
    let citations = try list { (me: inout Self) throws(JSONError) in try me.citation() }
    try nextOfTuple(2)
    let content = try inlines()
    try leaveTuple(2)
    return .cite(citations, content)
  }

  @inline(never)
  private mutating func quoted() throws(JSONError) -> Inline {
    try enterTuple(2)
    let tagged = try enterTagged("a kind of quotation marks")
    let type: QuoteType
    if matches(tagged.tag, "SingleQuote") {
      type = .single
    } else if matches(tagged.tag, "DoubleQuote") {
      type = .double
    } else {
      throw unknown(tagged, "kind of quotation marks")
    }
    try leaveEmpty(tagged)
    try nextOfTuple(2)
    let content = try inlines()
    try leaveTuple(2)
    return .quoted(type, content)
  }

  @inline(never)
  private mutating func math() throws(JSONError) -> Inline {
    try enterTuple(2)
    let tagged = try enterTagged("a kind of formula")
    let type: MathType
    if matches(tagged.tag, "DisplayMath") {
      type = .display
    } else if matches(tagged.tag, "InlineMath") {
      type = .inline
    } else {
      throw unknown(tagged, "kind of formula")
    }
    try leaveEmpty(tagged)
    try nextOfTuple(2)
    let text = try scanner.readString()
    try leaveTuple(2)
    return .math(type, text)
  }

  mutating func raw() throws(JSONError) -> (format: String, text: String) {
    try enterTuple(2)
    let format = try scanner.readString()
    try nextOfTuple(2)
    let text = try scanner.readString()
    try leaveTuple(2)
    return (format, text)
  }

  private mutating func citation() throws(JSONError) -> Citation {
    var citation = Citation(id: "")
    var found = 0
    _ = scanner.next()
    let start = scanner.offset
    if try scanner.enterObject() {
      repeat {
        let key = try scanner.readKeySpan()
        if found & 1 == 0, scanner.matches(key, "citationId") {
          citation.id = try scanner.readString()
          found |= 1
        } else if found & 2 == 0, scanner.matches(key, "citationPrefix") {
          citation.prefix = try inlines()
          found |= 2
        } else if found & 4 == 0, scanner.matches(key, "citationSuffix") {
          citation.suffix = try inlines()
          found |= 4
        } else if found & 8 == 0, scanner.matches(key, "citationMode") {
          citation.mode = try constant("mode of citation")
          found |= 8
        } else if found & 16 == 0, scanner.matches(key, "citationNoteNum") {
          citation.noteNumber = try scanner.readInteger()
          found |= 16
        } else if found & 32 == 0, scanner.matches(key, "citationHash") {
          citation.hash = try scanner.readInteger()
          found |= 32
        } else {
          try scanner.skipValue()
        }
      } while try scanner.continueObject()
    }
    let names = [
      "citationId", "citationPrefix", "citationSuffix", "citationMode", "citationNoteNum",
      "citationHash",
    ]
    for (bit, name) in names.enumerated() where found & (1 << bit) == 0 {
      throw scanner.error("a citation has no “\(name)”.", at: start)
    }
    return citation
  }

  /// Takes `{"t": NAME}` where the names are an enum's.
  mutating func constant<Names: RawRepresentable<String>>(_ what: String) throws(JSONError) -> Names
  {
    let tagged = try enterTagged("an object with a tag")
    guard let value = Names(rawValue: try scanner.string(tagged.tag)) else {
      throw unknown(tagged, what)
    }
    try leaveEmpty(tagged)
    return value
  }
}
