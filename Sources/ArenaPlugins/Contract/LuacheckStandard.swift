/// What luacheck must know of the host: docs/plugins/luacheckrc, which `arena plugin new` writes beside a plugin.
package enum LuacheckStandard {
  /// The globals that are Lua's own and that the sandbox leaves out.
  static let absent = [
    "collectgarbage", "debug", "dofile", "io", "loadfile", "package", "warn",
  ]

  package static func source() -> String {
    """
    -- luacheck's view of the host. Made from the host's own tables by
    -- `RECORD=1 swift test --filter GeneratedFilesTests`; don't edit it by hand.
    std = "lua54"
    max_line_length = 120
    read_globals = { "pandoc", "sorted" }
    not_globals = { \(absent.map { "\"\($0)\"" }.joined(separator: ", ")) }
    files["tests"] = { read_globals = { \(testGlobals.map { "\"\($0)\"" }.joined(separator: ", ")) } }
    files["**/tests/*.lua"] = files["tests"]

    """
  }

  /// What tests in `tests/` find beside.
  package static let testGlobals = TestToolDoc.globals.map(\.name)
}
