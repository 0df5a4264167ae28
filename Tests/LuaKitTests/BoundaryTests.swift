import Foundation
import LuaKit
import Testing

/// Throws through the boundary, over and over: every object is released and memory stays flat.
@Suite(.serialized) struct BoundaryTests {
  final class Thrown: Error, @unchecked Sendable {
    nonisolated(unsafe) static var living = 0
    init() { Self.living += 1 }
    deinit { Self.living -= 1 }
  }

  /// A million with `LUAKIT_THROWS=1000000`; fewer by default.
  static let count = Int(ProcessInfo.processInfo.environment["LUAKIT_THROWS"] ?? "") ?? 50_000

  @Test func throwsThroughTheBoundaryReleaseEverythingAndMemoryStaysFlat() throws {
    do {
      let state = LuaState(limits: .none)
      state.globals.setFunction("fail") { _ in
        let held = Thrown()
        throw held
      }
      state.globals.setFunction("through") { stack in
        let held = Thrown()
        try stack.call(results: 0) { stack.copy(1) }
        return withExtendedLifetime(held) { 0 }
      }
      let text = """
        local n = ...
        for i = 1, n do
          assert(not pcall(fail))
          assert(not pcall(through, fail))
          assert(not pcall(through, error))
        end
        """
      let function = try state.load(text, name: "throws.lua")
      // The first collection releases what Swift held, the second takes the userdata that held it.
      func collect() { for _ in 0..<2 { state.collectGarbage() } }
      try function(1000)
      collect()
      let (living, bytes) = (Thrown.living, state.usedBytes)
      try function(Self.count / 3)
      collect()
      #expect(Thrown.living <= living + 1)
      #expect(state.usedBytes < bytes + 65_536)
    }
    #expect(Thrown.living == 0)
  }

  @Test func nestingOfLuaAndSwiftEndsInAnErrorAndNotInACrash() throws {
    let state = LuaState()
    state.globals.setFunction("again") { stack in
      try stack.call(results: 0) { stack.copy(1) }
      return 0
    }
    let error = #expect(throws: LuaError.self) {
      try state.run("local function f() again(f) end f()", name: "deep.lua")
    }
    #expect(error?.message.contains("overflow") == true, "\(String(describing: error))")
  }

  @Test func aStateThatReachedALimitIsNeverUsedAgain() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 0.05))
    let text = "while true do pcall(function() while true do end end) end"
    let first = #expect(throws: LuaError.self) { try state.run(text, name: "spin.lua") }
    #expect(first?.kind == .cpuTime)
    #expect(
      first?.summary == "spin.lua:1: stopped: the script used up its limit of 0.05 s of CPU time")
    let second = #expect(throws: LuaError.self) { try state.run("return 1", name: "after.lua") }
    #expect(second?.kind == .cpuTime)
    #expect(state.trippedLimit == .cpuTime)
  }

  @Test func eachActionGetsItsOwnBudget() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 0.4))
    let spin = try state.load("local x = 0 for i = 1, 3e6 do x = x + i end", name: "work.lua")
    for _ in 0..<40 {
      state.renewBudget()
      try spin()
    }
    #expect(state.trippedLimit == nil)
  }

  @Test func hostMemoryCanBeChargedToTheScript() throws {
    let state = LuaState(limits: LuaLimits(memoryMiB: 16))
    state.globals.setFunction("make") { stack in
      stack.state.charge(bytes: 1 << 20)
      return 0
    }
    let error = #expect(throws: LuaError.self) {
      try state.run("while true do make() end", name: "m.lua")
    }
    #expect(error?.kind == .memory && error?.line == 1)
  }

  @Test func twoStatesOfOneThreadKeepTheirOwnLimits() throws {
    let outer = LuaState(limits: LuaLimits(cpuSeconds: 5))
    outer.globals.setFunction("inner") { stack in
      let inner = LuaState(limits: LuaLimits(cpuSeconds: 0.05))
      do { try inner.run("while true do end", name: "inner.lua") } catch let error as LuaError {
        return stack.result(error.kind == .cpuTime)
      }
      return stack.result(false)
    }
    #expect(try outer.evaluate("return inner()", as: Bool.self))
    #expect(outer.trippedLimit == nil)
  }

  @Test func limitsHoldOnEveryThread() async throws {
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let state = LuaState(limits: LuaLimits(cpuSeconds: 0.05))
          do { try state.run("while true do end", name: "t.lua") } catch {
            return (error as? LuaError)?.kind == .cpuTime
          }
          return false
        }
      }
      for await stopped in group { #expect(stopped) }
    }
  }
}
