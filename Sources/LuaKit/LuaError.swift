import CLua
import CLuaKit

/// What went wrong in Lua, or at its border.
///
/// Thrown by Swift code that Lua called, it becomes a Lua error: one made with ``init(_:)`` a string with the script's
/// place before it, and one that came out of Lua the very value that it was.
public struct LuaError: Error, Sendable {
  public enum Kind: Sendable, Hashable {
    /// The text is no Lua.
    case syntax
    /// A script raised an error, or Lua did for it.
    case runtime
    /// The limit of CPU time, wall-clock time, memory or output was reached. The state is spent.
    case cpuTime, wallTime, memory, output
    /// A person interrupted the script twice. The state is spent.
    case interrupted
    /// The state was closed, or the reference belongs to another one.
    case closed
  }

  public let kind: Kind
  /// What happened, without the place.
  public let message: String
  /// The script and line where it happened, where Lua knows it.
  public let position: LuaPosition?
  /// The calls that led there, innermost first, as `debug.traceback` writes them.
  public let traceback: String?
  /// The Swift error that caused it, the same that was thrown.
  public let underlying: (any Error)?

  /// Which error value of the state this was, so that it can be raised again as itself. 0: none.
  @usableFromInline let token: UInt64
  let argumentIndex: Int?

  public var script: String? { position?.script }
  public var line: Int? { position?.line }
  /// `script:line: message`.
  public var summary: String { position.map { "\($0): \(message)" } ?? message }

  /// An error to throw out of a Swift function that Lua called: Lua sees a string with the place of the call before it.
  public init(_ message: String) {
    self.init(kind: .runtime, message: message)
  }

  public init(
    kind: Kind, message: String, position: LuaPosition? = nil, traceback: String? = nil,
    underlying: (any Error)? = nil
  ) {
    self.init(
      kind: kind, message: message, position: position, traceback: traceback,
      underlying: underlying, token: 0, argumentIndex: nil)
  }

  init(
    kind: Kind, message: String, position: LuaPosition?, traceback: String?,
    underlying: (any Error)?, token: UInt64, argumentIndex: Int?
  ) {
    self.kind = kind
    self.message = message
    self.position = position
    self.traceback = traceback
    self.underlying = underlying
    self.token = token
    self.argumentIndex = argumentIndex
  }

  /// A wrong argument: Lua sees `bad argument #1 to 'name' (message)`, with function and place filled in.
  public static func argument(_ index: Int, _ message: String) -> LuaError {
    LuaError(
      kind: .runtime, message: message, position: nil, traceback: nil, underlying: nil, token: 0,
      argumentIndex: index)
  }

  /// A wrong argument, with the types named as Lua does: `number expected, got string`.
  public static func argument(_ index: Int, expected: String, stack: LuaStack) -> LuaError {
    argument(index, "\(expected) expected, got \(stack.typeName(index))")
  }

  static var closed: LuaError {
    LuaError(kind: .closed, message: "the Lua state was closed")
  }

  /// What a Swift error says.
  static func text(of error: any Error) -> String {
    (error as? LuaError)?.summary ?? String(describing: error)
  }
}

extension LuaError: CustomStringConvertible {
  /// Summary and traceback, for people: control characters that a script put into its message, which could move the
  /// cursor of a terminal or clear it, are written as escapes.
  public var description: String {
    guard let traceback, !traceback.isEmpty else { return summary.withoutControls }
    return "\(summary)\n\(traceback)".withoutControls
  }
}

extension LuaError {
  /// Takes the error value on top of the stack, after a call failed with `status`.
  @usableFromInline
  static func caught(on stack: LuaStack, status: Int32) -> LuaError {
    let pointer = stack.pointer
    _ = lua_checkstack(pointer, 10)
    if status == LUA_ERRSYNTAX { return syntax(on: stack) }
    let token = lk_keep_error(pointer)
    let underlying = lk_swift_error_at(pointer, -1).map {
      Unmanaged<LuaErrorBox>.fromOpaque($0).takeUnretainedValue().error
    }
    lk_push_error_source(pointer)
    let script = stack.read(-1, as: String.self)
    lk_push_error_trace(pointer)
    let traceback = stack.read(-1, as: String.self)
    stack.pop(2)
    let line = Int(lk_hostof(pointer).pointee.error_line)
    lk_hostof(pointer).pointee.error_recorded = false  // whether it goes on is Swift's to say
    let position = script.flatMap { line > 0 ? LuaPosition(script: $0, line: line) : nil }
    var tripped = kind(of: lk_hostof(pointer).pointee.tripped)
    var text = underlying.map { self.text(of: $0) } ?? message(on: stack, run: tripped == nil)
    stack.pop()
    if tripped == nil, let late = kind(of: lk_hostof(pointer).pointee.tripped) {
      // The author's __tostring reached a limit.
      tripped = late
      lk_push_trip_message(pointer)
      text = stack.read(-1) ?? text
      stack.pop()
    }
    let (message, place) = split(text.shortened, near: position)
    return LuaError(
      kind: tripped ?? .runtime, message: message, position: place, traceback: traceback,
      underlying: underlying, token: token, argumentIndex: nil)
  }

