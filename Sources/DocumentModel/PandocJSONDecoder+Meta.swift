import JSONCodec

extension PandocJSONDecoder {
  mutating func metaMap() throws(JSONError) -> Meta {
    guard try scanner.enterObject() else { return Meta() }
    var meta = Meta()
    repeat {
      let name = try scanner.readKey()
      let value = try metaValue()
      // Of a name that stands twice the first holds, as with pandoc.
      if meta[name] == nil { meta[name] = value }
    } while try scanner.continueObject()
    return meta
  }

  mutating func metaValue() throws(JSONError) -> MetaValue {
    let tagged = try enterTagged("a metadata value")
    let tag = tagged.tag
    let names: [StaticString] = [
      "MetaMap", "MetaList", "MetaBool", "MetaString", "MetaInlines", "MetaBlocks",
    ]
    guard names.contains(where: { matches(tag, $0) }) else {
      throw unknown(tagged, "metadata value")
    }
    guard tagged.hasContent else { throw missingContent(tagged) }
    let value: MetaValue
    if matches(tag, "MetaMap") {
      value = .map(try metaMap())
    } else if matches(tag, "MetaList") {
      value = .list(try list { (me: inout Self) throws(JSONError) in try me.metaValue() })
    } else if matches(tag, "MetaBool") {
      value = .bool(try scanner.readBoolean())
    } else if matches(tag, "MetaString") {
      value = .string(try scanner.readString())
    } else if matches(tag, "MetaInlines") {
      value = .inlines(try inlines())
    } else {
      value = .blocks(try blocks())
    }
    try leaveTagged(tagged)
    return value
  }
}
