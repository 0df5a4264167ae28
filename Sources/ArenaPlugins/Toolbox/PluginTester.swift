import ArenaModel
import LuaKit

/// Runs a plugin's own tests, `tests/*.lua`: `describe` and `it`, an arena in memory, a fixed clock and fixed chance.
package struct PluginTester {
  package struct Outcome: Sendable, Hashable {
    /// The file as the author knows it.
    package let file: String
    /// What is described, from the outside in, and what it does.
    package let name: [String]
    /// Nil where the test passed.
    package let failure: String?
  }

  private let library: PluginLibrary

  package init(_ library: PluginLibrary) { self.library = library }

  /// Runs all tests of a plugin; a file that can't be run is a failure of its own.
  package func run(_ name: String) throws -> [Outcome] {
    let plugin = try library.plugin(name)
    let folder = plugin.folder
    let files = FileAccess.names(in: folder.path + "/tests").filter { $0.hasSuffix(".lua") }
    return try files.flatMap { try run("tests/" + $0, folder) }
  }

  /// Each file has a state of its own, so that no test leaves something behind for another's.
  private func run(_ file: String, _ folder: PluginFolder) throws -> [Outcome] {
    let shown = folder.shown(file)
    let fresh = try PluginLibrary(folders: library.folders)
    let stage = try TestStage(fresh.plugin(folder.name), library: fresh, file: shown)
    let source = try FileAccess.text(folder.path + "/" + file)
    do {
      try stage.define()
      let chunk = try stage.bridge.state.load(source, name: shown)
      try stage.running { try chunk() }
    } catch let error as LuaError {
      stage.outcomes.append(Outcome(file: shown, name: [], failure: error.summary))
    }
    return stage.outcomes
  }
}

/// What tests find beside the plugin's own globals, and what came of them.
final class TestStage {
  let plugin: Plugin
  let bridge: ScriptBridge
  let host: PluginHost
  let file: String
  var outcomes: [PluginTester.Outcome] = []
  private var described: [String] = []

  init(_ plugin: Plugin, library: PluginLibrary, file: String) throws {
    self.plugin = plugin
    bridge = try plugin.bridge
    self.file = file
    host = PluginHost(library: library)
  }

  func running(_ work: () throws -> Void) throws {
    bridge.state.renewBudget()
    try work()
  }

  func define() throws {
    let globals = bridge.state.globals
    globals.setFunction("describe") { [unowned self] stack in
      let what: String = try stack.argument(1)
      let body: LuaFunction = try stack.argument(2)
      self.described.append(what)
      defer { self.described.removeLast() }
      try body()
      return .none
    }
    globals.setFunction("it") { [unowned self] stack in
      let does: String = try stack.argument(1)
      let body: LuaFunction = try stack.argument(2)
      self.outcomes.append(
        PluginTester.Outcome(
          file: self.file, name: self.described + [does], failure: self.failure(of: body)))
      return .none
    }
    globals.setFunction("arena") { [unowned self] stack in
      let bridge = self.bridge
      let options = try bridge.values(stack, at: 1)
      let arena = try TestArena(options, stage: self)
      bridge.attach(
        arena.scripts, writer: arena.writer, services: self.host.services(arena.scripts))
      return stack.result(arena)
    }
    let expect = try bridge.state.load(Self.expectSource, name: "expect")
    globals.setRaw("expect", try expect.call(as: LuaValue.self))
  }

  private func failure(of body: LuaFunction) -> String? {
    bridge.state.renewBudget()
    defer { bridge.attach(nil, writer: nil, services: nil) }
    do {
      try body()
      return nil
    } catch {
      let plain = error.underlying.map { "\($0)" } ?? error.message
      // What an expectation says has the test's own line in it.
      guard let position = error.position, position.script != "expect" else { return plain }
      return "\(position): \(plain)"
    }
  }

  private static let expectSource = """
    local function shown(value, indent, seen)
      indent, seen = indent or "", seen or {}
      if type(value) == "string" then return string.format("%q", value) end
      if type(value) ~= "table" then return tostring(value) end
      if seen[value] then return "(itself)" end
      seen[value] = true
      local lines, inner = {}, indent .. "  "
      for key, item in sorted(value) do
        local name = type(key) == "string" and key or "[" .. tostring(key) .. "]"
        lines[#lines + 1] = inner .. name .. " = " .. shown(item, inner, seen)
      end
      seen[value] = nil
      if #lines == 0 then return "{}" end
      return "{\\n" .. table.concat(lines, ",\\n") .. "\\n" .. indent .. "}"
    end

    local function same(a, b)
      if a == b then return true end
      if type(a) ~= "table" or type(b) ~= "table" then return false end
      for key, value in pairs(a) do if not same(value, b[key]) then return false end end
      for key in pairs(b) do if a[key] == nil then return false end end
      return true
    end

    local function lines(text)
      local out = {}
      for line in (text .. "\\n"):gmatch "(.-)\\n" do out[#out + 1] = line end
      return out
    end

    --- Both sides, line by line: what is missing with -, what is there instead with +.
    local function difference(wanted, got)
      local a, b = lines(wanted), lines(got)
      if #a == 1 and #b == 1 then return "expected " .. wanted .. ", got " .. got end
      local out, i, j = { "expected (-) and got (+) differ:" }, 1, 1
      while i <= #a or j <= #b do
        if a[i] == b[j] then
          out[#out + 1] = "  " .. a[i]
          i, j = i + 1, j + 1
        else
          local ahead
          for k = j, math.min(#b, j + 20) do if b[k] == a[i] then ahead = k break end end
          if a[i] ~= nil and not ahead then
            out[#out + 1] = "- " .. a[i]
            i = i + 1
          else
            out[#out + 1] = "+ " .. b[j]
            j = j + 1
          end
        end
      end
      return table.concat(out, "\\n")
    end

    return function(value)
      local it = {}
      function it:equals(wanted)
        if not same(wanted, value) then
          local text = type(value) == "string" and type(wanted) == "string"
          error(text and difference(wanted, value) or difference(shown(wanted), shown(value)), 2)
        end
      end
      function it:contains(wanted)
        if type(value) == "string" then
          if not value:find(wanted, 1, true) then
            error(shown(wanted) .. " isn't in\\n" .. value, 2)
          end
          return
        end
        for _, item in ipairs(value) do if same(wanted, item) then return end end
        error(shown(wanted) .. " isn't in " .. shown(value), 2)
      end
      function it:fails(wanted)
        local fine, why = pcall(value)
        if fine then error("expected an error, and there was none", 2) end
        local text = tostring(why)
        if wanted and not text:find(wanted, 1, true) then
          error(difference(wanted, text), 2)
        end
      end
      return it
    end
    """
}
