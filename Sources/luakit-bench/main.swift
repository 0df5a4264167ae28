import LuaKit

/// Prints what LuaKit costs, as ratios to a plain C function called from Lua, all from one run. Each figure is the best of
/// several rounds that are taken in turn, so that a busy machine disturbs all alike. `docs/performance.md` explains.

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

/// Records that proxies share.
final class Storage: Sendable {
  let records: [Record]
  init(_ records: [Record]) { self.records = records }
}

/// A record as scripts see it: an index into shared storage.
final class RecordProxy: LuaObject {
  enum LuaKey: String, CaseIterable {
    case title, place, owner, code, day, state, note, side, count
  }
  static let luaType = LuaType<RecordProxy>(name: "record", keepsIdentity: false)
  let storage: Storage
  let index: Int
  init(_ storage: Storage, _ index: Int) { (self.storage, self.index) = (storage, index) }

  func luaGet(_ key: LuaKey, _ stack: LuaStack) -> LuaReturn {
    switch key {
    case .title: stack.result(storage.records[index].title)
    case .place: stack.result(storage.records[index].place)
    case .owner: stack.result(storage.records[index].owner)
    case .code: stack.result(storage.records[index].code)
    case .day: stack.result(storage.records[index].day)
    case .state: stack.result(storage.records[index].state)
    case .note: stack.result(storage.records[index].note)
    case .side: stack.result(storage.records[index].side)
    case .count: stack.result(storage.records[index].count)
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
  state.globals.setRaw("record", RecordProxy(Storage([Record()]), 0))
  func loop(_ text: String) throws -> LuaFunction {
    try state.load(
      """
      local c, int, raw, str, record = math.abs, swift_int, swift_raw, swift_string, record
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
    ("record string", try loop("local x = record.title")), ("empty", empty),
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
  line("Swift calls a pinned Lua function", time("pinned"), time("pinned") / floor, target: 2)
}

func records() throws {
  let count = 100_000
  let storage = (0..<count).map { i in
    var record = Record()
    record.title = "Innspill nr \(i)"
    return record
  }
  let shared = Storage(storage)
  let text = "local n = 0 for i, r in ipairs(...) do n = n + #r.title + #r.owner end return n"
  func run(_ push: (LuaStack) -> Void) throws -> Int {
    let state = LuaState(limits: .none)
    let function = try state.load(text, name: "records")
    push(state.stack)
    let list = LuaUserdataOrTable(popping: state.stack)
    return try function.call(list, as: Int.self)
  }
  let times = try measure(
    count, rounds: 5,
    [
      (
        "lazy",
        {
          _ = try run { stack in
            stack.push(
              LuaList(count: count) { index, stack in stack.push(RecordProxy(shared, index)) })
          }
        }
      ),
      (
        "tables",
        {
          _ = try run { stack in
            stack.pushTable(array: count)
            for (i, record) in storage.enumerated() {
              stack.pushTable(hash: 9)
              for (key, value) in [
                ("title", record.title), ("place", record.place), ("owner", record.owner),
                ("code", record.code), ("day", record.day), ("state", record.state),
                ("note", record.note), ("side", record.side),
              ] { stack.rawSet(-1, key, value) }
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

typealias LuaUserdataOrTable = LuaReference

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

do {
  try calls()
  try records()
  try sandbox()
  try library()
} catch {
  print("the measurement failed: \(error)")
}
