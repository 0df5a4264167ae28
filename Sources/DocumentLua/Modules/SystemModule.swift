import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// `pandoc.system` and `pandoc.pipe`: what lies outside the document, for scripts that may reach it.
struct SystemModule {
  let environment: PandocEnvironment

  var functions: [ModuleFunction] { files + folders + surroundings + commands }

  /// Ends a function that the script may not have.
  private func demandAccess() throws(DocumentLuaError) {
    if !environment.reachesSystem {
      throw DocumentLuaError(
        "this script runs in the sandbox and may not reach files, programs or the environment")
    }
  }

  private func function(
    _ name: String, _ body: @escaping (inout Arguments) throws -> LuaReturn
  ) -> ModuleFunction {
    ModuleFunction(name) { arguments in
      try demandAccess()
      return try body(&arguments)
    }
  }

  private var files: [ModuleFunction] {
    [
      function("read_file") { arguments in
        let bytes = try SystemAccess.read(try arguments.text(1, "path"))
        bytes.withUnsafeBytes { arguments.stack.push(bytes: $0) }
        return 1
      },
      function("write_file") { arguments in
        let path = try arguments.text(1, "path")
        _ = try arguments.text(2, "contents")
        try SystemAccess.write(arguments.stack.withBytes(2) { Array($0) } ?? [], to: path)
        return 0
      },
      function("copy") { arguments in
        let bytes = try SystemAccess.read(try arguments.text(1, "source"))
        try SystemAccess.write(bytes, to: try arguments.text(2, "target"))
        return 0
      },
      function("rename") { arguments in
        try SystemAccess.rename(
          try arguments.text(1, "old"), to: try arguments.text(2, "new"))
        return 0
      },
      function("remove") { arguments in
        try SystemAccess.remove(try arguments.text(1, "path"))
        return 0
      },
    ]
  }

  private var folders: [ModuleFunction] {
    [
      function("list_directory") { arguments in
        let names = try SystemAccess.list(try arguments.optionalText(1, "directory") ?? ".")
        arguments.stack.push(strings: names)
        return 1
      },
      function("make_directory") { arguments in
        try SystemAccess.makeDirectory(
          try arguments.text(1, "path"),
          withParents: lua_toboolean(arguments.stack.pointer, 2) != 0)
        return 0
      },
      function("remove_directory") { arguments in
        try SystemAccess.removeDirectory(
          try arguments.text(1, "path"),
          withContent: lua_toboolean(arguments.stack.pointer, 2) != 0)
        return 0
      },
      ModuleFunction("get_working_directory") { arguments in
        arguments.stack.push(text: environment.reachesSystem ? SystemAccess.workingDirectory : ".")
        return 1
      },
      function("with_working_directory") { arguments in
        let outer = SystemAccess.workingDirectory
        try SystemAccess.setWorkingDirectory(try arguments.text(1, "directory"))
        defer { try? SystemAccess.setWorkingDirectory(outer) }
        return try call(2, [], arguments.stack)
      },
      function("with_temporary_directory") { arguments in
        let isNamed = lua_type(arguments.stack.pointer, 2) == LUA_TSTRING
        let parent = isNamed ? try arguments.text(1, "parent") : SystemAccess.temporaryDirectory
        let name = try arguments.text(isNamed ? 2 : 1, "name")
        let path = try SystemAccess.makeTemporaryDirectory(in: parent, name)
        defer { try? SystemAccess.removeDirectory(path, withContent: true) }
        return try call(isNamed ? 3 : 2, [path], arguments.stack)
      },
    ]
  }

  /// Calls the function at `index`, and gives its results.
  private func call(
    _ index: Int32, _ arguments: [String], _ stack: LuaStack
  ) throws -> LuaReturn {
    guard lua_type(stack.pointer, index) == LUA_TFUNCTION else {
      throw DocumentLuaError("function expected, got \(ElementReader(stack).got(index))")
    }
    let count = try stack.call {
      stack.copy(Int(index))
      for argument in arguments { stack.push(text: argument) }
    }
    return .values(count)
  }

