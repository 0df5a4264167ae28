// rooms: CLua CLuaKit LuaKit
import LuaKit

/// The edges of the binding: scripts, calls of the library's and the host's functions with arguments of every type, and
/// patterns. Whatever comes, the state answers with results or an error, holds its limit of memory, and gives every
/// object back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(UnsafeRawBufferPointer(start: start, count: count))
  let before = Card.living
  do {
    let state = LuaState(
      limits: LuaLimits(cpuSeconds: 0.2, wallSeconds: 2, memoryMiB: 16, outputBytes: 1 << 16),
      output: LuaOutput { _ in })
    state.globals.setRaw("card", Card(title: "Ås"))
    state.globals.setRaw("list", LuaList(["a", "b", "c"]) { $1.push($0) })
    // Rows, and one whose source is gone.
    let rows = LuaRows(Cards(), on: state.stack)
    state.globals.setRaw("rows", LuaList(count: 3) { rows.push($0, onto: $1) })
    LuaRows(Cards(), on: state.stack).push(1, onto: state.stack)
    state.globals.setRaw("gone", LuaReference(popping: state.stack))
    state.globals.setFunction("integer") { stack in
      stack.result(try stack.argument(1, as: Int.self) &+ (try stack.argument(2, as: Int.self)))
    }
    state.globals.setFunction("text") { stack in
      stack.result(try stack.argument(1, as: String.self) + "!")
    }
    state.globals.setFunction("call") { stack in
      let function = try stack.argument(1, as: LuaFunction.self)
      return stack.result(try function.call(1, "x", as: LuaValue.self))
    }
    state.globals.setFunction("fail") { _ in throw LuaError("failed") }
    switch input.byte() % 3 {
    case 0: run(script: input.rest(), in: state)
    case 1: runCalls(&input, in: state)
    default: runPatterns(&input, in: state)
    }
    state.collectGarbage()
    precondition(state.trippedLimit != nil || state.usedBytes < 18 << 20)
  }
  precondition(Card.living == before, "an object was not given back, or twice")
  return 0
}

/// The bytes as a script; names of the library are in the corpus by chance and by libFuzzer's own comparisons.
private func run(script: UnsafeRawBufferPointer, in state: LuaState) {
  guard let chunk = try? state.load(script, name: "fuzz.lua") else { return }
  _ = try? chunk.call(as: LuaValue.self)
  _ = try? chunk.call(1, "x", as: LuaValue.self)
}

/// A row of calls: which function, then its arguments; results are arguments of later ones.
private func runCalls(_ input: inout Input, in state: LuaState) {
  let stack = state.stack
  guard
    let maker = try? state.load(
      """
      local functions, kept = {}, {}
      local function add(t) for _, f in sorted(t) do if type(f) == "function" then functions[#functions + 1] = f end end end
      add(_G) add(string) add(table) add(utf8) add(math) add(coroutine) add(os)
      functions[#functions + 1] = function(k) return card[k] end
      functions[#functions + 1] = function(k, v) card[k] = v end
      functions[#functions + 1] = function(...) return card:grow(...) end
      functions[#functions + 1] = function(k) return list[k] end
      functions[#functions + 1] = function(k) return rows[1][k], rows[k] end
      functions[#functions + 1] = function(k, v) rows[2][k] = v end
      functions[#functions + 1] = function(k) return gone[k] end
      functions[#functions + 1] = function(a, b) return a .. b, a == b, #a end
      functions[#functions + 1] = function(a, b) return a < b end
      functions[#functions + 1] = function(t, k, v) t[k] = v return t end
      functions[#functions + 1] = function(f, ...) return coroutine.wrap(f)(...) end
      return function(n, ...)
        local function keep(ok, ...)
          for i = 1, select("#", ...) do kept[#kept % 64 + 1] = (select(i, ...)) end
        end
        keep(pcall(functions[n % #functions + 1], ...))
      end, function(n) return kept[n % (#kept + 1)] end
      """, name: "calls.lua")
  else { preconditionFailure("the script of the calls doesn't compile") }
  guard (try? stack.call(results: 2, { stack.push(maker) })) != nil,
    let kept = stack.read(-1, as: LuaFunction.self), let call = stack.read(-2, as: LuaFunction.self)
  else { return }
  stack.pop(2)
  while !input.isEmpty {
    let function = input.byte()
    let count = input.byte() % 5
    var arguments: [LuaValue] = []
    for _ in 0..<count { arguments.append(argument(&input, state, kept)) }
    let failed =
      (try? stack.call(results: 0) {
        stack.push(call)
        stack.push(Int(function))
        for argument in arguments { stack.push(argument) }
      }) == nil
    if failed && state.trippedLimit != nil { return }
  }
}

