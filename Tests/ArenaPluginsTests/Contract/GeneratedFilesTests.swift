import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("What is generated from the contract")
struct GeneratedFilesTests {
  @Test(
    "The committed files are fresh",
    arguments: ["reference.md", "arena.meta.lua", "luacheckrc"])
  func fresh(name: String) throws {
    let made: String =
      switch name {
      case "reference.md": ContractReference.markdown()
      case "arena.meta.lua": EditorAnnotations.source()
      default: LuacheckStandard.source()
      }
    let file = Repository.root.appending(path: "docs/plugins/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(made.utf8).write(to: file)
    }
    let committed = try String(contentsOf: file, encoding: .utf8)
    #expect(
      committed == made,
      "docs/plugins/\(name) is stale; run RECORD=1 swift test --filter GeneratedFilesTests")
  }

  @Test("The contract's shared actions are the model's")
  func sharedActions() {
    #expect(Set(Contract.sharedActions) == Set(SharedActions.names))
  }

  @Test("What the reference says of tests is what tests have")
  func testTools() {
    #expect(Set(TestArena.methodNames) == Set(TestToolDoc.methods.map(\.name)))
    #expect(TestArena.LuaKey.allCases.map(\.rawValue) == TestToolDoc.fields.map(\.name))
    let annotations = EditorAnnotations.source()
    for key in FormatProxy.LuaKey.allCases {
      #expect(annotations.contains("---@field \(key.rawValue) "))
    }
    for tool in TestToolDoc.globals { #expect(annotations.contains("\n\(tool.name) = nil")) }
  }
}
