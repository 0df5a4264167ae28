import LuaKit
import Testing

/// Which line an error or a limit names, and how a person's interruption ends a script.
@Suite struct PlaceTests {
  private func failure(_ state: LuaState, _ text: String, name: String = "true.lua") -> LuaError? {
    do throws(LuaError) {
      _ = try state.load(text, name: name).call(as: LuaValue.self)
      return nil
    } catch {
      return error
    }
  }

  @Test func aLimitNamesTheScriptThatTheHostLoadedWhateverItCallsItsOwnChunks() {
    let state = LuaState(limits: LuaLimits(memoryMiB: 4))
    let error = failure(
      state, "\nload('local t = {} while true do t[#t + 1] = {} end', '@lie.lua')()")
    #expect(error?.kind == .memory)
    #expect(error?.position == LuaPosition(script: "true.lua", line: 2))
  }

  @Test func errorsPassOverTheHostsOwnChunks() throws {
    let state = LuaState()
    state.setOwnChunks(prefix: "host:")
    let helper = try state.load("return function(x) return x.y.z end", name: "host:helper")
    state.globals.setRaw("helper", try helper.call(as: LuaFunction.self))
    #expect(
      failure(state, "\n\nhelper {}")?.position == LuaPosition(script: "true.lua", line: 3))
  }

  @Test func deepInsideTheHostsOwnCodeTheScriptIsStillFound() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 5, memoryMiB: 16))
    state.setOwnChunks(prefix: "host:")
    let helper = try state.load(
      "local function f(n) return 1 + f(n + 1) end return f", name: "host:helper")
    state.globals.setRaw("helper", try helper.call(as: LuaFunction.self))
    let error = failure(state, "local x = helper(1) return x")
    #expect(
      error?.position == LuaPosition(script: "true.lua", line: 1), "\(String(describing: error))")
  }

  /// Each script catches an error, and fails later in its last line: that is what the traceback shows.
  @Test(arguments: [
    "load(function() return true end)",
    "coroutine.resume(coroutine.create(function() coroutine.wrap(error)() end))",
    "pcall(coroutine.wrap(error))",
    "quiet(error)",
    """
    local closed = coroutine.create(function()
      local x <close> = setmetatable({}, {__close = function() coroutine.wrap(error)() end})
      coroutine.yield()
    end)
    coroutine.resume(closed)
    assert(not coroutine.close(closed))
    """,
    "local x <close> = setmetatable({}, {__close = function() pcall(error) end})",
  ])
  func anErrorThatWasCaughtLeavesNoTraceInTheNext(caught: String) {
    let state = LuaState()
    state.globals.setFunction("quiet") { stack in
      _ = try? stack.call(results: 0) { stack.copy(1) }
      return .none
    }
    let error = failure(state, "local failing\n\(caught)\n\n\nfailing()")
    let line = caught.split(separator: "\n").count + 4
    #expect(error?.position == LuaPosition(script: "true.lua", line: line))
    #expect(
      error?.traceback?.hasSuffix("true.lua:\(line): in main chunk") == true,
      "\(error?.traceback ?? "none")")
  }

  @Test func anInterruptedScriptRaisesAnErrorAndTheStateGoesOn() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 10))
    state.globals.setFunction("stop") { stack in stack.result(LuaState.interrupt()) }
    let error = failure(state, "stop() while true do end")
    #expect(error?.kind == .runtime && error?.message == "interrupted")
    #expect(try state.evaluate("return 1 + 1", as: Int.self) == 2)
    #expect(!LuaState.interrupt(), "none runs")
  }

  @Test func theSecondInterruptionIsForGood() {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 10))
    state.globals.setFunction("stop") { stack in stack.result(LuaState.interrupt()) }
    let error = failure(state, "while true do pcall(function() stop() while true do end end) end")
    #expect(error?.kind == .interrupted)
    #expect(state.trippedLimit == .interrupted)
  }

  @Test func controlCharactersOfAMessageAreWrittenAsEscapes() {
    let error = failure(LuaState(), #"error("a\27[2J\rb\0\tc", 0)"#)
    #expect(error?.message == "a\u{1B}[2J\rb\0\tc")
    #expect(error?.description.hasPrefix("true.lua:1: a\\27[2J\\13b\\0\tc") == true)
    let reversing = failure(LuaState(), #"error("a\u{202e}b", 0)"#)
    #expect(reversing?.description.hasPrefix(#"true.lua:1: a\u{202e}b"#) == true)
  }

  @Test func aMessageAsLongAsTheMemoryIsCutShortForPeople() throws {
    let state = LuaState()
    let error = failure(state, #"error(("x"):rep(1 << 20))"#)
    #expect(error?.position == LuaPosition(script: "true.lua", line: 1))
    #expect(error?.message.hasSuffix("x… (1048588 bytes)") == true)
    #expect(error.map { $0.message.utf8.count < 11_000 } == true)
    let seen = "return #select(2, pcall(error, ('x'):rep(1 << 20)))"
    #expect(try state.evaluate(seen, as: Int.self) == 1 << 20)
  }

  @Test func anErrorWhoseTextRaisesItselfEnds() {
    let text =
      "local t = setmetatable({}, {}) getmetatable(t).__tostring = function() error(t) end error(t)"
    #expect(failure(LuaState(), text)?.kind == .runtime)
  }

  @Test func requireGivesTheStandardLibraryByName() throws {
    let state = LuaState()
    #expect(
      try state.evaluate("return require 'string' == string and require '_G' == _G", as: Bool.self))
    #expect(failure(state, "require 'debug'") != nil)
  }
}
