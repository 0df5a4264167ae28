import Foundation
import LuaKit
import Testing

@Suite struct LuaRequireTests {
  private func folder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "luakit-\(UUID())")
    try FileManager.default.createDirectory(
      at: url.appending(path: "own/sub"), withIntermediateDirectories: true)
    for (name, text) in [
      ("own/a.lua", "return {n = 1, b = require 'sub.b', name = ...}"),
      ("own/sub/b.lua", "calls = (calls or 0) + 1 return 'b' .. calls"),
      ("own/circle.lua", "return require 'circle'"), ("secret.lua", "return 'secret'"),
    ] {
      try Data(text.utf8).write(to: url.appending(path: name))
    }
    try FileManager.default.createSymbolicLink(
      at: url.appending(path: "own/out.lua"), withDestinationURL: url.appending(path: "secret.lua"))
    return url
  }

  @Test func modulesComeFromTheHostAndTheOwnFolderOnly() throws {
    let url = try folder()
    defer { try? FileManager.default.removeItem(at: url) }
    let state = LuaState()
    state.addModule("host.tools") { $0.push(["answer": 42]) }
    state.setRequire(
      resolver: try LuaFolder(url.appending(path: "own").path, prefix: "mine").resolver)
    #expect(try state.evaluate("return require('host.tools').answer", as: Int.self) == 42)
    let text = "local a = require 'a' assert(rawequal(a, require 'a')) return a.b .. a.name"
    #expect(try state.evaluate(text, as: String.self) == "b1a")
    for bad in [
      "../secret", "..secret", "/etc/passwd", "out", "circle", "missing", "", "a.", "a\\0",
    ] {
      let error = #expect(throws: LuaError.self, "\(bad)") {
        try state.run("require '\(bad)'", name: "bad.lua")
      }
      #expect(error?.script != nil, "\(bad): \(String(describing: error))")
    }
  }
}
