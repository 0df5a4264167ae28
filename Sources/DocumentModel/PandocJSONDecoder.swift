package import JSONCodec

/// Reads pandoc's JSON into the model, straight from bytes; no JSON value is made on the way.
///
/// Keys may stand in any order. `t` before `c`, as pandoc writes, is read in one pass; where `c` comes first it is passed
/// over and returned to. Keys that pandoc doesn't know are ignored, as pandoc does.
package struct PandocJSONDecoder: ~Copyable {
  var scanner: JSONScanner
  var inlineStack = ElementStack<Inline>(capacity: 256)
  var blockStack = ElementStack<Block>(capacity: 256)
  private var level = 0

  /// - Parameter bytes: UTF-8, which must outlive the decoder.
  package init(_ bytes: UnsafeRawBufferPointer) {
    scanner = JSONScanner(bytes, maximumDepth: Pandoc.maximumDepth * 16)
  }

  /// Reads a whole document and makes sure that nothing follows.
  package mutating func readPandoc() throws(JSONError) -> Pandoc {
    var document = Pandoc()
    var hasVersion = false
    var hasBlocks = false
    var hasMeta = false
    if scanner.next() == UInt8(ascii: "[") {
      throw scanner.error(
        "this is a document of pandoc before 1.18 (a list, not an object with “pandoc-api-version”)."
      )
    }
    let start = scanner.offset
    if try scanner.enterObject() {
      repeat {
        let key = try scanner.readKeySpan()
        // Of a key that stands twice the first holds, as with pandoc.
        if !hasBlocks, scanner.matches(key, "blocks") {
          document.blocks = try blocks()
          hasBlocks = true
        } else if !hasMeta, scanner.matches(key, "meta") {
          document.meta = try metaMap()
          hasMeta = true
        } else if !hasVersion, scanner.matches(key, "pandoc-api-version") {
          try version()
          hasVersion = true
        } else {
          try scanner.skipValue()
        }
      } while try scanner.continueObject()
    }
    for (isThere, key) in [
      (hasVersion, "pandoc-api-version"), (hasMeta, "meta"), (hasBlocks, "blocks"),
    ] where !isThere {
      throw scanner.error("the document has no “\(key)”.", at: start)
    }
    try scanner.finish()
    return document
  }

  /// Reads blocks and makes sure that nothing follows.
  package mutating func readBlocks() throws(JSONError) -> [Block] {
    let result = try blocks()
    try scanner.finish()
    return result
  }

  /// Reads inlines and makes sure that nothing follows.
  package mutating func readInlines() throws(JSONError) -> [Inline] {
    let result = try inlines()
    try scanner.finish()
    return result
  }

  /// Reads one block and makes sure that nothing follows.
  package mutating func readBlock() throws(JSONError) -> Block {
    let result = try block()
    try scanner.finish()
    return result
  }

  /// Reads one inline and makes sure that nothing follows.
  package mutating func readInline() throws(JSONError) -> Inline {
    let result = try inline()
    try scanner.finish()
    return result
  }

  /// Reads one metadata value and makes sure that nothing follows.
  package mutating func readMetaValue() throws(JSONError) -> MetaValue {
    let result = try metaValue()
    try scanner.finish()
    return result
  }

  private mutating func version() throws(JSONError) {
    _ = scanner.next()
    let start = scanner.offset
    let found = try list { (me: inout Self) throws(JSONError) in try me.scanner.readInteger() }
    guard found.starts(with: Pandoc.apiVersion.prefix(2)) else {
      let shown = found.map(String.init).joined(separator: ".")
      throw scanner.error(
        "the document follows pandoc-types \(shown), and 1.23 is what this program reads; "
          + "write it with pandoc 3.", at: start)
    }
  }

  // MARK: - Tagged objects

  /// Where an element's object was entered: its tag, and where to go on after its content.
  struct Tagged {
    let tag: JSONScanner.Span
    let hasContent: Bool
    /// Offset behind the content when it was read out of order, else -1.
    let resume: Int
  }

  /// Takes `{"t": …, "c":` in any order and stops before the content.
  @inline(__always)
  mutating func enterTagged(_ what: StaticString) throws(JSONError) -> Tagged {
    guard scanner.next() == UInt8(ascii: "{") else { throw scanner.unexpected("\(what)") }
    level &+= 1
    if level > Pandoc.maximumDepth {
      throw scanner.error(
        "elements lie deeper than \(Pandoc.maximumDepth) in each other; that is not supported.")
    }
    if let tagged = takeTagged() { return tagged }
    let start = scanner.offset
    if try scanner.enterObject() {
      let key = try scanner.readKeySpan()
      if scanner.matches(key, "t") {
        let tag = try scanner.readSpan()
        guard try scanner.continueObject() else {
          return Tagged(tag: tag, hasContent: false, resume: -1)
        }
        let key = try scanner.readKeySpan()
        if scanner.matches(key, "c") { return Tagged(tag: tag, hasContent: true, resume: -1) }
        return try findRest(tag: tag, start: start)
      }
      if scanner.matches(key, "c") { return try findRest(tag: nil, start: start, isContent: true) }
      return try findRest(tag: nil, start: start)
    }
    throw scanner.error("\(what) was expected, and an object without “t” was found.", at: start)
  }

  /// The slow way, for keys in another order: standing before the value of some key.
  @inline(never)
  private mutating func findRest(tag: JSONScanner.Span?, start: Int, isContent: Bool = false)
    throws(JSONError) -> Tagged
  {
    var tag = tag
    var content = isContent ? scanner.offset : -1
    try scanner.skipValue()
    while try scanner.continueObject() {
      let key = try scanner.readKeySpan()
      if tag == nil, scanner.matches(key, "t") {
        tag = try scanner.readSpan()
      } else {
        if content < 0, scanner.matches(key, "c") { content = scanner.offset }
        try scanner.skipValue()
      }
    }
    guard let tag else {
      throw scanner.error("an object without “t” was found where an element should be.", at: start)
    }
    let resume = scanner.offset
    if content >= 0 { scanner.offset = content }
    return Tagged(tag: tag, hasContent: content >= 0, resume: resume)
  }

  /// Takes what is left of the object after its content.
  @inline(__always)
  mutating func leaveTagged(_ tagged: Tagged) throws(JSONError) {
    level &-= 1
    if tagged.resume >= 0 {
      scanner.offset = tagged.resume
    } else if tagged.hasContent, !takeEnd() {
      while try scanner.continueObject() { try scanner.skipMember() }
    }
  }

  /// Leaves an element that takes no content, whether or not some was given.
  @inline(__always)
  mutating func leaveEmpty(_ tagged: Tagged) throws(JSONError) {
    if tagged.hasContent, tagged.resume < 0 { try scanner.skipValue() }
    try leaveTagged(tagged)
  }

  /// The error for an element without content.
  @inline(never)
  func missingContent(_ tagged: Tagged) -> JSONError {
    scanner.error("the element “\(name(tagged))” has no content (“c”).", at: tagged.tag.start)
  }

  /// The error for a tag that isn't one of `what`.
  @inline(never)
  func unknown(_ tagged: Tagged, _ what: String) -> JSONError {
    scanner.error("pandoc has no \(what) “\(name(tagged))”.", at: tagged.tag.start)
  }

  private func name(_ tagged: Tagged) -> String { (try? scanner.string(tagged.tag)) ?? "?" }

  // MARK: - Lists and tuples

  /// Takes an array of anything.
  mutating func list<Element>(_ read: (inout Self) throws(JSONError) -> Element)
    throws(JSONError) -> [Element]
  {
    guard try scanner.enterArray() else { return [] }
    var result: [Element] = []
    repeat { result.append(try read(&self)) } while try scanner.continueArray()
    return result
  }

  /// Takes `[` before the first value of a tuple.
  @inline(__always)
  mutating func enterTuple(_ length: Int) throws(JSONError) {
    guard try scanner.enterArray() else {
      throw scanner.error("\(length) values were expected in this list, and it is empty.")
    }
  }

  /// Takes `,` between the values of a tuple.
  @inline(__always)
  mutating func nextOfTuple(_ length: Int) throws(JSONError) {
    guard try scanner.continueArray() else {
      throw scanner.error("\(length) values were expected in this list, and fewer were found.")
    }
  }

  /// Takes `]` after the last value of a tuple.
  @inline(__always)
  mutating func leaveTuple(_ length: Int) throws(JSONError) {
    if try scanner.continueArray() {
      throw scanner.error("\(length) values were expected in this list, and more were found.")
    }
  }
}
