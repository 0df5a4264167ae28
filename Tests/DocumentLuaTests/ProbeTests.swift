import DocumentLua
import Foundation
import LuaKit
import Testing

/// Each script under Probes prints what constructors, fields, methods and functions give; beside it stands what it
/// printed in pandoc 3.9. `record-probes` in that folder makes them anew.
@Suite("Probes recorded from pandoc")
struct ProbeTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Probes")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test("A probe prints what it prints in pandoc", arguments: names)
  func probe(name: String) throws {
    // Some probes print what is no UTF-8; it is repaired alike on both sides.
    func text(_ file: String) throws -> String {
      String(decoding: try Data(contentsOf: Self.folder.appending(path: file)), as: UTF8.self)
    }
    let prelude = try text("prelude.lua")
    let script = try text("\(name).lua")
    let expected = try text("\(name).txt")
    let output = LuaOutput.Buffer()
    let state = LuaState(limits: .none, output: LuaOutput(into: output))
    try PandocModule.install(in: state)
    try state.run(prelude + script, name: "\(name).lua")
    let found = output.text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, pair) in zip(found, wanted).enumerated() where pair.0 != pair.1 {
      Issue.record("line \(place + 1): \(pair.0)\npandoc: \(pair.1)")
    }
    #expect(found.count == wanted.count)
  }
}
