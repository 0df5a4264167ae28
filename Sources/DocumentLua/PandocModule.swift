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
  /// Lua holds the module by its functions, so the state outlives it.
  unowned let state: LuaState
  /// What the parts of the module that are written in Lua share.
  var core: LuaTable?

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
    state.setOwnChunks(prefix: "pandoc:")
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
    self.core = core
    ElementMetatables(stack: stack).define(
      into: core, methods: ElementMethods(failure: failure).all)
    defineCore(core)
    try defineLists(core)

    stack.pushTable(hash: 128)
    let pandoc = LuaTable(popping: stack)
    pandoc.push(onto: stack)
    defineConstructors()
    core.push(onto: stack)
    stack.rawGet(-1, "plain_list")
    stack.rawSet(-3, "List")
    stack.pop(2)
    state.globals.setRaw("pandoc", pandoc)
    provide("pandoc", pandoc)
    if let list = pandoc.raw("List", as: LuaTable.self) { provide("pandoc.List", list) }
    try defineModules(core, pandoc)
    try defineGlobals(core, pandoc)
    provideLateModules()
  }

  private func defineModules(_ core: LuaTable, _ pandoc: LuaTable) throws {
    let stack = state.stack
    let system = SystemModule(environment: environment)
    define("utils", in: pandoc, UtilsModule.functions(environment) + filterFunctions)
    define("text", in: pandoc, TextModule.functions)
    define("json", in: pandoc, JSONModule.functions)
    define("format", in: pandoc, FormatModule.functions)
    define("system", in: pandoc, system.functions)
    define("types", in: pandoc, [])
    if let json = pandoc.raw("json", as: LuaTable.self) {
      json.push(onto: stack)
      lua_pushlightuserdata(stack.pointer, nil)
      stack.rawSet(-2, "null")
      stack.pop()
    }
    for (name, value) in SystemModule.constants {
      pandoc.raw("system", as: LuaTable.self)?.setRaw(name, value)
    }
    pandoc.push(onto: stack)
    stack.set(ConversionFunctions(environment: environment).all)
    for (field, names) in [("readers", FormatNames.readers), ("writers", FormatNames.writers)] {
      stack.pushTable(hash: names.count)
      for name in names { stack.rawSet(-1, name, "text") }
      stack.rawSet(-2, field)
    }
    stack.pop()
    if let text = pandoc.raw("text", as: LuaTable.self) { provide("text", text) }

    try run(LuaLibrary.types, "types", core, pandoc)
    if let version = core.raw("version", as: LuaFunction.self) {
      pandoc.raw("types", as: LuaTable.self)?.setRaw("Version", version)
      pandoc.raw("utils", as: LuaTable.self)?.setRaw("Version", version)
    }
    if let sha1 = pandoc.raw("utils", as: LuaTable.self)?.raw("sha1", as: LuaFunction.self) {
      pandoc.setRaw("sha1", sha1)
    }
    core.setRaw("state", stateTable())
    try run(LuaLibrary.surroundings, "surroundings", core, pandoc)
    core.push(onto: stack)
    stack.set([
      StructureModule.contentsWithPaths, system.pipe,
      ConversionFunctions(environment: environment).isStraight,
    ])
    stack.pop()
    try defineLaterModules(core, pandoc)
    for name in [
      "path", "structure", "log", "mediabag", "zip", "cli", "image", "layout", "template",
      "scaffolding",
    ] {
      if let table = pandoc.raw(name, as: LuaTable.self) { provide("pandoc.\(name)", table) }
    }
  }

  /// The modules whose libraries run when a script first looks into them.
  private func defineLaterModules(_ core: LuaTable, _ pandoc: LuaTable) throws {
    let stack = state.stack
    stack.pushTable(hash: StructureModule.functions.count)
    stack.set(StructureModule.functions)
    core.setRaw("structure", LuaTable(popping: stack))
    core.setFunction("library") { [unowned state] stack in
      let name = stack.read(1, as: String.self) ?? ""
      guard let source = LuaLibrary.putOff[name] else { return 0 }
      let standard = stack.read(2, as: LuaTable.self)
      stack.push(try state.load(source, name: "pandoc:\(name)", environment: standard))
      return 1
    }
    try run(LuaLibrary.later, "later", core, pandoc)
  }

  /// The functions of `pandoc.utils` that need the module itself.
  private var filterFunctions: [ModuleFunction] {
    [
      ModuleFunction("run_lua_filter") { [self] arguments in
        var document = try arguments.required(1, "doc") { reader, at throws(DocumentLuaError) in
          try reader.pandoc(at)
        }
        let path = try arguments.text(2, "filter")
        guard environment.reachesSystem else {
          throw DocumentLuaError("this script may not read the file of another filter")
        }
        let source = String(decoding: try SystemAccess.read(path), as: UTF8.self)
        try FilterRunner(self).apply(source: source, name: path, to: &document)
        arguments.stack.push(document)
        return 1
      },
      ModuleFunction("documentation") { _ in
        throw DocumentLuaError(
          "the functions' documentation is pandoc's: see https://pandoc.org/lua-filters.html")
      },
    ]
  }

  private func run(
    _ source: String, _ name: String, _ core: LuaTable, _ pandoc: LuaTable
  ) throws {
    let chunk = try state.load(source, name: "pandoc:\(name)")
    try chunk(core, pandoc)
  }

  /// The fields of `PANDOC_STATE`, but for its log.
  private func stateTable() -> LuaTable {
    let stack = state.stack
    stack.pushTable(hash: 8)
    stack.push(strings: environment.inputFiles)
    stack.rawSet(-2, "input_files")
    if let file = environment.outputFile { stack.rawSet(-1, "output_file", file) }
    stack.push(strings: ["."])
    stack.rawSet(-2, "resource_path")
    stack.push(strings: [])
    stack.rawSet(-2, "request_headers")
    stack.rawSet(-1, "trace", false)
    stack.rawSet(-1, "verbosity", "WARNING")
    return LuaTable(popping: stack)
  }

  /// The version of pandoc whose behaviour this is, and of pandoc-types.
  private static let pandocVersion = "3.9"

  private func defineGlobals(_ core: LuaTable, _ pandoc: LuaTable) throws {
    let globals = state.globals
    globals.setRaw("FORMAT", environment.format)
    if let file = environment.scriptFile { globals.setRaw("PANDOC_SCRIPT_FILE", file) }
    let stack = state.stack
    if let version = core.raw("version", as: LuaFunction.self) {
      let api = Pandoc.apiVersion.map(String.init).joined(separator: ".")
      for (name, value) in [
        ("PANDOC_VERSION", Self.pandocVersion), ("PANDOC_API_VERSION", api),
      ] {
        try stack.call(results: 1) {
          stack.push(version)
          stack.push(value)
        }
        globals.push(onto: stack)
        stack.insert(-2)
        stack.rawSet(-2, name)
        stack.pop()
      }
    }
    for (name, constructor) in [
      ("PANDOC_READER_OPTIONS", "ReaderOptions"), ("PANDOC_WRITER_OPTIONS", "WriterOptions"),
    ] {
      guard let make = pandoc.raw(constructor, as: LuaFunction.self) else { continue }
      try stack.call(results: 1) { stack.push(make) }
      globals.push(onto: stack)
      stack.insert(-2)
      stack.rawSet(-2, name)
      stack.pop()
    }
  }

  /// What `require` knows of the module, for hosts that install it only when it is first asked for.
  package static let moduleNames =
    ["pandoc", "text"]
    + [
      "List", "cli", "format", "image", "json", "layout", "log", "mediabag", "path", "scaffolding",
      "structure", "system", "template", "text", "types", "utils", "zip",
    ].map { "pandoc.\($0)" }

  /// The field of the table `pandoc` that such a name stands for; nil for the table itself.
  package static func field(ofModule name: String) -> String? {
    name == "pandoc" ? nil : name.split(separator: ".").last.map(String.init)
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
