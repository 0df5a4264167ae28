import CDocumentLua
import CLuaKit
import DocumentModel
package import LuaKit

/// The `pandoc` module in a Lua state: what scripts written for pandoc's Lua filters, readers and writers find.
///
/// One is made for a state by ``install(in:environment:)``, which defines the global `pandoc`, what `require` finds
/// under its names, and the globals that scripts ask for their surroundings.
package final class PandocModule {
  let environment: PandocEnvironment
  /// Where a filter failed last.
  let failure = FailureNote()
  unowned let state: LuaState

  private init(_ state: LuaState, _ environment: PandocEnvironment) {
    self.state = state
    self.environment = environment
  }

  /// Defines the module in a state. Once a state.
  @discardableResult
  package static func install(
    in state: LuaState, environment: PandocEnvironment = PandocEnvironment()
  ) throws -> PandocModule {
    let module = PandocModule(state, environment)
    try module.define()
    return module
  }

  private func define() throws {
    let stack = state.stack
    let pointer = stack.pointer
    try stack.reserve(40)
    let top = lua_gettop(pointer)
    defer { lua_settop(pointer, top) }

    // Metadata is a table whose metatable only tells its name.
    stack.pushTable(hash: 1)
    stack.rawSet(-1, "__name", "Meta")
    lua_rawsetp(pointer, lk_registry_index(), StateKeys.meta)

    let core = state.table()
    ElementMetatables(stack: stack).define(
      into: core, methods: ElementMethods(failure: failure).all)
    defineCore(core)
    try defineLists(core)

    stack.pushTable(hash: 128)
    let pandoc = LuaTable(popping: stack)
    pandoc.push(onto: stack)
    defineConstructors()
    stack.pop()
    pandoc.withStack { stack, index in
      core.push(onto: stack)
      stack.rawGet(-1, "plain_list")
      stack.rawSet(index, "List")
      stack.pop()
    }
    define("utils", in: pandoc, UtilsModule.functions(environment))
    state.globals.setRaw("pandoc", pandoc)
    provide("pandoc", pandoc)
    if let list = pandoc.raw("List", as: LuaTable.self) { provide("pandoc.List", list) }
  }

  /// Makes a table what `require` gives for a name.
  func provide(_ name: String, _ table: LuaTable) {
    state.addModule(name) { $0.push(table) }
    if let loaded = state.globals.raw("package", as: LuaTable.self)?
      .raw("loaded", as: LuaTable.self)
    {
      loaded.setRaw(name, table)
    }
  }

  /// Makes a table of functions a field of the module, and a module of its own.
  private func define(_ name: String, in pandoc: LuaTable, _ functions: [ModuleFunction]) {
    state.stack.pushTable(hash: functions.count)
    state.stack.set(functions)
    let table = LuaTable(popping: state.stack)
    pandoc.setRaw(name, table)
    provide("pandoc." + name, table)
  }

  /// Functions that the library needs from Swift.
  private func defineCore(_ core: LuaTable) {
    core.setFunction("fail") { stack in
      throw LuaError(stack.read(1, as: String.self) ?? "error")
    }
    core.setFunction("type_of") { stack in
      stack.push(text: ElementReader(stack).got(1))
      return 1
    }
    core.setFunction("text_of") { stack in
      stack.push(text: ElementReader(stack).optionalText(1) ?? "")
      return 1
    }
    for (name, isInlines) in [("inlines", true), ("blocks", false)] {
      core.push(onto: state.stack)
      state.stack.pushTable(hash: 4)
      state.stack.set(listFunctions(isInlines))
      state.stack.rawSet(-2, name)
      state.stack.pop()
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
        let inlines = isInlines ? try arguments.inlines(1) : []
        let blocks = isInlines ? [] : try arguments.blocks(1)
        arguments.stack.push(text: isInlines ? inlines.json : blocks.json)
        return 1
      },
    ]
  }

  private func defineLists(_ core: LuaTable) throws {
    let stack = state.stack
    let list = try state.load(LuaLibrary.list, name: "pandoc:list")
    try stack.call(results: 3) {
      stack.push(list)
      stack.push(core)
    }
    dl_define_list(stack.pointer, ListKind.blocks.rawValue)
    dl_define_list(stack.pointer, ListKind.inlines.rawValue)
    dl_define_list(stack.pointer, ListKind.list.rawValue)
    let elements = try state.load(LuaLibrary.elements, name: "pandoc:elements")
    try elements(core)
  }

  /// Sets the constructors in the table on top of the stack.
  private func defineConstructors() {
    let stack = state.stack
    stack.set(InlineConstructors.all)
    stack.set(BlockConstructors.all)
    stack.set(PartConstructors.all)
    dl_push_str_constructor(stack.pointer, Kind.str.rawValue)
    stack.rawSet(-2, "Str")
    for constant in PartConstructors.constants { stack.rawSet(-1, constant, constant) }
    for (name, kinds) in [("Inline", Kind.inlines), ("Block", Kind.blocks)] {
      let pandoc = stack.count
      stack.pushTable(hash: 1)
      stack.pushTable(hash: kinds.count)
      for kind in kinds {
        stack.rawGet(pandoc, kind.tag)
        stack.rawSet(-2, kind.tag)
      }
      stack.rawSet(-2, "constructor")
      stack.rawSet(pandoc, name)
    }
  }
}
