import Foundation
import Testing

/// What the compiler must refuse, and what it must let pass, of a program that uses LuaKit from several threads.
///
/// Region isolation is checked after the types, so the compiler goes as far as its intermediate language.
@Suite(.enabled(if: Compiler.found != nil, "swiftc or the modules of this build aren't there"))
struct ThreadRuleTests {
  struct Snippet: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    /// A part of the error; nil: it compiles.
    let error: String?

    var testDescription: String { name }
  }

  static let snippets = [
    Snippet(
      name: "a state is sent whole, with what refers to it",
      text: """
        func send() async throws {
          let state = LuaState()
          let table = state.table()
          table["answer"] = 42
          try await Task.detached {
            _ = try state.run("return answer", name: "x.lua", environment: table)
          }.value
        }
        actor Owner {
          let state: LuaState
          init(_ state: sending LuaState) { self.state = state }
          func run() throws { _ = try state.run("x = 1", name: "x.lua") }
        }
        func give() -> Owner { Owner(LuaState()) }
        """,
      error: nil),
    Snippet(
      name: "a state that was sent isn't used again",
      text: """
        func f() {
          let state = LuaState()
          Task { state.collectGarbage() }
          state.collectGarbage()
        }
        """,
      error: "risks causing data races"),
    Snippet(
      name: "a state that somebody else has isn't sent",
      text: "func f(_ state: LuaState) { Task { state.collectGarbage() } }",
      error: "risks causing data races"),
    Snippet(
      name: "a state isn't captured by a closure for another thread",
      text: """
        func later(_ body: @escaping @Sendable () -> Void) {}
        func f() {
          let state = LuaState()
          later { state.collectGarbage() }
        }
        """,
      error: "capture of 'state' with non-Sendable type 'LuaState'"),
    Snippet(
      name: "a state isn't shared by all",
      text: "let shared = LuaState()",
      error: "is not concurrency-safe because non-'Sendable' type 'LuaState'"),
    Snippet(
      name: "a state doesn't leave its actor",
      text: """
        actor Owner {
          let state = LuaState()
          func lend() -> LuaState { state }
        }
        func f(_ owner: Owner) async { await owner.lend().collectGarbage() }
        """,
      error: "non-Sendable 'LuaState'-typed result"),
    Snippet(
      name: "a table isn't sent while its state stays",
      text: """
        func f() {
          let state = LuaState()
          let table = state.table()
          Task { table["x"] = 1 }
          state.collectGarbage()
        }
        """,
      error: "risks causing data races"),
    Snippet(
      name: "a coroutine isn't sent while its state stays",
      text: """
        func f(_ thread: LuaThread) { Task { _ = try thread.resume(1) } }
        """,
      error: "risks causing data races"),
    Snippet(
      name: "the stack of a callback isn't sent",
      text: """
        func f(_ state: LuaState) {
          state.globals.setFunction("f") { stack in
            Task { stack.pushNil() }
            return 0
          }
        }
        """,
      error: "risks causing data races"),
    Snippet(
      name: "nothing waits while Lua is on the stack",
      text: """
        func f(_ stack: LuaStack) {
          stack.pushFunction { stack in
            await Task.yield()
            return 0
          }
        }
        """,
      error: "async"),
  ]

  @Test(arguments: snippets)
  func theCompilerKeepsTheRule(_ snippet: Snippet) throws {
    let found = try #require(Compiler.found)
    let (status, errors) = try found.compile("import LuaKit\n\n" + snippet.text)
    if let error = snippet.error {
      #expect(status != 0 && errors.contains(error), "\(errors)")
      #expect(!errors.contains("no such module"), "\(errors)")
    } else {
      #expect(status == 0, "\(errors)")
    }
  }
}

/// The Swift compiler, with the modules that this test was built with.
private struct Compiler {
  let program: String
  let options: [String]

  static let found: Compiler? = {
    let build = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources")
      .standardizedFileURL
    let maps = [
      sources.appendingPathComponent("CLua/module.modulemap"),
      build.appendingPathComponent("CLuaKit.build/module.modulemap"),
    ]
    let module = build.appendingPathComponent("Modules/LuaKit.swiftmodule")
    guard let program = output(of: "command -v swiftc"),
      (maps + [module]).allSatisfy({ FileManager.default.fileExists(atPath: $0.path) })
    else { return nil }
    let lua = output(of: "pkg-config --cflags lua5.4") ?? ""
    let headers =
      lua.split(separator: " ").map(String.init)
      + ["-I" + sources.appendingPathComponent("CLuaKit/include").path]
      + maps.map { "-fmodule-map-file=" + $0.path }
    return Compiler(
      program: program,
      options: [
        "-emit-sil", "-o", "/dev/null", "-swift-version", "6", "-parse-as-library", "-I",
        build.appendingPathComponent("Modules").path,
      ] + headers.flatMap { ["-Xcc", $0] })
  }()

  func compile(_ text: String) throws -> (status: Int32, errors: String) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).swift")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = options + [file.path]
    process.standardError = pipe
    try process.run()
    let errors = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: errors, as: UTF8.self))
  }

  private static func output(of command: String) -> String? {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let text = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let line = String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return process.terminationStatus == 0 ? line : nil
  }
}
