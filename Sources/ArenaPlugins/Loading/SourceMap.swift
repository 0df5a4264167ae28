/// Finds the line on which a key of a returned table stands. Lua keeps no lines of keys, so on an error the host reads
/// the source again: it looks for the table that the chunk returns, follows `local` tables by name, and steps over
/// functions and expressions without understanding them.
struct SourceMap {
  private final class Node {
    let line: Int
    var children: [DeclarationPath.Step: Node] = [:]
    /// The value, where it is a string and nothing else.
    var string: String?
    init(line: Int) { self.line = line }
  }

  private let root: Node?
  private let lastLine: Int

  init(_ source: String) {
    var reader = TableReader(SourceScanner.tokens(of: source))
    root = reader.readChunk()
    lastLine = reader.tokens.last?.line ?? 1
  }

  /// The line of a key, of the nearest thing around it where it has no line of its own, or of the `return`.
  func line(of path: DeclarationPath) -> Int {
    guard var node = root else { return lastLine }
    for step in path.steps {
      guard let next = node.children[step] else { break }
      node = next
    }
    return node.line
  }

  /// The string that stands at a key of the returned table; nil where it is worked out.
  func string(_ key: String) -> String? { root?.children[.key(key)]?.string }

  private struct TableReader {
    let tokens: [SourceScanner.Placed]
    private var at = 0
    private var locals: [String: Node] = [:]

    init(_ tokens: [SourceScanner.Placed]) { self.tokens = tokens }

    private var token: SourceScanner.Token? { at < tokens.count ? tokens[at].token : nil }
    private var line: Int { at < tokens.count ? tokens[at].line : tokens.last?.line ?? 1 }
    private func peek(_ ahead: Int) -> SourceScanner.Token? {
      at + ahead < tokens.count ? tokens[at + ahead].token : nil
    }

    /// Reads statements at the outermost level up to its `return`.
    mutating func readChunk() -> Node? {
      var depth = 0
      while let token {
        switch token {
        case .name("function"), .name("if"), .name("do"), .name("repeat"):
          depth += 1
          at += 1
        case .name("end"), .name("until"):
          depth -= 1
          at += 1
        case .name("local") where depth == 0:
          at += 1
          readLocal()
        case .name("return") where depth == 0:
          let returnLine = line
          at += 1
          return readValue() ?? Node(line: returnLine)
        default: at += 1
        }
      }
      return nil
    }

    private mutating func readLocal() {
      guard case .name(let name)? = token, name != "function", peek(1) == .symbol("=") else {
        return
      }
      at += 2
      if let node = readValue() { locals[name] = node }
    }

    /// The table that stands here, in braces or by the name of a local; nil for everything else, which it leaves.
    private mutating func readValue() -> Node? {
      switch token {
      case .symbol("{"): return readTable()
      case .name(let name):
        let follows = peek(1)
        let isWhole =
          follows == nil || follows == .symbol(",") || follows == .symbol("}")
          || follows == .symbol(";")
        guard isWhole, let known = locals[name] else { return nil }
        at += 1
        return known
      default: return nil
      }
    }

    private mutating func readTable() -> Node {
      let node = Node(line: line)
      at += 1
      var place = 1
      while let token, token != .symbol("}") {
        let entryLine = line
        let step: DeclarationPath.Step
        if case .name(let name) = token, peek(1) == .symbol("="), !Self.isKeyword(name) {
          step = .key(name)
          at += 2
        } else if token == .symbol("["), peek(2) == .symbol("]"), peek(3) == .symbol("=") {
          switch peek(1) {
          case .string(let text)?: step = .key(text)
          case .number(let digits)?: step = .index(Int(digits) ?? 0)
          default: step = .key("")
          }
          at += 4
        } else {
          step = .index(place)
          place += 1
        }
        let child = Node(line: entryLine)
        if case .string(let text)? = self.token, peek(1) == .symbol(",") || peek(1) == .symbol("}")
        {
          child.string = text
        }
        if let value = readValue() { child.children = value.children }
        skipExpression()
        node.children[step] = child
        if self.token == .symbol(",") || self.token == .symbol(";") { at += 1 }
      }
      at += 1
      return node
    }

    /// Steps to the comma or brace that ends the entry.
    private mutating func skipExpression() {
      var depth = 0
      while let token {
        switch token {
        case .symbol("{"), .symbol("("), .symbol("["), .name("function"), .name("if"), .name("do"),
          .name("repeat"):
          depth += 1
        case .symbol("}"), .symbol(")"), .symbol("]"):
          if depth == 0 { return }
          depth -= 1
        case .name("end"), .name("until"): depth -= 1
        case .symbol(","), .symbol(";"):
          if depth == 0 { return }
        default: break
        }
        at += 1
      }
    }

    private static func isKeyword(_ name: String) -> Bool { name == "function" || name == "not" }
  }
}
