import LuaKit
import Testing

/// Calls of functions that Swift holds, which begin on a coroutine of the host's own with functions in fixed slots.
@Suite(.serialized) struct LuaCallerTests {
  @Test func moreFunctionsThanSlotsAreAllCalledAndLetGo() throws {
    let before = Card.living
    let state = LuaState()
    do {
      var functions: [LuaFunction] = []
      for n in 0..<200 {
        let card = Card(title: "\(n)", count: n)
        functions.append(state.function(raw: { $0.result(card.count) }))
      }
      for _ in 0..<2 {
        for (n, function) in functions.enumerated() {
          #expect(try function.call(as: Int.self) == n)
        }
      }
      #expect(Card.living == before + 200)
      functions.removeFirst(100)
      state.collectGarbage()
      #expect(Card.living == before + 100)
      let late = try state.load("return ...", name: "late.lua")
      #expect(try late.call(7, as: Int.self) == 7)
    }
    state.collectGarbage()
    #expect(Card.living == before)
  }

  @Test func callsNestAndAFunctionMayBeLetGoWhileItRuns() throws {
    let state = LuaState()
    var held: LuaFunction?
    state.globals.setFunction("let_go") { (_: LuaStack) -> LuaReturn in
      held = nil
      return 0
    }
    let twice = try state.evaluate("return function(n) return 2 * n end", as: LuaFunction.self)
    state.globals.setFunction(typed: "twice") { (n: Int) -> Int in try twice.call(n) }
    held = try state.evaluate(
      "return function(n) let_go() local m = twice(n) collectgarbage = nil return twice(m) + 1 end",
      as: LuaFunction.self)
    #expect(try held.unsafelyUnwrapped.call(10, as: Int.self) == 41)
    #expect(held == nil)
    state.collectGarbage()
    #expect(try twice.call(4, as: Int.self) == 8)
  }

  /// An argument whose pushing calls into Lua itself.
  private struct Doubled: LuaWritable {
    let function: LuaFunction
    func push(onto stack: LuaStack) {
      stack.push((try? function.call(21, as: Int.self)) ?? -1)
    }
  }

  @Test func argumentsMayCallLuaWhileTheyArePushed() throws {
    let state = LuaState()
    let twice = try state.evaluate("return function(n) return 2 * n end", as: LuaFunction.self)
    let sum = try state.evaluate(
      "return function(a, b, c) return a + b + c end", as: LuaFunction.self)
    for _ in 0..<3 {
      #expect(try sum.call(1, Doubled(function: twice), 100, as: Int.self) == 143)
    }
  }

  @Test func aCallThatFailsLeavesNothingBehind() throws {
    let state = LuaState()
    let fail = try state.evaluate("return function(x) error(x) end", as: LuaFunction.self)
    let same = try state.evaluate("return function(x) return x end", as: LuaFunction.self)
    for n in 0..<1000 {
      let error = #expect(throws: LuaError.self) { try fail("no \(n)") }
      #expect(error?.message == "no \(n)" && error?.line == 1)
      #expect(throws: LuaError.self) { try same.call("x", as: Int.self) }
      #expect(try same.call(n, as: Int.self) == n)
    }
    #expect(state.stack.count == 0)
  }

  @Test func toScriptsItIsTheMainCoroutine() throws {
    let state = LuaState()
    let text = """
      local main, is_main = coroutine.running()
      assert(is_main and coroutine.status(main) == 'running' and not coroutine.isyieldable())
      local ok, why = pcall(coroutine.yield, 1)
      assert(not ok and why == 'attempt to yield from outside a coroutine', why)
      assert(not coroutine.resume(main))
      local inside = coroutine.wrap(function()
        local co, first = coroutine.running()
        assert(not first and co ~= main and coroutine.status(main) == 'normal')
        assert(not coroutine.resume(main) and not pcall(coroutine.close, main))
        coroutine.yield(coroutine.isyieldable())
      end)
      assert(inside())
      again = again or main
      return again == main
      """
    let function = try state.load(text, name: "main.lua")
    #expect(try function.call(as: Bool.self))
    #expect(try function.call(as: Bool.self))
    // The same where a call doesn't begin on the caller.
    #expect(try state.stack.call(results: 1) { state.stack.push(function) } == 1)
    #expect(state.stack.read(-1, as: Bool.self) == true)
    state.stack.pop()
  }

  @Test func aSwiftErrorInsideACoroutineKeepsItsIdentity() throws {
    final class Lost: Error {}
    let lost = Lost()
    let state = LuaState()
    state.globals.setFunction("lose") { _ in throw lost }
    let text =
      "return function() local f = coroutine.wrap(function() coroutine.yield() lose() end) f() f() end"
    let function = try state.evaluate(text, as: LuaFunction.self)
    let error = #expect(throws: LuaError.self) { try function() }
    #expect(error?.underlying as? Lost === lost)
  }

  @Test func aLimitHoldsInACallThatBeganOnTheCaller() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 0.05, memoryMiB: 16))
    let spin = try state.evaluate("return function() while true do end end", as: LuaFunction.self)
    let error = #expect(throws: LuaError.self) { try spin() }
    #expect(error?.kind == .cpuTime && error?.line == 1)
    #expect(throws: LuaError.self) { try spin() }
    let other = LuaState(limits: LuaLimits(memoryMiB: 4))
    let grow = try other.evaluate(
      "return function(s) local t = {} while true do t[#t + 1] = s .. #t end end",
      as: LuaFunction.self)
    let full = #expect(throws: LuaError.self) { try grow(String(repeating: "x", count: 3 << 20)) }
    #expect(full?.kind == .memory)
  }
}
