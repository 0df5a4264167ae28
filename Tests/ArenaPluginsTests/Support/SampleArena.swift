import ArenaModel
import LuaKit

@testable import ArenaPlugins

/// A format of our own invention, and an arena that uses it, in memory.
final class SampleArena {
  static let source = """
    local function crowded(arena, p)
      local steps = {}
      for _, group in ipairs(arena.groups) do
        local people = #group:people()
        if people > (p.limit or 1) then
          steps[#steps + 1] = { "revise", group = group, open = false,
            why = arena:say("{n} {n:singer is|singers are} there", { n = people }) }
        end
      end
      steps.note = "Rehearsals"
      return steps
    end

    return {
      api = 1,
      kind = "format",
      title = "Choir days",
      slot = { noun = "rehearsal", labels = { number = "Rehearsal {number}" } },
      person = { fields = { { "voice", "choice", of = { { "high" }, { "low", label = "Deep" } } } } },
      group = {
        noun = "choir", nouns = "choirs", code = "{slot}{letter}",
        labels = { headcount = "Singers" },
        fields = { { "piece", "text" }, { "moods", "text", many = true }, { "loud", "boolean" } },
      },
      roles = {
        { "leader", count = 1, exclusive = true },
        { "singer", label = "Singer" },
      },
      contribution = {
        noun = "song",
        kinds = { { "hymn" }, { "round", fields = { { "voices", "integer" } } } },
      },
      templates = { { "log", label = "Log", fields = { { "went", "rich", label = "How it went" } } } },
      remarks = { { "applause", on = "contribution" } },
      ballots = { { "favourites", dots = 3 } },
      perspectives = { { "amateur" }, { "professional" } },
      settings = { { "quiet", "boolean", default = true }, { "limit", "integer", default = 4 } },
      phases = {
        { "rehearsing", allows = { "announce", "join", "contribute", "retitle", "begin", "sing", "revise" } },
        { "concert", allows = { "vote", "begin" } },
      },
      actions = {
        { "announce", as = "leader",
          before = function(tx, p)
            if p.title == "Silence" then tx:refuse("{t} can't be sung.", { t = p.title }) end
            if p.title == "Noise" then tx:object("{t} hurts.", { t = p.title }) end
          end,
          after = function(tx, p, group)
            tx:tell("{group} sings {piece}.", { group = group, piece = p.fields.piece or "anything" })
          end },
        { "join", as = "singer" }, { "contribute" }, { "revise" }, { "vote" }, { "begin" }, { "remark" },
        { "retitle", params = { { "group", "group", required = true }, { "title", "text" } },
          run = function(tx, p)
            p.group.title = p.title or "Untitled"
            return p.group
          end },
        { "sing", params = { { "by", "person", required = true }, { "loud", "boolean" } },
          run = function(tx, p)
            local place = tx.places:add { name = "Stage", capacity = 40 }
            local group = tx:act("announce", { title = "Solo", by = p.by, slots = { tx:slot(1) } })
            group.place = place
            group.fields.piece = "Aria"
            group.fields.loud = p.loud
            group.headcount = "6 (8)"
            return group
          end },
      },
      checks = {
        { "no_piece", each = "group", severity = "note", message = "{code} has no piece.",
          fix = "Ask {leader}.",
          when = function(group) return not group.fields.piece end },
        { "few", each = "arena", message = "{n} {n:group|groups} only.", fix = "Invite.",
          when = function(arena) return #arena.groups < 9 and { n = #arena.groups } end },
      },
      proposals = { { "close", params = { { "limit", "integer" } }, propose = crowded } },
      views = {
        { "choirs", table = function(arena)
          return {
            columns = { { "choir", "group" }, { "singers", "integer" } },
            rows = arena.groups:map(function(g) return { choir = g, singers = #g:people() } end),
          }
        end },
      },
    }
    """

  let fixture: PluginFixture
  let host: PluginHost
  let image: ArenaImage

  init(
    source: String = SampleArena.source, language: String = "en", locales: [String: String] = [:]
  )
    throws
  {
    fixture = try PluginFixture("choir-days", source, files: locales)
    host = PluginHost(library: try PluginLibrary(folders: [fixture.folder]))
    image = ArenaImage(effects: .fixed())
    var arena = Record(id: image.newID(), type: .arena, added: image.now)
    arena[.title] = .text("Song week")
    arena[.language] = .text(language)
    arena[.timezone] = .text("Europe/Oslo")
    arena[.days] = .list([.text("2020-01-22"), .text("2020-01-23")])
    arena[.formats] = .list([.object(["name": .text("choir-days")])])
    try image.insert(arena)
    for number in 1...2 {
      try add(.block) {
        $0[.kind] = .text("slot")
        $0[.number] = .integer(number)
        $0[.day] = .integer(number)
        $0[.format] = .text("choir-days")
      }
    }
    for name in ["Åse Berg", "Bo Dahl", "Carl Eng"] {
      try add(.person) { $0[.name] = .text(name) }
    }
  }

  @discardableResult
  func add(_ type: RecordType, _ fill: (inout Record) -> Void) throws -> Record {
    var record = Record(id: image.newID(), type: type, added: image.now)
    fill(&record)
    try image.insert(record)
    return record
  }

  /// Runs an action with `key=value` parameters.
  @discardableResult
  func act(_ name: String, _ typed: String..., anyway: Bool = false) throws -> ActionOutcome {
    try host.perform(
      ActionRequest(
        name, typed.compactMap { GivenParameter(typed: $0) }, isAnyway: anyway), in: image)
  }

  func scripts() throws -> ScriptArena { try host.scriptArena(image, now: image.now) }

  func plugin() throws -> Plugin {
    try unwrapped(try host.plugin(ofFormat: "choir-days"))
  }

  /// Runs Lua with `arena` as an argument and gives the first result as text.
  func lua(_ source: String, writing: Bool = false) throws -> String {
    let plugin = try plugin()
    let arena = try scripts()
    let function = try plugin.bridge.state.load(
      "local arena = ... " + source, name: "test.lua")
    return try plugin.bridge.running(on: arena, services: host.services(arena)) {
      return try plugin.bridge.callRaw(function, .record(try arena.arena().id), nil) { stack in
        try stack.text(-1)
      }
    }
  }
}

private struct Missing: Error {}

/// Unwraps outside of a test's body.
func unwrapped<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Missing() }
  return value
}