  static func kind(of trip: lk_trip) -> Kind? {
    switch trip {
    case LK_TRIP_CPU: .cpuTime
    case LK_TRIP_WALL: .wallTime
    case LK_TRIP_MEMORY: .memory
    case LK_TRIP_OUTPUT: .output
    case LK_TRIP_INTERRUPT: .interrupted
    default: nil
    }
  }

  /// The text of the error value on top. `run`: an author's `__tostring` may be asked.
  private static func message(on stack: LuaStack, run: Bool) -> String {
    switch stack.kind(-1) {
    case .string, .number: return stack.read(-1) ?? ""
    case .nil: return "the error value is nil"
    default:
      if run, luaL_getmetafield(stack.pointer, -1, "__tostring") != LUA_TNIL {
        stack.pop()
        // Not through a LuaError: that would ask the error of `__tostring` for its text, and so on.
        lua_pushvalue(stack.pointer, -1)
        let status = lk_tostring(stack.pointer)
        defer { stack.pop() }
        if status == LUA_OK { return stack.read(-1) ?? "" }
      }
      if stack.kind(-1) == .table {
        stack.rawGet(-1, "message")
        defer { stack.pop() }
        if stack.kind(-1) == .string, let text = stack.read(-1, as: String.self) { return text }
      }
      return "the error value is a \(stack.typeName(-1)) without a message"
    }
  }

  /// Lua writes the place before the message; here they are kept apart. The place in the text wins over the recorded
  /// one, since `error(message, 2)` means the caller's line.
  private static func split(_ text: String, near position: LuaPosition?)
    -> (String, LuaPosition?)
  {
    guard let script = position?.script else { return (text, position) }
    var rest = text[...]
    guard rest.hasPrefix(script) else { return (text, position) }
    rest = rest.dropFirst(script.count)
    guard rest.first == ":" else { return (text, position) }
    rest = rest.dropFirst()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    guard let line = Int(digits), rest.hasPrefix(": ") else { return (text, position) }
    return (String(rest.dropFirst(2)), LuaPosition(script: script, line: line))
  }

  /// A syntax error: Lua's message is all there is, `script:line: what near 'token'`.
  private static func syntax(on stack: LuaStack) -> LuaError {
    let text = stack.read(-1, as: String.self) ?? "syntax error"
    _ = lk_keep_error(stack.pointer)
    stack.pop()
    guard let mark = text.range(ofPlace: ()) else {
      return LuaError(kind: .syntax, message: text)
    }
    return LuaError(
      kind: .syntax, message: String(text[mark.end...]),
      position: LuaPosition(script: String(text[..<mark.script]), line: mark.line))
  }
}

extension String {
  /// No more than a person reads: what a script raises can be as long as its memory allows.
  fileprivate var shortened: String {
    guard utf8.count > 10_000 else { return self }
    return String(decoding: utf8.prefix(10_000), as: UTF8.self) + "… (\(utf8.count) bytes)"
  }

  /// The text with control characters other than line ends and tabs, and those that reverse what stands after them, as
  /// Lua's escapes.
  var withoutControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      (scalar.value < 0x20 && scalar != "\n" && scalar != "\t")
        || (0x7F..<0xA0).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
    guard unicodeScalars.contains(where: isControl) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if isControl(scalar) {
        text += scalar.isASCII ? "\\\(scalar.value)" : "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }

  /// The first `:digits: ` in a message: where the script's name ends, the line, and where the rest begins.
  fileprivate func range(ofPlace: Void) -> (script: Index, line: Int, end: Index)? {
    var from = startIndex
    while let colon = self[from...].firstIndex(of: ":") {
      let digits = self[index(after: colon)...].prefix { $0.isASCII && $0.isNumber }
      if let line = Int(digits), self[digits.endIndex...].hasPrefix(": ") {
        return (colon, line, index(digits.endIndex, offsetBy: 2))
      }
      from = index(after: colon)
    }
    return nil
  }
}
