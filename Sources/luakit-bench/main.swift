import LuaKit

/// Prints what LuaKit costs, as ratios to a plain C function called from Lua, all from one run. Each figure is the best of
/// several rounds that are taken in turn, so that a busy machine disturbs all alike. `docs/performance.md` explains.
/// With arguments, only those parts: calls, records, sandbox, library.

let clock = ContinuousClock()

/// The best time of `rounds` for each of the bodies, taken in turn, in nanoseconds for each of `count` operations.
func measure(_ count: Int, rounds: Int = 9, _ bodies: [(String, () throws -> Void)]) throws
  -> [String: Double]
{
  var best: [String: Double] = [:]
  for _ in 0..<rounds {
    for (name, body) in bodies {
      let start = clock.now
      try body()
      let (seconds, attoseconds) = (clock.now - start).components
      let time = (Double(seconds) * 1e9 + Double(attoseconds) / 1e9) / Double(count)
      best[name] = min(best[name] ?? .infinity, time)
    }
  }
  return best
}

struct Record {
  var title = "Innspill"
  var place = "Rom 4", owner = "Kari", code = "1.6", day = "1", state = "open", note = "",
    side = "a"
  var count = 7
}

/// Records as scripts see them: rows of one store.
final class Store: LuaRowSource {
  enum LuaKey: String, CaseIterable {
    case title, place, owner, code, day, state, note, side, count
  }
  static let luaRowType = LuaRowType<Store>(name: "record")
  let records: [Record]
  init(_ records: [Record]) { self.records = records }

  func luaGet(_ key: LuaKey, row: Int, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result(records[row].title)
    case .place: stack.result(records[row].place)
    case .owner: stack.result(records[row].owner)
    case .code: stack.result(records[row].code)
    case .day: stack.result(records[row].day)
    case .state: stack.result(records[row].state)
    case .note: stack.result(records[row].note)
    case .side: stack.result(records[row].side)
    case .count: stack.result(records[row].count)
    }
  }
}

/// The same record as a Swift object that scripts hold.
final class Card: LuaObject {
  typealias LuaKey = Store.LuaKey
  static let luaType = LuaType<Card>(name: "card")
  let record = Record()

  func luaGet(_ key: LuaKey, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result(record.title)
    case .place: stack.result(record.place)
    case .owner: stack.result(record.owner)
    case .code: stack.result(record.code)
    case .day: stack.result(record.day)
    case .state: stack.result(record.state)
    case .note: stack.result(record.note)
    case .side: stack.result(record.side)
    case .count: stack.result(record.count)
    }
  }
}

