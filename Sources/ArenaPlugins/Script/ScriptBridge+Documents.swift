import ArenaModel
import DocumentLua
import DocumentModel
import LuaKit

/// Documents in scripts: the `pandoc` module, opened when it is first used.
extension ScriptBridge {
  func openDocuments(_ stack: LuaStack) throws {
    guard listMaker.isNil else { return }
    documents = try PandocModule.install(in: state, environment: surroundings)
    guard let list = state.globals.raw("pandoc", as: LuaTable.self)?.raw("List", as: LuaValue.self)
    else { throw LuaError("the pandoc module has no List") }
    listMaker = list
  }

  /// The module, for filters; opened where no script has asked for it yet.
  func documentModule() throws -> PandocModule {
    if documents == nil { try openDocuments(state.stack) }
    guard let documents else { throw LuaError("the pandoc module can't be opened") }
    return documents
  }

  /// The text of a document value, as `pandoc.utils.stringify` gives it; nil for other userdata.
  func documentText(_ stack: LuaStack, at index: Int) -> String? {
    guard let inlines = try? PandocModule.readInlines(stack, at: index) else { return nil }
    return Stringify.text(inlines)
  }

  /// `record:render(field)`: the field's value as Blocks.
  func render(_ field: String, of record: Record, _ stack: LuaStack) throws -> LuaReturn {
    _ = try documentModule()
    let blocks = try attached().blocks(field, of: record)
    PandocModule.push(blocks, onto: stack)
    return 1
  }

  /// `arena:chapters(at, record)`: what the formats add to the arena's report there, as Blocks.
  func chapters(_ stack: LuaStack) throws -> LuaReturn {
    let name: String = try stack.argument(2)
    guard let at = PartDeclaration.At(rawValue: name) else {
      let known = PartDeclaration.At.allCases.map(\.rawValue)
      throw LuaError(
        "there is no part of the report '\(name)'"
          + Phrase.didYouMean(
            name, among: known, otherwise: "; there is \(Phrase.choice(known, "and"))"))
    }
    let about: RecordProxy? = try stack.argument(3)
    let arena = try attached()
    _ = try documentModule()
    let blocks = try services?.chapters(at, try about.flatMap { try arena.record($0.id) }) ?? []
    PandocModule.push(blocks, onto: stack)
    return 1
  }
}
