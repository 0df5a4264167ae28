import LuaKit
import Testing

/// Names that scripts hold one by one, as rows.
private final class Names: LuaRowSource {
  enum LuaKey: String, CaseIterable {
    case name, length
    case long = "a_name_that_is_longer_than_the_forty_bytes_that_lua_keeps_once"
  }
  static let luaRowType = LuaRowType<Names>(name: "name", events: [.tostring])
  nonisolated(unsafe) static var living = 0

  var names: [String]
  init(_ names: [String]) {
    self.names = names
    Self.living += 1
  }
  deinit { Self.living -= 1 }

  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .name: stack.result(names[row])
    case .length: stack.result(names[row].count)
    case .long: stack.result(true)
    }
  }

  func luaSet(_ key: LuaKey, row: Int, _ stack: LuaStack) throws {
    guard key == .name else { throw LuaError("\(key.rawValue) can't be assigned") }
    names[row] = try stack.argument(3)
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    let row = try stack.argument(1, as: LuaRow<Names>.self)
    return stack.result("name " + row.source.names[row.number])
  }
}

/// Rows without anything in them: the number says it all.
private final class Numbers: LuaRowSource {
  enum LuaKey: String, CaseIterable { case half }
  static let luaRowType = LuaRowType<Numbers>(name: "number", events: [.len])

  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) -> LuaReturn {
    stack.result(Double(row) / 2)
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    stack.result(try stack.argument(1, as: LuaRow<Numbers>.self).number)
  }
}

@Suite(.serialized) struct LuaRowsTests {
  private func state(_ names: Names) -> LuaState {
    let state = LuaState()
    let rows = LuaRows(names, on: state.stack)
    state.globals.setFunction("row") { stack in
      rows.push(try stack.argument(1), onto: stack)
      return 1
    }
    return state
  }

  @Test func rowsAreReadWrittenAndNamed() throws {
    let names = Names(["Åse", "Bo"])
    let state = state(names)
    let text = """
      local a = row(0)
      a.name = a.name .. '!'
      assert(a.length == 4 and tostring(a) == 'name Åse!')
      assert(getmetatable(a) == false)
      assert(a.a_name_that_is_longer_than_the_forty_bytes_that_lua_keeps_once)
      return row(1).name
      """
    #expect(try state.evaluate(text, as: String.self) == "Bo")
    #expect(names.names == ["Åse!", "Bo"])
    let error = #expect(throws: LuaError.self) { try state.run("return row(0).nam", name: "r.lua") }
    #expect(error?.summary == "r.lua:1: a name has no field 'nam'; did you mean 'name'?")
    #expect(throws: LuaError.self) { try state.run("row(0).length = 3", name: "r.lua") }
    #expect(throws: LuaError.self) { try state.run("row(0)[1] = 3", name: "r.lua") }
  }

  @Test func theSameRowIsTheSameValueWhileAScriptHoldsIt() throws {
    let state = state(Names(["a", "b"]))
    let text = """
      local seen = { [row(0)] = 'first', [row(1)] = 'second' }
      local a = row(0)
      for _ = 1, 1000 do local waste = {} end
      return rawequal(a, row(0)) and a ~= row(1) and seen[row(0)] .. seen[row(1)]
      """
    #expect(try state.evaluate(text, as: String.self) == "firstsecond")
  }

