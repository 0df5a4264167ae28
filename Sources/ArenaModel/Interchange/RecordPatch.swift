import JSONCodec

/// One side of a change in the journal: the fields that differed, as they were before it or after it.
package struct RecordPatch: Sendable, Hashable {
  package var revision: Int?
  package var changed: Instant?
  package var isWithdrawn: Bool?
  package var values: [ModelField: Value] = [:]
  /// All that formats had added, where that differed; nil where it didn't, or was nothing.
  package var fields: Fields?

  package init() {}

  /// Reads what the journal holds of a record that was updated.
  package init(
    _ text: String, of type: RecordType, findBytes: ((String) throws -> [UInt8]?)? = nil
  ) throws {
    self.init()
    var text = text
    self = try text.withUTF8 { bytes in
      var patch = RecordPatch()
      var reader = RecordReader(UnsafeRawBufferPointer(bytes), findBytes: findBytes)
      try reader.readObject { reader, key in
        switch key {
        case "revision": patch.revision = try reader.scanner.readInteger()
        case "changed": patch.changed = try reader.readInstant()
        case "withdrawn": patch.isWithdrawn = try reader.scanner.readBoolean()
        case "fields": patch.fields = try reader.readFields()
        default:
          let spec = try reader.spec(key, of: type)
          patch.values[spec.field] = try reader.read(spec)
        }
      }
      return patch
    }
  }

  /// The record as it is after the change from `before` to this.
  package func applied(to record: Record, from before: RecordPatch) -> Record {
    var out = record
    for field in Set(before.values.keys).union(values.keys) { out[field] = values[field] }
    if before.fields != nil || fields != nil { out.fields = fields ?? Fields() }
    if let isWithdrawn { out.isWithdrawn = isWithdrawn }
    if let revision { out.revision = revision }
    if let changed { out.changed = changed }
    return out
  }

  /// The names of the fields in which a record is no longer as this patch left it.
  package func differences(in record: Record, from before: RecordPatch) -> [String] {
    var out: [String] = []
    for field in Set(before.values.keys).union(values.keys) where record[field] != values[field] {
      out.append(field.name)
    }
    if before.fields != nil || fields != nil, record.fields != fields ?? Fields() {
      out.append("fields")
    }
    if let isWithdrawn, record.isWithdrawn != isWithdrawn { out.append("withdrawn") }
    return out.sorted()
  }
}

extension Record {
  /// Reads a whole record of the dump or the journal.
  package init(
    _ text: String, of type: RecordType, findBytes: ((String) throws -> [UInt8]?)? = nil
  ) throws {
    var text = text
    self = try text.withUTF8 { bytes in
      var reader = RecordReader(UnsafeRawBufferPointer(bytes), findBytes: findBytes)
      return try reader.readRecord(of: type)
    }
  }
}
