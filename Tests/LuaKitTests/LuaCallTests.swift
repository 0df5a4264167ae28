import LuaKit
import Testing

@Suite struct LuaCallTests {
  @Test func aTextChunkRunsAndGivesItsResults() throws {
    let state = LuaState()
    #expect(try state.evaluate("return 6 * 7", as: Int.self) == 42)
    #expect(try state.evaluate("return 'å' .. 'ß'", as: String.self) == "åß")
    let results = try state.run("return 1, 2.5, 'x', nil, true", name: "r.lua")
    #expect(results.count == 5)
    #expect(results[0].integer == 1 && results[1].number == 2.5 && results[2].string == "x")
    #expect(results[3].isNil && results[4].boolean == true)
  }

  @Test func typedSwiftFunctionsAreCalledWithArgumentsOfTheirTypes() throws {
    let state = LuaState()
    state.globals.setFunction(typed: "repeated") { (text: String, times: Int?) -> String in
      String(repeating: text, count: times ?? 2)
    }
    #expect(try state.evaluate("return repeated('ab')", as: String.self) == "abab")
    #expect(try state.evaluate("return repeated('ab', 3)", as: String.self) == "ababab")
    let error = #expect(throws: LuaError.self) {
      try state.run("local x = 1\nrepeated({})", name: "author.lua")
    }
    #expect(error?.position == LuaPosition(script: "author.lua", line: 2))
    #expect(error?.message == "bad argument #1 to 'repeated' (string expected, got table)")
  }

  @Test func aSwiftErrorPassesThroughLuaWithItsIdentity() throws {
    final class Marker: Error, @unchecked Sendable {}
    let state = LuaState()
    let marker = Marker()
    state.globals.setFunction("fail") { _ in throw marker }
    let error = #expect(throws: LuaError.self) {
      try state.run("local ok, e = pcall(fail)\nassert(not ok)\nerror(e, 0)", name: "a.lua")
    }
    #expect((error?.underlying as? Marker) === marker)
  }

  @Test func anErrorThatCrossesTwiceIsTheSameLuaValue() throws {
    let state = LuaState()
    let thrower = try state.load("error({code = 7})", name: "inner.lua")
    state.globals.setFunction("through") { _ in
      try thrower()
      return 0
    }
    #expect(
      try state.evaluate("local ok, e = pcall(through); return e.code", as: Int.self) == 7)
  }

  @Test func syntaxErrorsNameScriptAndLine() throws {
    let state = LuaState()
    let error = #expect(throws: LuaError.self) {
      try state.load("x = 1\ny = = 2", name: "my/plugin.lua")
    }
    #expect(error?.kind == .syntax)
    #expect(error?.position == LuaPosition(script: "my/plugin.lua", line: 2))
    #expect(error?.message == "unexpected symbol near '='")
  }

  @Test func bytecodeIsRefused() throws {
    let state = LuaState(library: .standard)
    let error = #expect(throws: LuaError.self) {
      try state.load("\u{1B}Lua", name: "b")
    }
    #expect(error?.message.contains("binary") == true)
  }

  @Test func aSwiftFunctionMayYield() throws {
    let state = LuaState()
    state.globals.setFunction("ask") { stack in
      stack.push("question")
      return .yield(1)
    }
    let text = """
      local co = coroutine.wrap(function() local a = ask() return 'got ' .. a end)
      local q = co()
      return q .. ' ' .. co('answer')
      """
    #expect(try state.evaluate(text, as: String.self) == "question got answer")
  }

  @Test func swiftKnowsTheLineThatCalledIt() throws {
    let state = LuaState()
    var seen: LuaPosition?
    state.globals.setFunction("here") { stack in
      seen = stack.position()
      return 0
    }
    try state.run("\n\nhere()", name: "where.lua")
    #expect(seen == LuaPosition(script: "where.lua", line: 3))
  }

  @Test func environmentsKeepGlobalsApart() throws {
    let state = LuaState()
    let environment = state.table()
    environment["given"] = 5
    try state.run("made = given + 1", name: "e.lua", environment: environment)
    #expect(environment["made"].integer == 6)
    #expect(state.globals["made"].isNil)
  }

  @Test func coroutinesAreDrivenFromSwift() throws {
    let state = LuaState()
    let create = try state.evaluate(
      "return coroutine.create(function(a) local b = coroutine.yield(a + 1) return b * 2 end)",
      as: LuaThread.self)
    guard case .yielded(let first) = try create.resume(1) else { return #expect(Bool(false)) }
    #expect(first.first?.integer == 2)
    guard case .returned(let last) = try create.resume(21) else { return #expect(Bool(false)) }
    #expect(last.first?.integer == 42)
    #expect(throws: LuaError.self) { try create.resume() }
  }
}
