extension Record {
  /// How a message calls the record: its type with its code, name or title, whatever there is.
  package var called: String {
    let name = text(.code) ?? text(.name) ?? text(.title) ?? text(.written) ?? text(.what)
    let type = type.rawValue.split(separator: "_").joined(separator: " ")
    return name.map { "the \(type) '\($0.prefix(60))'" } ?? "a \(type)"
  }
}