  @Test func theSourceLivesAsLongAsItsRowsAreAndRowsKeptForLongerRaise() throws {
    let before = Names.living
    do {
      let state = LuaState()
      var rows: LuaRows? = LuaRows(Names(["kept"]), on: state.stack)
      rows?.push(0, onto: state.stack)
      state.globals.setRaw("kept", LuaReference(popping: state.stack))
      state.globals.setFunction("is_row") { $0.result($0.read(1, as: LuaRow<Names>.self) != nil) }
      state.collectGarbage()
      #expect(try state.evaluate("return kept.name", as: String.self) == "kept")
      #expect(Names.living == before + 1)
      rows = nil
      #expect(Names.living == before)
      for use in ["kept.name", "kept.nam", "kept[1]"] {
        let error = #expect(throws: LuaError.self) { try state.run("return \(use)", name: "r.lua") }
        #expect(error?.summary == "r.lua:1: a name that was already released")
      }
      #expect(throws: LuaError.self) { try state.run("kept.name = 'x'", name: "r.lua") }
      // Those of another source don't take their place.
      rows = LuaRows(Names(["new"]), on: state.stack)
      #expect(
        try state.evaluate(
          "return tostring(kept):find('^name: 0x') ~= nil and not is_row(kept)", as: Bool.self))
    }
    #expect(Names.living == before)
  }

  @Test func rowsOfTwoKindsInOneStateKeepApart() throws {
    let state = state(Names(["a"]))
    let numbers = LuaRows(Numbers(), on: state.stack)
    state.globals.setFunction("number") { stack in
      numbers.push(try stack.argument(1), onto: stack)
      return 1
    }
    let text = """
      local a, n = row(0), number(0)
      assert(a ~= n and not rawequal(a, n) and type(a) == type(n))
      assert(#number(7) == 7 and number(7).half == 3.5 and a.name == 'a')
      assert(tostring(a) == 'name a' and tostring(number(3)):find '^number: 0x')
      assert(not pcall(function() return n.name end) and not pcall(function() return a.half end))
      assert(not pcall(function() return #a end))
      local set = { [a] = 1, [n] = 2, [number(1)] = 3 }
      return set[row(0)] == 1 and set[number(0)] == 2 and set[number(1)] == 3
      """
    #expect(try state.evaluate(text, as: Bool.self))
    numbers.push(1 << 39, onto: state.stack)
    #expect(state.stack.kind(-1) == .userdata)
    #expect(state.stack.typeName(-1) == "number")
    #expect(state.stack.read(-1, as: LuaRow<Numbers>.self)?.number == 1 << 39)
    #expect(state.stack.read(-1, as: LuaRow<Names>.self) == nil)
    #expect(state.stack.read(-1, as: LuaUserdata.self) != nil)
    state.stack.pop()
  }

  @Test func aRowIsToldFromObjectsAndFromRowsOfOtherKinds() throws {
    let state = state(Names(["a"]))
    state.globals.setRaw("card", Card(title: "c", count: 1))
    state.globals.setFunction("is_row") { $0.result($0.read(1, as: LuaRow<Names>.self) != nil) }
    state.globals.setFunction("is_card") { $0.result($0.read(1, as: Card.self) != nil) }
    let text = """
      return is_row(row(0)) and not is_row(card) and is_card(card) and not is_card(row(0))
        and not is_row('a') and not is_row(nil)
      """
    #expect(try state.evaluate(text, as: Bool.self))
  }

  /// Only a trusted script, with `debug`, gets at metamethods; not even it may lead the host astray.
  @Test func metamethodsCalledOnOtherValuesRaise() throws {
    let state = LuaState(library: .standard, limits: .none)
    let rows = LuaRows(Names(["a"]), on: state.stack)
    rows.push(0, onto: state.stack)
    state.globals.setRaw("row", LuaReference(popping: state.stack))
    state.globals.setRaw("card", Card(title: "c", count: 1))
    let text = """
      local r, c = debug.getmetatable(row), debug.getmetatable(card)
      assert(not pcall(r.__index, card, 'title') and not pcall(c.__index, row, 'name'))
      for _, value in ipairs { io.stdout, {}, 'x', 1, true, print, coroutine.create(print) } do
        assert(not pcall(r.__index, value, 'name') and not pcall(r.__newindex, value, 'name', 1))
        assert(type(r.__tostring(value)) == 'string')
        assert(not pcall(r.__index, value, 'name') and not pcall(c.__index, value, 'name'))
        assert(not pcall(c.__newindex, value, 'name', 1))
        c.__gc(value)
      end
      c.__gc(row)
      assert(row.name == 'a' and card.count == 1)
      c.__gc(card)
      assert(not pcall(function() return card.count end))
      """
    try state.run(text, name: "trusted.lua")
  }
}
