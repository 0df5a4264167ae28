import LuaKit
import Testing

/// Calls whose arguments and results are handled on the stack.
@Suite(.serialized) struct LuaStackCallTests {
  struct Refused: Error {}

  @Test func argumentsArePushedAndResultsReadInPlace() throws {
    let state = LuaState()
    let function = try state.evaluate(
      "return function(t, n) return t[n], #t end", as: LuaFunction.self)
    for _ in 0..<100 {
      let found = try function.call(results: 2) { stack in
        stack.push(["a", "b", "c"])
        stack.push(2)
        return 2
      } read: { stack in
        (stack.read(-2, as: String.self), stack.read(-1, as: Int.self))
      }
      #expect(found.0 == "b" && found.1 == 3)
    }
    #expect(state.stack.count == 0)
  }

  @Test func whatIsThrownOnTheWayComesOutAndLeavesNothingBehind() throws {
    let state = LuaState()
    let function = try state.evaluate("return function(x) error(x) end", as: LuaFunction.self)
    for _ in 0..<100 {
      #expect(throws: Refused.self) {
        try function.call(results: 0) { stack in
          stack.push(1)
          throw Refused()
        } read: { _ in
        }
      }
      let error = #expect(throws: LuaError.self) {
        try function.call(results: 1) { stack in
          stack.push("no")
          return 1
        } read: { _ in
        }
      }
      #expect(error?.message == "no")
    }
    let same = try state.evaluate("return function(x) return x end", as: LuaFunction.self)
    #expect(try same.call(7, as: Int.self) == 7)
  }
}
