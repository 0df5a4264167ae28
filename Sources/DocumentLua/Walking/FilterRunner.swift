import CDocumentLua
import CLuaKit
package import DocumentModel
package import LuaKit

/// Runs scripts as filters: each is a chunk that returns a filter, a list of filters, or nothing, when its global
/// functions are the filter.
package struct FilterRunner {
  /// Why a filter failed.
  package struct Failure: Error, CustomStringConvertible {
    /// The filter's name, as it was given.
    package let filter: String
    /// The function of the filter that failed, if one was running: `Str`, `Para`, `Pandoc`.
    package let function: String?
    /// The text of the element that it was called with.
    package let near: String?
    package let error: LuaError

    package var description: String {
      var text = "filter \(filter): \(reason)"
      if let function {
        text += "\n  in its function \(function)"
        if let near, !near.isEmpty { text += ", near the text \"\(near)\"" }
      }
      if let traceback = error.traceback, !traceback.isEmpty { text += "\n\(traceback)" }
      return text
    }

    /// The message, with its place once: not where the module itself raised it, nor before a place that it has already.
    private var reason: String {
      guard let position = error.position, !position.script.hasPrefix("pandoc:"),
        !error.message.hasPrefix("\(position): ")
      else { return error.message }
      return error.summary
    }
  }

  let module: PandocModule

  package init(_ module: PandocModule) { self.module = module }

  /// Runs one script over a document.
  ///
  /// - Parameters:
  ///   - source: the script's text.
  ///   - name: its path, as messages should call it.
  ///   - environment: its globals; the state's own if nil.
  package func apply(
    source: String, name: String, to document: inout Pandoc, environment: LuaTable? = nil
  ) throws(Failure) {
    module.failure.place = nil
    do {
      let state = module.state
      let globals = environment ?? state.globals
      globals.setRaw("PANDOC_SCRIPT_FILE", name)
      let chunk = try state.load(source, name: name, environment: environment)
      for filter in try filters(of: chunk, globals) { try apply(filter, to: &document) }
    } catch {
      let place = module.failure.place
      throw Failure(
        filter: name, function: place?.function, near: place?.near,
        error: error as? LuaError ?? LuaError("\(error)"))
    }
  }

  /// Applies a filter that a script already made: a table of functions, or a list of such tables.
  package func apply(_ filter: LuaTable, to document: inout Pandoc) throws {
    let stack = try filter.stack
    filter.push(onto: stack)
    let index = lua_gettop(stack.pointer)
    defer { lua_settop(stack.pointer, index - 1) }
    var whole = Pandoc()
    swap(&whole, &document)
    try stack.withFilter(at: index, module.failure) { walker in
      try walker.apply(to: &whole)
    }
    document = whole
  }

  /// What a script returned, as a list of filters.
  private func filters(of chunk: LuaFunction, _ globals: LuaTable) throws -> [LuaTable] {
    let stack = module.state.stack
    let base = stack.count
    defer { stack.setCount(base) }
    let count = try stack.call { stack.push(chunk) }
    if count == 0 || stack.isNil(base + 1) { return [globals] }
    guard let table = stack.read(base + 1, as: LuaTable.self) else {
      throw LuaError(
        "the script returned \(stack.typeName(base + 1)); a filter returns a table of functions, a"
          + " list of such tables, or nothing, when its global functions are the filter")
    }
    guard table.count > 0 else { return [table] }
    return try (1...table.count).map { place in
      guard let filter = table.raw(place, as: LuaTable.self) else {
        throw LuaError("item \(place) of the list of filters that the script returned is no table")
      }
      return filter
    }
  }
}
