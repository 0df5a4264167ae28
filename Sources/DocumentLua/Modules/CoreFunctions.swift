import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// What the part of the module that is written in Lua needs from Swift.
extension PandocModule {
  func defineCore(_ core: LuaTable) {
    defineBasics(core)
    defineRecords(core)
    defineMedia(core)
    for (name, isInlines) in [("inlines", true), ("blocks", false)] {
      core.push(onto: state.stack)
      state.stack.pushTable(hash: 4)
      state.stack.set(listFunctions(isInlines))
      state.stack.rawSet(-2, name)
      state.stack.pop()
    }
  }

  private func defineBasics(_ core: LuaTable) {
    core.push(onto: state.stack)
    dl_push_fail(state.stack.pointer)
    state.stack.rawSet(-2, "fail")
    dl_push_bad_argument(state.stack.pointer)
    state.stack.rawSet(-2, "bad_argument")
    dl_push_string_metatable(state.stack.pointer)
    state.stack.rawSet(-2, "string_metatable")
    state.stack.pop()
    core.setFunction("place") { stack in
      dl_push_place(stack.pointer)
      let place = stack.read(-1, as: String.self) ?? ""
      let parts = place.dropLast(2)
      if let colon = parts.lastIndex(of: ":"), let line = Int(parts[parts.index(after: colon)...]) {
        stack.push(String(parts[..<colon]))
        stack.push(line)
        return 2
      }
      return 0
    }
    core.setFunction("type_of") { stack in
      stack.push(text: ElementReader(stack).got(1))
      return 1
    }
    core.setFunction("text_of") { stack in
      stack.push(text: ElementReader(stack).optionalText(1) ?? "")
      return 1
    }
    let globals = state.globals
    core.setFunction("define_global") { stack in
      guard let name = stack.read(1, as: String.self) else { return 0 }
      globals.push(onto: stack)
      stack.copy(2)
      stack.rawSet(-2, name)
      return 0
    }
    core.setRaw("globals", globals)
    core.setFunction("text_width") { stack in
      stack.result(TextWidth.of(stack.read(1, as: String.self) ?? ""))
    }
    let environment = environment
    core.setFunction("default_template") { stack in
      let name = stack.read(1, as: String.self) ?? ""
      return stack.result(environment.template?(name) ?? DefaultTemplates.source(of: name))
    }
    // A partial stands beside the template that names it.
    core.setFunction("partial") { stack in
      let name = stack.read(1, as: String.self) ?? ""
      let path = stack.read(2, as: String.self) ?? ""
      guard environment.reachesSystem, !path.isEmpty else { return 0 }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      let file = path.split(separator: "/").last ?? ""
      let ending = file.firstIndex(of: ".").map { String(file[$0...]) } ?? ""
      for candidate in [folder + name, folder + name + ending] {
        if let bytes = try? SystemAccess.read(candidate) {
          bytes.withUnsafeBytes { stack.push(bytes: $0) }
          return 1
        }
      }
      return 0
    }
    core.setFunction("report") { stack in
      let level: PandocEnvironment.LogLevel =
        stack.read(1, as: String.self) == "INFO" ? .info : .warning
      environment.log?(level, stack.read(2, as: String.self) ?? "")
      return 0
    }
  }

  /// Userdata whose fields a metatable written in Lua gives.
  private func defineRecords(_ core: LuaTable) {
    // record(metatable, contents)
    core.setFunction("record") { stack in
      _ = lua_newuserdatauv(stack.pointer, 0, 1)
      stack.copy(2)
      lua_setiuservalue(stack.pointer, -2, 1)
      stack.copy(1)
      lua_setmetatable(stack.pointer, -2)
      return 1
    }
    core.setFunction("open") { stack in
      guard stack.kind(1) == .userdata else { return 0 }
      lua_getiuservalue(stack.pointer, 1, 1)
      return 1
    }
    core.setFunction("is") { stack in
      let isRecord =
        lua_getmetatable(stack.pointer, 1) != 0 && lua_rawequal(stack.pointer, -1, 2) != 0
      return stack.result(isRecord)
    }
    core.push(onto: state.stack)
    lua_pushlightuserdata(state.stack.pointer, nil)
    state.stack.rawSet(-2, "none")
    state.stack.pop()
  }

