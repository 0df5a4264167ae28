/// Gives new codes by the format's patterns. Codes are never renumbered, and a gap is never filled: the next number is
/// one above the highest that was ever given beside it.
package struct CodeNumbering {
  private let format: FormatDeclaration
  private let arena: any ArenaReading
  private let language: String

  package init(_ format: FormatDeclaration, in arena: any ArenaReading) throws {
    self.format = format
    self.arena = arena
    self.language = try arena.arena().text(.language) ?? "en"
  }

  /// The code for a new group that meets in these slots and has these fields of the format.
  package func code(slots: [RecordID], fields: Fields) throws -> String {
    let pattern = try CodePattern(format.group.code)
    let known = try values(slots: slots, fields: fields)
    return try next(pattern, known, used: try usedCodes())
  }

  /// The codes for the parts of a group that is split.
  package func partCodes(of group: Record, count: Int) throws -> [String] {
    let pattern = try CodePattern(format.group.partCode)
    var known = try values(slots: group.references(.slots), fields: group.fields)
    known["code"] = group.text(.code) ?? ""
    var used = try usedCodes()
    var codes: [String] = []
    for _ in 0..<count {
      let code = try next(pattern, known, used: used)
      codes.append(code)
      used.append(code)
    }
    return codes
  }

  /// The code of a group that others are merged into.
  package func joinedCode(of groups: [Record]) throws -> String {
    let codes = groups.compactMap { $0.text(.code) }
    let known = try values(
      slots: groups.first?.references(.slots) ?? [], fields: groups.first?.fields ?? Fields())
    let pattern = try TextPattern(format.group.joinedCode)
    guard pattern.keys.contains("codes") || pattern.keys.contains("code") else {
      return try next(CodePattern(format.group.joinedCode), known, used: try usedCodes())
    }
    return try pattern.filled(in: language) { key in
      switch key {
      case "codes": .list(codes)
      case "code": codes.first.map { .text($0) }
      default: known[key].map { .text($0) }
      }
    }
  }

  /// The code of a contribution of these groups; the second of a group gets -2, the third -3.
  package func contributionCode(groups: [Record], fields: Fields) throws -> String? {
    guard let group = groups.first else { return nil }
    var known = try values(slots: group.references(.slots), fields: fields)
    let codes = groups.compactMap { $0.text(.code) }
    guard !codes.isEmpty else { return nil }
    known["group"] = Wording.list(codes, in: language)
    known["code"] = known["group"]
    let used = try (arena.records(of: .contribution) + arena.withdrawnRecords(of: .contribution))
      .compactMap { $0.text(.code) }
    let pattern = try CodePattern(format.contribution.code)
    if pattern.keys.contains("n") || pattern.keys.contains("letter") {
      return try next(pattern, known, used: used)
    }
    let code = try pattern.written(known, in: language)
    let taken = Set(used.map { Folding.fold($0) })
    var number = 1
    var candidate = code
    while taken.contains(Folding.fold(candidate)) {
      number += 1
      candidate = "\(code)-\(number)"
    }
    return candidate
  }

  private func usedCodes() throws -> [String] {
    // Of withdrawn groups, too: a code is never given twice.
    try (arena.records(of: .group) + arena.withdrawnRecords(of: .group))
      .filter { $0.text(.format) == nil || $0.text(.format) == format.name }
      .flatMap { [$0.text(.code)].compactMap { $0 } + $0.texts(.codes) }
  }

  /// What is known before a number is chosen.
  private func values(slots: [RecordID], fields: Fields) throws -> [String: String] {
    var values: [String: String] = [:]
    if let first = slots.first, let block = try arena.record(first) {
      values["slot"] = block.integer(.number).map(String.init)
      values["day"] = block.integer(.day).map(String.init)
    }
    let show = ValueText(arena: arena, format: format, language: language)
    for entry in fields where values[entry.name] == nil {
      values[entry.name] = try show.text(entry.value)
    }
    return values
  }

  private func next(_ pattern: CodePattern, _ known: [String: String], used: [String]) throws
    -> String
  {
    var known = known
    let counted = pattern.keys.contains("n") ? "n" : "letter"
    known["n"] = nil
    known["letter"] = nil
    for key in pattern.keys where key != "n" && key != "letter" && known[key] == nil {
      throw ModelError(
        .parameter, "The code \"\(pattern.pattern.source)\" needs the \(key) of the group.",
        remedy: key == "slot" || key == "day" ? "Say in which slot it meets." : "Give its \(key).")
    }
    var highest = 0
    for code in used {
      guard let values = pattern.values(in: code),
        known.allSatisfy({ key, value in
          values[key].map { Folding.fold($0) == Folding.fold(value) } ?? true
        })
      else { continue }
      let number = values[counted].flatMap { counted == "n" ? Int($0) : Self.number(ofLetter: $0) }
      highest = max(highest, number ?? 0)
    }
    known["n"] = String(highest + 1)
    known["letter"] = Self.letter(highest + 1)
    return try pattern.written(known, in: language)
  }

  /// 1 is A, 26 is Z, 27 is AA.
  static func letter(_ number: Int) -> String {
    var number = number
    var out = ""
    while number > 0 {
      number -= 1
      out = String(UnicodeScalar(UInt8(0x41 + number % 26))) + out
      number /= 26
    }
    return out
  }

  static func number(ofLetter letters: String) -> Int? {
    var number = 0
    for scalar in letters.uppercased().unicodeScalars {
      guard (0x41...0x5A).contains(scalar.value) else { return nil }
      number = number * 26 + Int(scalar.value) - 0x40
    }
    return number
  }
}
