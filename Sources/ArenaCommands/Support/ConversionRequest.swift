/// What a conversion is asked for: the options of `arena convert`, as plain values.
struct ConversionRequest: Equatable {
  var from: String?
  var to: String?
  var luaFilters: [String] = []
  var standalone = false
  var output: String?
  var metadata: [String] = []
  var referenceDoc: String?
  /// The format that filters see as FORMAT; nil is the one that is written.
  var target: String?
  var quiet = false
  /// The processor time that each script may use.
  var seconds = 60.0
  /// The memory that each script may hold, in MiB.
  var memory = 2048
  var files: [String] = []

  init() {}
}

extension ConversionRequest {
  /// Reads the plain command lines, which is nearly all that pipes and filters send, without the argument parser.
  ///
  /// The parser finds a command's options by reflection, and that takes longer than a short document's whole
  /// conversion. ``ConvertCommand`` remains the one that decides: whatever is not plain here (help, a mistake, a rare
  /// option, a value that looks like an option) is nil and goes to it. A test holds the two together.
  ///
  /// - Parameter arguments: what stands behind `arena convert`.
  init?(plain arguments: some Sequence<String>) {
    self.init()
    var rest = arguments.makeIterator()
    var seen: Set<String> = []
    while let argument = rest.next() {
      guard argument.utf8.first == UInt8(ascii: "-"), argument != "-" else {
        files.append(argument)
        continue
      }
      if let flag = Self.flags[argument] {
        self[keyPath: flag] = true
        continue
      }
      guard let option = Option(argument, next: { rest.next() }) else { return nil }
      switch option.name {
      case "lua-filter": luaFilters.append(option.value)
      case "metadata": metadata.append(option.value)
      case let name:
        guard seen.insert(name).inserted else { return nil }
        switch name {
        case "from": from = option.value
        case "to": to = option.value
        case "output": output = option.value
        case "target": target = option.value
        default: return nil
        }
      }
    }
  }

  private static var flags: [String: WritableKeyPath<Self, Bool>] {
    ["-s": \.standalone, "--standalone": \.standalone, "--quiet": \.quiet]
  }

  /// One option with its value, in any of the ways of writing it.
  private struct Option {
    let name: String
    let value: String

    init?(_ argument: String, next: () -> String?) {
      if argument.hasPrefix("--") {
        let parts = argument.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = Self.longNames[String(parts[0])] else { return nil }
        self.name = name
        guard let value = parts.count > 1 ? String(parts[1]) : next() else { return nil }
        self.value = value
      } else {
        guard
          let name = Self.shortNames[argument.utf8.count > 1 ? argument.dropFirst().prefix(1) : ""]
        else { return nil }
        self.name = name
        guard let value = argument.utf8.count > 2 ? String(argument.dropFirst(2)) : next() else {
          return nil
        }
        self.value = value
      }
      // Whether these are values is for the parser to say.
      guard !value.isEmpty, !value.hasPrefix("-"), !value.hasPrefix("=") else { return nil }
    }

    private static var longNames: [String: String] {
      [
        "from": "from", "read": "from", "to": "to", "write": "to", "output": "output",
        "lua-filter": "lua-filter", "metadata": "metadata", "target": "target",
      ]
    }

    private static var shortNames: [Substring: String] {
      [
        "f": "from", "r": "from", "t": "to", "w": "to", "o": "output", "L": "lua-filter",
        "M": "metadata",
      ]
    }
  }
}
