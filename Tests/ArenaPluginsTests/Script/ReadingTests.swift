import ArenaModel
import Testing

@testable import ArenaPlugins

@Suite("The arena as scripts see it")
struct ReadingTests {
  private func sample() throws -> SampleArena {
    let sample = try SampleArena()
    try sample.act("announce", "title=Late", "by=Carl Eng", "slots=2", "piece=Vals")
    try sample.act("announce", "title=Spring", "by=Åse Berg", "slots=1", "moods=sad", "moods=slow")
    try sample.act("join", "group=1A", "person=Bo Dahl")
    try sample.act(
      "contribute", "group=1A", "title=Song", "kind=round", "voices=4", "body=- one\n- two")
    return sample
  }

  @Test(
    "A script reads what the contract promises",
    arguments: [
      ("return #arena.groups", "2"),
      ("return arena.groups[1].title", "Spring"),
      ("return arena.groups:map(tostring)[2]", "2A Late"),
      (
        "local t = {} for i, g in ipairs(arena.groups) do t[i] = g.code end return table.concat(t, \" \")",
        "1A 2A"
      ),
      ("return arena:group(\"2A\").slots[1].number", "2"),
      ("return tostring(arena:group \"9Z\")", "nil"),
      ("return arena:slot(2).date", "2020-01-23"),
      ("return tostring(arena:slot(1))", "Rehearsal 1"),
      ("return tostring(arena.slots[1].groups[1])", "1A Spring"),
      (
        "local g = arena:group \"1A\" return #g:people() .. #g:people(\"leader\") .. #g:actors(\"singer\")",
        "211"
      ),
      ("return arena:group(\"1A\").memberships[1].role", "leader"),
      ("return arena:person(\"bo dahl\").groups[1].code", "1A"),
      ("return tostring(arena.people[1]) .. tostring(arena.people[3])", "Bo DahlÅse Berg"),
      ("return tostring(arena.groups[1] == arena:group \"1A\")", "true"),
      ("local t = {} t[arena.groups[1]] = 7 return t[arena:group \"1A\"]", "7"),
      ("return arena:group(\"1A\").fields.moods[2]", "slow"),
      ("return tostring(arena:group(\"1A\").fields.loud)", "false"),
      ("return tostring(arena:group(\"1A\").fields.piece)", "nil"),
      ("return #arena:group(\"2A\").fields.moods", "0"),
      ("return arena.groups:where({ title = \"Late\" })[1].code", "2A"),
      ("return #arena.memberships:where { role = \"leader\" }", "2"),
      ("return #arena.memberships:where { person = arena:person \"Bo Dahl\" }", "1"),
      (
        "local p = arena.groups p:sort(function(a, b) return a.title < b.title end) return p[1].title",
        "Late"
      ),
      (
        "local c = arena.contributions[1] return c.code .. c.group.code .. c.slot.number .. c.kind",
        "1A1A1round"
      ),
      ("return arena.contributions[1].body[2].text", "two"),
      ("return arena.contributions[1]:show \"kind\"", "Round"),
      ("return arena:group(\"1A\"):label \"headcount\"", "Singers"),
      ("return arena:show \"days\"", "22–23 January 2020"),
      ("return arena.format.roles.singer.label .. arena.format.roles[1].name", "Singerleader"),
      ("return tostring(arena.groups[1].format == arena.format)", "true"),
      ("return tostring(arena.format.actions.leave)", "nil"),
      ("return arena.format.phase .. tostring(arena.format.settings.quiet)", "rehearsingtrue"),
      ("return #arena.format.groups .. #arena.format.slots", "22"),
      (
        "return arena:say(\"{n} {n:song|songs} by {leader}\", { n = 1, leader = arena:group(\"1A\"):actors \"leader\" })",
        "1 song by Åse Berg"
      ),
      ("return arena:say(\"{title} {days}\")", "Song week 22–23 January 2020"),
      ("return arena:utc \"2020-07-22T09:00\"", "2020-07-22T07:00:00Z"),
      ("return arena:utc \"2020-01-22T09:00\"", "2020-01-22T08:00:00Z"),
      ("return arena.contributions[1]:tally \"favourites\"", "0"),
      (
        "return arena:findings():filter(function(f) return f.check == \"choir-days/few\" end)[1].message",
        "2 groups only."
      ),
      (
        "return #arena:findings():filter(function(f) return f.check:match \"no_piece\" and f.severity == \"note\" end)",
        "1"
      ),
      (
        "return tostring(arena:findings():filter(function(f) return f.check:match \"no_piece\" end)[1].record)",
        "1A Spring"
      ),
      ("return arena.today .. \" \" .. arena.now", "2020-01-22 2020-01-22T09:00"),
      ("local n = 0 for _ in pairs(arena.groups) do n = n + 1 end return n", "2"),
      (
        "local t = {} for k, v in sorted { b = 1, a = 2, [3] = 4 } do t[#t + 1] = tostring(k) end return table.concat(t)",
        "3ab"
      ),
    ])
  func reads(source: String, expected: String) throws {
    #expect(try sample().lua(source) == expected)
  }

  @Test(
    "What can't be read or done says what was meant",
    arguments: [
      ("return arena.grups", "an arena has no field 'grups'; did you mean 'groups'?"),
      ("return arena.groups[1].tittle", "a group has no field 'tittle'; did you mean 'title'?"),
      (
        "return arena.groups[1].fields.peice",
        "a group has no field 'fields.peice'; did you mean 'piece'?"
      ),
      ("arena.groups[1].title = \"x\"", "read-only here"),
      ("arena.places:add { name = \"x\" }", "read-only here"),
      (
        "return arena.contributions[1]:tally \"favorites\"",
        "there is no ballot 'favorites'; did you mean 'favourites'?"
      ),
      (
        "return arena.groups[1]:people \"singr\"",
        "the format has no role 'singr'; did you mean 'singer'?"
      ),
      ("return arena:say(\"{nobody}\")", "Nothing fills the key {nobody}"),
      (
        "return arena.groups:where { tittle = 1 }",
        "a group has no field 'tittle'; did you mean 'title'?"
      ),
      ("return arena.format.rols", "a format has no field 'rols'; did you mean 'roles'?"),
      (
        "return arena.groups[1]:label \"headcunt\"",
        "a group has no field 'headcunt'; did you mean 'headcount'?"
      ),
      ("x = 1", "globals can't be set"),
    ])
  func errors(source: String, expected: String) throws {
    let sample = try sample()
    let error = #expect(throws: (any Error).self) { try sample.lua(source) }
    #expect(error.map { "\($0)".contains(expected) } == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test("Fields and methods of a record type are disjoint")
  func disjoint() {
    for type in RecordType.allCases {
      let fields = Set(ScriptSchema.fields(of: type).map(\.name))
      let methods = Set(
        ScriptSchema.methods(of: type)
          + (type == .arena ? ["act", "tell", "object", "refuse", "take", "actor"] : []))
      #expect(fields.isDisjoint(with: methods), "\(type): \(fields.intersection(methods))")
    }
  }
}
