import JSONCodec

/// The JSON Schema of the dump, made from the model's own table so that the two can't part.
package enum DumpSchema {
  /// The schema, in draft 2020-12, as docs/arena.schema.json has it.
  package static func text() -> String { JSONValue.object(schema).text(.lines) + "\n" }

  private static func object(_ members: (String, JSONValue)...) -> JSONObject {
    JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) })
  }

  private static func value(_ members: (String, JSONValue)...) -> JSONValue {
    .object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) }))
  }

  private static func reference(_ name: String) -> JSONValue {
    value(("$ref", .string("#/$defs/\(name)")))
  }

  private static func list(of element: JSONValue) -> JSONValue {
    value(("type", "array"), ("items", element))
  }

  private static func described(_ schema: JSONValue, _ help: String) -> JSONValue {
    guard case .object(var object) = schema else { return schema }
    object["description"] = .string(help)
    return .object(object)
  }

  private static func objectSchema(
    _ properties: JSONObject, required: [String] = []
  ) -> JSONValue {
    var out = object(("type", "object"), ("properties", .object(properties)))
    if !required.isEmpty { out.append("required", .array(required.map { .string($0) })) }
    out.append("additionalProperties", false)
    return .object(out)
  }

  private static var schema: JSONObject {
    var properties = object(
      ("dump_version", described(value(("const", 1)), "The version of this form.")))
    add(.arena, to: &properties)
    properties.append(
      "declarations",
      described(
        value(("type", "object"), ("additionalProperties", value(("type", "object")))),
        "What each format that the arena uses declares, by the format's name."))
    var required = ["dump_version", "id", "revision", "added", "changed", "declarations"]
    for type in RecordType.allCases where type != .arena {
      properties.append(type.plural, list(of: reference(type.rawValue)))
      required.append(type.plural)
    }
    properties.append(
      "contents",
      described(
        value(("type", "object"), ("additionalProperties", value(("type", "string")))),
        "Bytes that only the journal knows of, as base64 by their SHA-256."))
    properties.append("journal", list(of: reference("action")))
    var definitions = JSONObject()
    for type in RecordType.allCases where type != .arena {
      var fields = JSONObject()
      add(type, to: &fields)
      definitions.append(
        type.rawValue,
        objectSchema(fields, required: ["id", "revision", "added", "changed"]))
    }
    for (name, definition) in common { definitions.append(name, definition) }
    return object(
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "The dump of an arena"),
      (
        "description",
        "What `arena dump` writes and `arena load` reads. Lists hold the oldest record first."
      ),
      ("type", "object"), ("properties", .object(properties)),
      ("required", .array(required.map { .string($0) })), ("additionalProperties", false),
      ("$defs", .object(definitions)))
  }

  /// The keys that a record has, in the order in which they are written.
  private static func add(_ type: RecordType, to properties: inout JSONObject) {
    properties.append("id", described(reference("id"), "The record's own id."))
    properties.append(
      "revision",
      value(
        ("type", "integer"), ("minimum", 1), ("description", "Grows by one with every change.")))
    properties.append("added", reference("instant"))
    properties.append("changed", reference("instant"))
    properties.append(
      "withdrawn",
      value(
        ("const", true),
        ("description", "Taken off the programme: lists leave it out, history keeps it.")))
    for spec in Schema.fields(of: type) {
      properties.append(spec.name, described(schema(of: spec), spec.help))
    }
    properties.append("fields", described(reference("fields"), "What the record's format added."))
  }

  private static func schema(of spec: FieldSpec) -> JSONValue {
    let element = schema(of: spec.type, terms: spec.terms, keys: spec.keys)
    return spec.isMany ? list(of: element) : element
  }

  private static func schema(
    of type: FieldType, terms: [String] = [], keys: [FieldSpec.ObjectKey] = []
  ) -> JSONValue {
    switch type {
    case .choice where !terms.isEmpty: value(("enum", .array(terms.map { .string($0) })))
    case .text, .rich, .choice, .perspective: value(("type", "string"))
    case .time:
      value(("type", "string"), ("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$"))
    case .day: value(("type", "string"), ("pattern", "^\\d{4}-\\d{2}-\\d{2}$"))
    case .integer: value(("type", "integer"))
    case .number: value(("type", "number"))
    case .boolean: value(("type", "boolean"))
    case .count, .date: reference(type.rawValue)
    case .actor: reference("actor")
    case .items: reference("items")
    case .reference: value(("oneOf", .array([reference("id"), reference("elsewhere")])))
    case .person, .organisation, .group, .contribution, .slot, .block, .place, .nextStep,
      .strategyElement, .record:
      reference("id")
    case .object where keys.isEmpty: reference("fields")
    case .object:
      objectSchema(
        JSONObject(
          keys.map {
            JSONObject.Member(
              key: $0.name,
              value: $0.isMany ? list(of: schema(of: $0.type)) : schema(of: $0.type))
          }))
    case .value: reference("value")
    case .blob: reference("content")
    case .members, .nextSteps: value(("not", value()))
    }
  }

  private static var common: [(String, JSONValue)] {
    [
      (
        "id",
        value(
          ("type", "string"),
          ("pattern", "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"),
          ("description", "A UUID in lower case."))
      ),
      (
        "instant",
        value(
          ("type", "string"),
          ("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$"),
          ("description", "A moment in UTC, to the millisecond."))
      ),
      (
        "count",
        described(
          objectSchema(
            object(("text", value(("type", "string"))), ("value", value(("type", "number")))),
            required: ["text"]),
          "A count as stated; a blank one has the text \"\". The value is what could be read.")
      ),
      (
        "date",
        described(
          objectSchema(
            object(("text", value(("type", "string"))), ("value", value(("type", "string")))),
            required: ["text"]),
          "A date as stated, and the ISO date where one could be read.")
      ),
      (
        "actor",
        value(
          ("description", "A person, an organisation, or a name as written."),
          (
            "oneOf",
            .array([
              objectSchema(object(("person", reference("id"))), required: ["person"]),
              objectSchema(object(("organisation", reference("id"))), required: ["organisation"]),
              objectSchema(object(("name", value(("type", "string")))), required: ["name"]),
            ])
          ))
      ),
      (
        "elsewhere",
        described(
          objectSchema(
            object(
              ("arena", value(("type", "string"))), ("code", value(("type", "string"))),
              ("title", value(("type", "string")))), required: ["arena"]),
          "A record of another arena.")
      ),
      ("items", list(of: reference("item"))),
      (
        "item",
        objectSchema(
          object(
            ("id", reference("id")), ("text", value(("type", "string"))),
            (
              "category",
              value(
                ("type", "string"),
                ("description", "The category that it was sorted into, by name."))
            ),
            ("bullet", value(("const", false), ("description", "False: a paragraph."))),
            (
              "mark",
              value(("type", "string"), ("description", "The mark as written: 1., a)."))
            ),
            ("items", reference("items"))), required: ["id", "text"])
      ),
      (
        "content",
        value(
          (
            "oneOf",
            .array([
              objectSchema(object(("text", value(("type", "string")))), required: ["text"]),
              objectSchema(object(("base64", value(("type", "string")))), required: ["base64"]),
            ])
          ))
      ),
      (
        "fields",
        value(("type", "object"), ("additionalProperties", reference("value")))
      ),
      ("value", anyValue), ("action", action), ("change", change),
      (
        "digest",
        value(("type", "string"), ("pattern", "^([0-9a-f]{2})+$"))
      ),
    ]
  }

  /// A value that says its type: JSON's own, or an object with one key.
  private static var anyValue: JSONValue {
    let tagged = [
      ("stated", value(("anyOf", .array([reference("count"), reference("date")])))),
      ("actor", reference("actor")), ("record", reference("id")),
      ("elsewhere", reference("elsewhere")), ("items", reference("items")),
      ("object", reference("fields")), ("blob", reference("content")),
    ].map { objectSchema(object(($0.0, $0.1)), required: [$0.0]) }
    return value(
      (
        "anyOf",
        .array(
          [
            value(("type", .array(["string", "number", "boolean"]))),
            list(of: reference("value")),
          ] + tagged)
      ))
  }

  private static var action: JSONValue {
    let text = value(("type", "string"))
    return objectSchema(
      object(
        ("number", value(("type", "integer"), ("minimum", 1))), ("at", reference("instant")),
        ("name", text), ("origin", text), ("plugin", text),
        ("undoes", value(("type", "integer"), ("minimum", 1))), ("actor", reference("actor")),
        ("parameters", text), ("notes", list(of: text)), ("salt", reference("digest")),
        ("erased", reference("digest")), ("digest", reference("digest")),
        ("changes", list(of: reference("change"))),
        (
          "chain",
          described(reference("digest"), "The digest of this action and all before it.")
        )),
      required: ["number", "at", "name", "origin", "digest", "changes", "chain"])
  }

  private static var change: JSONValue {
    objectSchema(
      object(
        (
          "type",
          value(
            (
              "enum", .array(RecordType.allCases.map { .string($0.rawValue) } + ["declaration"])
            ))
        ),
        ("subject", value(("type", "string"))), ("before", value(("type", "object"))),
        ("after", value(("type", "object"))), ("salt", reference("digest")),
        ("erased", reference("digest")), ("digest", reference("digest"))),
      required: ["type", "subject", "digest"])
  }
}