func line(_ name: String, _ nanoseconds: Double, _ ratio: Double, target: Double?) {
  func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
  func round(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
  let goal = target.map { "  (at most \(round($0)))\(ratio <= $0 ? "" : "  MISSED")" } ?? ""
  print(
    name + String(repeating: " ", count: max(1, 44 - name.count)) + pad(round(nanoseconds), 10)
      + " ns" + pad(round(ratio), 8) + goal)
}

func calls() throws {
  let count = 20_000
  let state = LuaState(limits: .none)
  state.globals.setFunction(typed: "swift_int") { (n: Int) -> Int in n &+ 1 }
  state.globals.setFunction("swift_raw") { $0.result($0.read(1, as: Int.self) ?? 0) }
  state.globals.setFunction(typed: "swift_string") { (s: String) -> String in s }
  let rows = LuaRows(Store([Record()]), on: state.stack)
  rows.push(0, onto: state.stack)
  state.globals.setRaw("record", LuaReference(popping: state.stack))
  state.globals.setRaw("card", Card())
  func loop(_ text: String) throws -> LuaFunction {
    try state.load(
      """
      local c, int, raw, str = math.abs, swift_int, swift_raw, swift_string
      local record, card = record, card
      local s8, s40, plain = "12345678", ("1234567890"):rep(4), {count = 7}
      for i = 1, \(count) do \(text) end
      """, name: "bench")
  }
  let empty = try loop("")
  let bodies: [(String, LuaFunction)] = [
    ("c", try loop("local x = c(i)")), ("int", try loop("local x = int(i)")),
    ("raw", try loop("local x = raw(i)")), ("string8", try loop("local x = str(s8)")),
    ("string40", try loop("local x = str(s40)")), ("field", try loop("local x = plain.count")),
    ("record int", try loop("local x = record.count")),
    ("record string", try loop("local x = record.title")),
    ("card int", try loop("local x = card.count")),
    ("card string", try loop("local x = card.title")), ("empty", empty),
  ]
  let pinned = try state.evaluate("return function(n) return n end", as: LuaFunction.self)
  var all: [(String, () throws -> Void)] = bodies.map { name, function in
    (name, { try function() })
  }
  all.append(
    (
      "pinned",
      {
        var total = 0
        for i in 0..<count { total &+= try pinned.call(i, as: Int.self) }
        precondition(total == count * (count - 1) / 2)
      }
    ))
  let times = try state.metered { try measure(count, rounds: 150, all) }
  func time(_ name: String) -> Double {
    max(0.01, times[name]! - (name == "pinned" ? 0 : times["empty"]!))
  }
  let floor = time("c")
  print("Calls, each beside a plain C function called from Lua:")
  line("plain C function, integer in and out", floor, 1, target: nil)
  line("Swift closure, integer in and out", time("int"), time("int") / floor, target: 1.6)
  line("Swift function on the raw stack", time("raw"), time("raw") / floor, target: nil)
  line("String in and out, 8 bytes", time("string8"), time("string8") / floor, target: nil)
  line("String in and out, 40 bytes", time("string40"), time("string40") / floor, target: nil)
  line("field of a plain table", time("field"), time("field") / floor, target: nil)
  line(
    "field of a proxied record, integer", time("record int"), time("record int") / floor,
    target: 3.5)
  line(
    "field of a proxied record, short string", time("record string"), time("record string") / floor,
    target: 5)
  line("field of an object, integer", time("card int"), time("card int") / floor, target: 3.5)
  line(
    "field of an object, short string", time("card string"), time("card string") / floor, target: 5)
  line("Swift calls a pinned Lua function", time("pinned"), time("pinned") / floor, target: 2)
}

/// The records of a large arena: titles and notes are each their own, names, places and the like recur.
func manyRecords(_ count: Int) -> [Record] {
  (0..<count).map { i in
    Record(
      title: "Innspill nr \(i) om neste steg", place: "Rom \(i % 40)", owner: "Deltaker \(i % 500)",
      code: "\(i / 12).\(i % 12)", day: "\(i % 3)", state: i % 4 == 0 ? "utkast" : "levert",
      note: "Se også nr \(i / 2)", side: i % 5 == 0 ? "kommune" : "frivillig", count: i)
  }
}

func records() throws {
  let count = 100_000
  let records = manyRecords(count)
  let text = "local n = 0 for i, r in ipairs(...) do n = n + #r.title + #r.owner end return n"
  let total = records.reduce(0) { $0 + $1.title.utf8.count + $1.owner.utf8.count }
  func run(_ push: (LuaStack) -> Void) throws {
    let state = LuaState(limits: .none)
    let function = try state.load(text, name: "records")
    push(state.stack)
    let found = try function.call(LuaReference(popping: state.stack), as: Int.self)
    precondition(found == total)
  }
  let times = try measure(
    count, rounds: 7,
    [
      (
        "lazy",
        {
          try run { stack in
            let rows = LuaRows(Store(records), on: stack)
            stack.push(LuaList(count: count) { row, stack in rows.push(row, onto: stack) })
          }
        }
      ),
      (
        "tables",
        {
          try run { stack in
            stack.pushTable(array: count)
            for (i, record) in records.enumerated() {
              stack.pushTable(hash: 8)
              stack.rawSet(-1, "title", record.title)
              stack.rawSet(-1, "place", record.place)
              stack.rawSet(-1, "owner", record.owner)
              stack.rawSet(-1, "code", record.code)
              stack.rawSet(-1, "day", record.day)
              stack.rawSet(-1, "state", record.state)
              stack.rawSet(-1, "note", record.note)
              stack.rawSet(-1, "side", record.side)
              stack.rawSet(-2, item: i + 1)
            }
          }
        }
      ),
    ])
  print(
    "\n100,000 records of eight strings, two read of each (for a record, state opened and closed included):"
  )
  line("lazily proxied", times["lazy"]!, times["lazy"]! / times["tables"]!, target: 0.25)
  line("materialised tables", times["tables"]!, 1, target: nil)
}

func sandbox() throws {
  let count = 100_000
  let text = "local x = 0 for i = 1, \(count) do x = x + (i & 7) end return x"
  let on = LuaState(limits: LuaLimits(cpuSeconds: 600, wallSeconds: 6000, memoryMiB: 64))
  let off = LuaState(library: .standard, limits: .none)
  let (guarded, free) = (try on.load(text, name: "on"), try off.load(text, name: "off"))
  let times = try measure(count, rounds: 200, [("on", { try guarded() }), ("off", { try free() })])
  print("\nA tight VM loop:")
  line("sandbox off", times["off"]!, 1, target: nil)
  line("sandbox on", times["on"]!, times["on"]! / times["off"]!, target: 1.1)
}

func library() throws {
  print("\nThe sandbox's own functions beside Lua's:")
  let words = "the quick brown fox jumps over the lazy dog "
  for (name, text, count) in [
    ("find with a pattern", "local p = s:find('l%a+y', 1)", 1000),
    ("gsub", "local p = s:gsub('%a+', 'x')", 300),
    ("gmatch", "for w in s:gmatch('%a+') do end", 300),
    ("format", "local p = ('%5.2f %s %d'):format(i, 'a', i)", 1000),
    ("rep", "local p = s:rep(10)", 1000),
    ("concat", "local p = table.concat(t, ',')", 200),
    ("sort of 100 numbers", "for k = 1, 100 do u[k] = (k * 7919) % 101 end table.sort(u)", 30),
    ("insert and remove", "table.insert(t, i) table.remove(t)", 3000),
    ("pairs of 20", "for k, v in pairs(t) do end", 500),
    ("pcall", "pcall(type, i)", 5000),
    ("tostring", "local p = tostring(i)", 5000),
    ("coroutine resume", "co()", 5000),
  ] {
    let chunk = """
      local s, t, u = "\(words)", {1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20}, {}
      local co = coroutine.wrap(function() while true do coroutine.yield() end end)
      for i = 1, \(count) do \(text) end
      """
    let (ours, stock) = (LuaState(limits: .none), LuaState(library: .standard, limits: .none))
    let (a, b) = (try ours.load(chunk, name: "ours"), try stock.load(chunk, name: "stock"))
    let times = try measure(count, rounds: 60, [("ours", { try a() }), ("stock", { try b() })])
    line(name, times["ours"]!, times["ours"]! / times["stock"]!, target: nil)
  }
}

let parts: KeyValuePairs<String, () throws -> Void> = [
  "calls": calls, "records": records, "sandbox": sandbox, "library": library,
]
let wanted = CommandLine.arguments.dropFirst()
do {
  for (name, part) in parts where wanted.isEmpty || wanted.contains(name) { try part() }
} catch {
  print("the measurement failed: \(error)")
}
