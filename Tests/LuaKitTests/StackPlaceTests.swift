import CLuaKit
import Testing

@testable import LuaKit

/// Where the stacks of coroutines lie. What would happen if they moved, the attacks of `stack.lua` show.
@Suite struct StackPlaceTests {
  private func places(_ state: LuaState) -> lk_memory {
    lk_hostof(state.stack.pointer).pointee.memory
  }

  #if os(Linux)
    @Test func theStacksOfAStateHaveAddressesOfTheirOwn() {
      let memory = places(LuaState())
      #expect(memory.stacks_size > 0, "how this Lua moves its stacks couldn't be learnt")
      // The main one, and the one on which calls from Swift begin.
      #expect(memory.stack_count == 2)
    }

    @Test func addressesAreUsedAgain() throws {
      let state = LuaState()
      try state.run(
        "for i = 1, 20000 do coroutine.wrap(function() return i end)() end", name: "many.lua")
      state.collectGarbage()
      let before = places(state).stack_count
      try state.run(
        "for i = 1, 20000 do coroutine.wrap(function() return i end)() end", name: "many.lua")
      #expect(places(state).stack_count <= max(before, 256))
    }

    @Test func aCoroutineBeyondThoseIsRefusedAndGarbageMakesRoom() throws {
      let state = LuaState(library: .sandbox, limits: LuaLimits(cpuSeconds: 60, memoryMiB: 256))
      let script = """
        local all = {}
        local ok, message = pcall(function()
          for i = 1, 5000 do all[i] = coroutine.create(print) end
        end)
        assert(not ok and message:find 'too many coroutines at once: the limit is 4096', message)
        assert(#all > 4000)
        local count = #all
        all = nil
        for i = 1, 10000 do coroutine.create(print) end
        return count
        """
      #expect(try state.evaluate(script, as: Int.self) == 4094)
      #expect(places(state).stack_count == 4096)
    }
  #endif

  @Test func aThousandCoroutinesLiveAtOnceAndGiveTheirMemoryBack() throws {
    let state = LuaState()
    let script = """
      local function deep(n) if n == 0 then return coroutine.yield() end return 1 + deep(n - 1) end
      local all, sum = {}, 0
      for i = 1, 1000 do
        all[i] = coroutine.wrap(deep)
        all[i](i)
      end
      for i = 1, 1000 do sum = sum + all[i](0) end
      return sum
      """
    #expect(try state.evaluate(script, as: Int.self) == 500_500)
    state.collectGarbage()
    let held = state.usedBytes
    for _ in 0..<3 { #expect(try state.evaluate(script, as: Int.self) == 500_500) }
    state.collectGarbage()
    #expect(state.usedBytes < held + 10_000)
  }

  @Test func aStackGrowsToItsEndAndIsUsableAfterwards() throws {
    let state = LuaState(limits: LuaLimits(cpuSeconds: 60, memoryMiB: 256))
    let script = """
      local function f(n) return 1 + f(n + 1) end
      local function g() return select('#', table.unpack({}, 1, 900000)) end
      local ok, message = pcall(f, 1)
      assert(not ok and message:find('stack overflow'), message)
      assert(g() == 900000)
      for i = 1, 3 do
        assert(coroutine.wrap(g)() == 900000)
        assert(not coroutine.resume(coroutine.create(f), 1))
      end
      return g()
      """
    #expect(try state.evaluate(script, as: Int.self) == 900_000)
  }
}