private func argument(_ input: inout Input, _ state: LuaState, _ kept: LuaFunction) -> LuaValue {
  switch input.byte() % 14 {
  case 0: return .nil
  case 1: return .boolean(input.byte() % 2 == 0)
  case 2: return .integer(Int(input.byte()) - 128)
  case 3: return .integer(Int(truncatingIfNeeded: input.word()))
  case 4: return .number(Double(bitPattern: input.word()))
  case 5, 6: return .string(String(decoding: input.text(), as: UTF8.self))
  case 7: return .table(state.table())
  case 8: return state.globals["card"]
  case 9: return state.globals["list"]
  case 10: return state.globals["string"]
  case 11: return state.globals["gone"]
  case 12: return (try? state.evaluate("return rows[3]", as: LuaValue.self)) ?? .nil
  default: return (try? kept.call(Int(input.byte()), as: LuaValue.self)) ?? .nil
  }
}

/// Pattern, subject and replacement, through all functions that take patterns, and formats.
private func runPatterns(_ input: inout Input, in state: LuaState) {
  let pattern = String(decoding: input.text(), as: UTF8.self)
  let subject = String(decoding: input.text(), as: UTF8.self)
  let replacement = String(decoding: input.rest(), as: UTF8.self)
  guard
    let all = try? state.load(
      """
      local p, s, r = ...
      pcall(string.find, s, p) pcall(string.match, s, p, -3) pcall(string.gsub, s, p, r) pcall(string.gsub, s, p, {})
      pcall(string.gsub, s, p, function(...) return (...) end, 3)
      pcall(function() for a, b in s:gmatch(p) do end end)
      pcall(string.format, p, s, r, 1, 2.5, {}) pcall(string.pack, p, 1, s, r, 2) pcall(string.unpack, p, s) pcall(string.packsize, p)
      pcall(os.date, p, 1) pcall(load, p) pcall(utf8.len, s) pcall(utf8.codepoint, s, 1, -1) pcall(tonumber, s, 36) pcall(tonumber, p)
      """, name: "patterns.lua")
  else { preconditionFailure("the script of the patterns doesn't compile") }
  _ = try? all.call(pattern, subject, replacement, as: LuaValue.self)
}

/// Takes the input apart.
private struct Input {
  private var bytes: UnsafeRawBufferPointer.SubSequence

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes[...] }

  var isEmpty: Bool { bytes.isEmpty }
  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }
  mutating func word() -> UInt64 { (0..<8).reduce(0) { word, _ in word << 8 | UInt64(byte()) } }

  /// As many bytes as the first says.
  mutating func text() -> UnsafeRawBufferPointer {
    let count = min(Int(byte()), bytes.count)
    defer { bytes = bytes.dropFirst(count) }
    return UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
  }

  mutating func rest() -> UnsafeRawBufferPointer {
    defer { bytes = bytes.dropFirst(bytes.count) }
    return UnsafeRawBufferPointer(rebasing: bytes)
  }
}

private final class Card: LuaObject {
  enum LuaKey: String, CaseIterable { case title, count }
  static let luaType = LuaType<Card>(
    name: "card", events: [.tostring, .eq, .len, .concat, .call, .lt, .close],
    methods: [
      (
        "grow",
        { card, stack in
          card.count &+= try stack.argument(2, as: Int.self)
          return stack.result(card.count)
        }
      )
    ])
  nonisolated(unsafe) static var living = 0
  let title: String
  var count = 0

  init(title: String) {
    self.title = title
    Card.living += 1
  }
  deinit { Card.living -= 1 }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result(title)
    case .count: stack.result(count)
    }
  }

  func luaSet(_ key: LuaKey, _ stack: LuaStack) throws { count = try stack.argument(3) }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    switch event {
    case .len: return stack.result(stack.read(1, as: Card.self)?.count)
    case .concat: return try stack.result(stack.text(1) + stack.text(2))
    case .eq, .lt: return stack.result(true)
    case .call: return try stack.result(stack.argument(1, as: Card.self))
    default: return stack.result("card")
    }
  }
}

/// Cards as rows.
private final class Cards: LuaRowSource {
  typealias LuaKey = Card.LuaKey
  static let luaRowType = LuaRowType<Cards>(name: "row", events: [.tostring, .len, .concat, .call])
  var counts = [0, 1, 2]

  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result("row")
    case .count: stack.result(counts[row])
    }
  }

  func luaSet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws {
    counts[row] = try stack.argument(3)
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    switch event {
    case .len: return stack.result(try stack.argument(1, as: LuaRow<Cards>.self).number)
    case .concat: return try stack.result(stack.text(1) + stack.text(2))
    case .call: return try stack.result(stack.argument(2, as: LuaValue.self))
    default: return stack.result("row")
    }
  }
}
