import ArenaModel
import JSONCodec

/// How two states of a record become the texts of a change.
enum RecordChange {
  /// The texts before and after; nil where nothing differs.
  static func texts(
    from old: Record?, to new: Record?, keepBytes: (([UInt8]) throws -> String)?
  ) throws -> (before: String?, after: String?)? {
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, let new?): return (nil, try whole(new, keepBytes))
    case (let old?, nil): return (try whole(old, keepBytes), nil)
    case (let old?, let new?):
      if old == new { return nil }
      return (
        try part(of: old, against: new, keepBytes), try part(of: new, against: old, keepBytes)
      )
    }
  }

  private static func whole(_ record: Record, _ keepBytes: (([UInt8]) throws -> String)?) throws
    -> String
  {
    var writer = RecordWriter(keepBytes: keepBytes)
    try writer.write(record)
    return writer.out.string()
  }

  /// The fields of `record` that differ from the other's. A field without value is left out.
  private static func part(
    of record: Record, against other: Record, _ keepBytes: (([UInt8]) throws -> String)?
  ) throws -> String {
    var writer = RecordWriter(keepBytes: keepBytes)
    var isFirst = true
    writer.out.append("{")
    writer.writeKey("revision", &isFirst)
    writer.out.append(decimal: record.revision)
    writer.writeKey("changed", &isFirst)
    writer.out.appendJSON(record.changed.description)
    if record.isWithdrawn != other.isWithdrawn {
      writer.writeKey("withdrawn", &isFirst)
      record.isWithdrawn ? writer.out.append("true") : writer.out.append("false")
    }
    for (position, spec) in Schema.fields(of: record.type).enumerated() {
      guard record[position: position] != other[position: position] else { continue }
      guard let value = record[position: position] else { continue }
      writer.writeKey(spec.name, &isFirst)
      try writer.write(value, spec, of: record.type)
    }
    if record.fields != other.fields && !record.fields.isEmpty {
      writer.writeKey("fields", &isFirst)
      try writer.write(fields: record.fields, of: record.type)
    }
    writer.out.append("}")
    return writer.out.string()
  }
}
