import CLua
import CLuaKit
import Foundation
import Testing

@testable import LuaKit

/// The sandbox's own functions against Lua's, on generated calls: a hundred thousand for each function with
/// `LUAKIT_CASES=100000`, fewer by default. `LUAKIT_SEED` sets the seed, which is printed.
@Suite struct EqualityTests {
  @Test func ourFunctionsDoWhatLuasOwnDo() throws {
    let environment = ProcessInfo.processInfo.environment
    let seed = Int(environment["LUAKIT_SEED"] ?? "") ?? 20_260_101
    let cases = Int(environment["LUAKIT_CASES"] ?? "") ?? 2_000
    print("comparing with seed \(seed), \(cases) cases a function")
    let state = LuaState(library: .standard)
    let stack = state.stack
    let stock = state.globals
    lk_open_sandbox(stack.pointer)
    let ours = state.globals
    let globals = state.table()
    for name in ["math", "string", "table"] { globals[name] = stock[name] }
    globals["ours"] = .table(ours)
    globals["stock"] = .table(stock)
    globals["seed"] = .integer(seed)
    globals["cases"] = .integer(cases)
    if let only = environment["LUAKIT_ONLY"] { globals["only"] = .string(only) }
    var compared = 0
    globals.setFunction(typed: "report") { (name: String, text: String) in
      Issue.record("\(name): \(text)")
    }
    globals.setFunction(typed: "counted") { (name: String, count: Int) in compared += 1 }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Compare/compare.lua")
    try state.run(
      String(contentsOf: file, encoding: .utf8), name: "compare.lua", environment: globals)
    #expect(compared >= 40 || environment["LUAKIT_ONLY"] != nil)
  }
}
