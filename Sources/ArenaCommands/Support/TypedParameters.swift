import ArenaModel
import ArgumentParser

/// `key=value` as the commands do, view, propose and export take it: one parser, and one message.
enum TypedParameters {
  /// What is wrong with how the parameters are written, before any arena is opened.
  static func validate(_ texts: [String]) throws {
    for text in texts where GivenParameter(typed: text) == nil {
      throw ValidationError(
        "“\(text)” is no parameter: it has no key. Write key=value, with quotation marks around a "
          + "value that has spaces: key=\"some words\".")
    }
    let fromInput = texts.filter { $0.hasSuffix("=-") }
    if fromInput.count > 1 {
      throw ValidationError(
        "Standard input can be one value, and \(fromInput.joined(separator: ", ")) all want it. "
          + "Take the others from files: key=@file.")
    }
  }

  /// The parameters with their values: `key=@file` has been read from the file, `key=-` from standard input, and
  /// `key=@@text` is a text that begins with the sign.
  static func read(_ texts: [String]) throws -> [GivenParameter] {
    try validate(texts)
    return try texts.compactMap(GivenParameter.init(typed:)).map { given in
      guard case .text(let value) = given.value else { return given }
      if value == "-" {
        return GivenParameter(given.name, .text(try contents(of: "-", given.name)))
      }
      guard value.hasPrefix("@") else { return given }
      let rest = String(value.dropFirst())
      if rest.hasPrefix("@") { return GivenParameter(given.name, .text(rest)) }
      return GivenParameter(given.name, .text(try contents(of: rest, given.name)))
    }
  }

  private static func contents(of path: String, _ key: String) throws -> String {
    guard !path.isEmpty else {
      throw CommandError(
        "\(key)=@ names no file. Write \(key)=@file, or \(key)=@@ for the sign itself.")
    }
    guard var text = String(validating: try InputBytes(path).array(), as: UTF8.self) else {
      throw CommandError(
        "\(key): \(path == "-" ? "standard input" : path) is not UTF-8. Save it as UTF-8 text.")
    }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