  private var surroundings: [ModuleFunction] {
    [
      // Without access there is an environment, but nothing in it: filters read it as soon as they start.
      ModuleFunction("environment") { arguments in
        let variables = environment.reachesSystem ? SystemAccess.variables : []
        arguments.stack.pushTable(hash: variables.count)
        for (name, value) in variables { arguments.stack.rawSet(-1, name, value) }
        return 1
      },
      function("with_environment") { arguments in
        let given = try arguments.required(1, "environment") {
          reader, at throws(DocumentLuaError) in
          try reader.attributes(at)
        }
        let outer = SystemAccess.variables
        for (name, _) in outer { SystemAccess.setVariable(name, nil) }
        for variable in given { SystemAccess.setVariable(variable.name, variable.value) }
        defer {
          for (name, _) in SystemAccess.variables { SystemAccess.setVariable(name, nil) }
          for (name, value) in outer { SystemAccess.setVariable(name, value) }
        }
        return try call(2, [], arguments.stack)
      },
      function("cputime") { arguments in
        arguments.stack.push(SystemAccess.cpuTime)
        return 1
      },
      function("times") { arguments in
        guard SystemAccess.kind(of: try arguments.text(1, "path")) != nil else {
          throw DocumentLuaError("there is no such file")
        }
        return 0
      },
      function("xdg") { arguments in
        let kind = try arguments.text(1, "directory type")
        let home = SystemAccess.variable("HOME") ?? ""
        let folders = [
          "config": ("XDG_CONFIG_HOME", ".config"), "data": ("XDG_DATA_HOME", ".local/share"),
          "cache": ("XDG_CACHE_HOME", ".cache"), "state": ("XDG_STATE_HOME", ".local/state"),
        ]
        guard let (variable, folder) = folders[kind] else {
          throw DocumentLuaError("config, data, cache or state expected, got \"\(kind)\"")
        }
        let base = SystemAccess.variable(variable) ?? "\(home)/\(folder)"
        let inner = try arguments.optionalText(2, "path") ?? ""
        arguments.stack.push(text: inner.isEmpty ? base : "\(base)/\(inner)")
        return 1
      },
    ]
  }

  private var commands: [ModuleFunction] {
    [
      function("command") { arguments in
        let output = try run(&arguments)
        if output.status == 0 {
          arguments.stack.push(false)
        } else {
          arguments.stack.push(Int(output.status))
        }
        output.bytes.withUnsafeBytes { arguments.stack.push(bytes: $0) }
        arguments.stack.push("")
        return 3
      }
    ]
  }

  private func run(_ arguments: inout Arguments) throws -> PandocEnvironment.Output {
    let command = try arguments.text(1, "command")
    let options = try arguments.required(2, "arguments") { reader, at throws(DocumentLuaError) in
      try reader.strings(at)
    }
    let input = arguments.stack.withBytes(3) { Array($0) } ?? []
    guard let run = environment.run else { throw PandocEnvironment.noPrograms(arguments.function) }
    return try run(command, options, input)
  }

  /// A program's output, or nil and a table that tells command, status and output of its failure. `pandoc.pipe` raises
  /// that table.
  var pipe: ModuleFunction {
    function("pipe") { arguments in
      let output = try run(&arguments)
      let stack = arguments.stack
      if output.status == 0 {
        output.bytes.withUnsafeBytes { stack.push(bytes: $0) }
        return 1
      }
      stack.pushNil()
      stack.pushTable(hash: 3)
      stack.rawSet(-1, "command", try arguments.text(1, "command"))
      stack.rawSet(-1, "error_code", Int(output.status))
      output.bytes.withUnsafeBytes { stack.push(bytes: $0) }
      stack.rawSet(-2, "output")
      return 2
    }
  }

  static var constants: [(String, String)] {
    #if arch(arm64)
      let architecture = "aarch64"
    #else
      let architecture = "x86_64"
    #endif
    #if os(macOS)
      return [("arch", architecture), ("os", "darwin")]
    #else
      return [("arch", architecture), ("os", "linux")]
    #endif
  }
}
