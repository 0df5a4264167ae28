import LuaKit
import Testing

final class Card: LuaObject {
  enum LuaKey: String, CaseIterable { case title, count }
  static let luaType = LuaType<Card>(
    name: "card", events: [.tostring, .eq, .len, .concat, .call],
    methods: [
      (
        "grow",
        { card, stack in
          card.count += try stack.argument(2, as: Int.self)
          return stack.result(card.count)
        }
      )
    ])

  nonisolated(unsafe) static var living = 0
  let title: String
  var count: Int

  init(title: String, count: Int) {
    self.title = title
    self.count = count
    Card.living += 1
  }
  deinit { Card.living -= 1 }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result(title)
    case .count: stack.result(count)
    }
  }

  func luaSet(_ key: LuaKey, _ stack: LuaStack) throws {
    guard key == .count else { throw LuaError("card.title can't be assigned") }
    count = try stack.argument(3)
  }

  static func luaMetamethod(_ event: LuaEvent, _ stack: LuaStack) throws -> LuaReturn {
    switch event {
    case .tostring: return stack.result("card " + (stack.read(1, as: Card.self)?.title ?? "?"))
    case .len: return stack.result(stack.read(1, as: Card.self)?.count)
    case .eq:
      return stack.result(
        stack.read(1, as: Card.self)?.title == stack.read(2, as: Card.self)?.title)
    case .concat: return try stack.result(stack.text(1) + stack.text(2))
    default: return stack.result("called with \(stack.count - 1)")
    }
  }
}

@Suite(.serialized) struct LuaObjectTests {
  @Test func fieldsMethodsAndMetamethodsAnswer() throws {
    let state = LuaState()
    state.globals.setRaw("card", Card(title: "Ås", count: 3))
    state.globals.setRaw("other", Card(title: "Ås", count: 9))
    let text = """
      card.count = card.count + 1
      assert(card:grow(2) == 6)
      assert(#card == 6 and card == other and tostring(card) == 'card Ås')
      assert(card .. '!' == 'card Ås!' and '!' .. card == '!card Ås')
      assert(card(1, 2) == 'called with 2')
      assert(getmetatable(card) == false)
      return card.title
      """
    #expect(try state.evaluate(text, as: String.self) == "Ås")
  }

  @Test func aMisspeltFieldIsAnErrorWithAHint() throws {
    let state = LuaState()
    state.globals.setRaw("card", Card(title: "A", count: 1))
    let error = #expect(throws: LuaError.self) {
      try state.run("\nreturn card.titel", name: "p.lua")
    }
    #expect(error?.description.hasPrefix("p.lua:2: ") == true)
    #expect(error?.message == "a card has no field 'titel'; did you mean 'title'?")
    #expect(throws: LuaError.self) { try state.run("card.title = 'B'", name: "p.lua") }
  }

  @Test func theSameObjectIsTheSameUserdata() throws {
    let state = LuaState()
    let card = Card(title: "A", count: 1)
    state.globals.setFunction("give") { $0.result(card) }
    #expect(try state.evaluate("return rawequal(give(), give())", as: Bool.self))
    let back = try state.evaluate("return give()", as: Card.self)
    #expect(back === card)
  }

  @Test func everyObjectIsReleasedExactlyOnce() throws {
    let before = Card.living
    do {
      let state = LuaState()
      state.globals.setFunction(typed: "make") { (n: Int) -> Card in Card(title: "\(n)", count: n) }
      let text = "kept = {} for i = 1, 1000 do kept[i] = make(i); make(i) end return kept[7].count"
      #expect(try state.evaluate(text, as: Int.self) == 7)
      state.collectGarbage()
      #expect(Card.living == before + 1000)
    }
    #expect(Card.living == before)
  }

  @Test func listsMakeTheirItemsWhenAsked() throws {
    let state = LuaState()
    var made = 0
    state.globals.setRaw(
      "list",
      LuaList(count: 100_000) { index, stack in
        made += 1
        stack.push(index * 2)
      })
    #expect(try state.evaluate("return #list + list[7]", as: Int.self) == 100_012)
    #expect(made == 1)
    #expect(try state.evaluate("return list[0] == nil and list[100001] == nil", as: Bool.self))
    let walk = "local n = 0 for i, v in ipairs(list) do n = n + v end return n"
    #expect(try state.evaluate(walk, as: Int.self) == 9_999_900_000)
    let pairs = "local n = 0 for i, v in pairs(list) do n = n + v - i end return n"
    #expect(try state.evaluate(pairs, as: Int.self) == 9_999_900_000 - 5_000_050_000)
    #expect(throws: LuaError.self) { try state.run("list[1] = 2", name: "l") }
  }
}
