import Testing

@testable import LuaKit

/// Two fresh processes, and two states of one process, write the same bytes.
@Suite(.enabled(if: Child.tool != nil, "luakit-run isn't built")) struct RepeatableTests {
  static let script = """
    local t, list = {}, {}
    for w in ("one two three four five six seven eight nine ten eleven twelve"):gmatch("%a+") do t[w] = #w end
    for i = 1, 40 do t[{}] = i t[function() return i end] = -i t[coroutine.create(print)] = i end
    for _, f in ipairs{print, string.rep, table.sort, math.floor} do t[f] = true end
    t[1.5], t[-7], t[true], t[("long"):rep(20)] = 1, 2, 3, 4
    for k, v in pairs(t) do print(k, v) end
    for k, v in sorted(t) do list[#list + 1] = tostring(v) end
    print(table.concat(list, " "))
    print(math.random(), math.random(1 << 40), os.time(), os.date(), os.clock())
    print(tostring(t), string.format("%p %p", t, ("x"):rep(100)), next(t))
    local weak = setmetatable({}, {__mode = "k"})
    for i = 1, 5000 do weak[{}] = i end
    local n = 0 for k, v in pairs(weak) do n = n * 31 + v & 0xffffff end
    print(n)
    """

  @Test func twoFreshProcessesWriteTheSameBytes() throws {
    let first = try Child.run(Self.script, name: "same.lua", [])
    let second = try Child.run(Self.script, name: "same.lua", [])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == second.output)
    #expect(first.output.count > 2000)
  }

  @Test func twoStatesOfOneProcessWriteTheSameBytes() throws {
    #if os(Linux)
      func run() throws -> String {
        let buffer = LuaOutput.Buffer()
        let state = LuaState(output: LuaOutput(into: buffer))
        try state.run(Self.script, name: "same.lua")
        #expect(state.isRepeatable)
        return buffer.text
      }
      let first = try run()
      let padding = (0..<100).map { Card(title: "\($0)", count: 0) }
      #expect(try run() == first)
      #expect(padding.count == 100)
    #endif
  }
}