  private func defineMedia(_ core: LuaTable) {
    let environment = environment
    core.setFunction("mime_type") { stack in
      stack.push(text: MediaType.of(path: stack.read(1, as: String.self) ?? ""))
      return 1
    }
    core.setFunction("data_uri") { stack in
      let type = stack.read(1, as: String.self) ?? ""
      let bytes = stack.withBytes(2) { Array($0) } ?? []
      stack.push(text: MediaType.dataURI(type, bytes))
      return 1
    }
    core.setFunction("image_format") { stack in
      let bytes = stack.withBytes(1) { Array($0.prefix(4096)) } ?? []
      if let format = MediaType.imageFormat(bytes) { return stack.result(format) }
      stack.pushNil()
      return 1
    }
    core.setFunction("zip_entries") { stack in
      let entries = try ZipFile.entries(of: stack.withBytes(1) { Array($0) } ?? [])
      stack.pushTable(array: entries.count * 3)
      for (place, entry) in entries.enumerated() {
        stack.push(text: entry.path)
        stack.rawSet(-2, 3 * place + 1)
        stack.push(entry.time)
        stack.rawSet(-2, 3 * place + 2)
        entry.contents.withUnsafeBytes { stack.push(bytes: $0) }
        stack.rawSet(-2, 3 * place + 3)
      }
      return 1
    }
    core.setFunction("zip_bytes") { stack in
      var entries: [ZipFile.Entry] = []
      let count = stack.rawLength(1)
      for place in stride(from: 1, through: count, by: 3) {
        for item in 0..<3 { lua_rawgeti(stack.pointer, 1, lua_Integer(place + item)) }
        entries.append(
          ZipFile.Entry(
            path: stack.read(-3, as: String.self) ?? "", time: stack.read(-2, as: Int.self) ?? 0,
            contents: stack.withBytes(-1) { Array($0) } ?? []))
        stack.setCount(1)
      }
      try ZipFile.bytes(of: entries).withUnsafeBytes { stack.push(bytes: $0) }
      return 1
    }
    core.setFunction("image_size") { stack in
      let bytes = stack.withBytes(1) { Array($0) } ?? []
      let size = try ImageSize.of(bytes, density: stack.read(2, as: Int.self) ?? 96)
      for value in [size.width, size.height, size.horizontal, size.vertical] { stack.push(value) }
      return 4
    }
    core.setFunction("exists") { stack in
      let path = stack.read(1, as: String.self) ?? ""
      guard environment.reachesSystem else {
        throw LuaError("exists: this script may not look at files")
      }
      let kind = SystemAccess.kind(of: path)
      switch stack.read(2, as: String.self) {
      case "file": return stack.result(kind == .file)
      case "directory": return stack.result(kind == .directory)
      default: return stack.result(kind != nil)
      }
    }
    core.setFunction("read_file") { stack in
      let path = stack.read(1, as: String.self) ?? ""
      let function = stack.read(2, as: String.self) ?? "read_file"
      guard environment.reachesSystem else {
        throw LuaError("\(function): this script may not read files")
      }
      try SystemAccess.read(path).withUnsafeBytes { stack.push(bytes: $0) }
      return 1
    }
    core.setFunction("write_file") { stack in
      let path = stack.read(1, as: String.self) ?? ""
      let bytes = stack.withBytes(2) { Array($0) } ?? []
      let function = stack.read(3, as: String.self) ?? "write_file"
      guard environment.reachesSystem else {
        throw LuaError("\(function): this script may not write files")
      }
      try SystemAccess.write(bytes, to: path)
      return 0
    }
  }

  /// What lists of inlines or blocks have beyond other lists.
  private func listFunctions(_ isInlines: Bool) -> [ModuleFunction] {
    let failure = failure
    return [
      ModuleFunction("clone") { arguments in
        if isInlines {
          arguments.stack.push(try arguments.inlines(1))
        } else {
          arguments.stack.push(try arguments.blocks(1))
        }
        return 1
      },
      ModuleFunction("walk") { arguments in
        let stack = arguments.stack
        if isInlines {
          var inlines = try arguments.inlines(1, "list")
          try stack.withFilter(at: 2, failure) { walker in
            try walker.eachPass { try $0.list(&inlines) }
          }
          stack.push(inlines)
        } else {
          var blocks = try arguments.blocks(1, "list")
          try stack.withFilter(at: 2, failure) { walker in
            try walker.eachPass { try $0.list(&blocks) }
          }
          stack.push(blocks)
        }
        return 1
      },
      ModuleFunction("show") { arguments in
        let text: String
        if isInlines {
          let inlines = try arguments.inlines(1)
          text = HaskellText.of { $0.add(inlines) }
        } else {
          let blocks = try arguments.blocks(1)
          text = HaskellText.of { $0.add(blocks) }
        }
        arguments.stack.push(text: text)
        return 1
      },
      ModuleFunction("json") { arguments in
        arguments.stack.push(
          text: isInlines ? try arguments.inlines(1).json : try arguments.blocks(1).json)
        return 1
      },
    ]
  }
}
