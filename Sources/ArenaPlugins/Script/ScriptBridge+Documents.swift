import ArenaModel
import LuaKit

/// Documents in scripts: the `pandoc` module, opened when it is first used.
extension ScriptBridge {
  func openDocuments(_ stack: LuaStack) throws {
    let list = try state.load(Self.temporaryList, name: "pandoc").call(as: LuaTable.self)
    let pandoc = state.table()
    pandoc["List"] = .table(list)
    state.globals["pandoc"] = .table(pandoc)
    listMaker = .table(list)
  }

  /// The text of a document value, as `pandoc.utils.stringify` gives it; nil for other userdata.
  func documentText(_ stack: LuaStack, at index: Int) -> String? { nil }

  /// `record:render(field)`: the field's value as Blocks.
  func render(_ field: String, of record: Record, _ stack: LuaStack) throws -> LuaReturn {
    throw LuaError("render isn't here yet")
  }

  static let temporaryList = """
    local List = {}
    List.__index = List
    function List:map(f) local out = setmetatable({}, List) for i, x in ipairs(self) do out[i] = f(x, i) end return out end
    function List:filter(f) local out = setmetatable({}, List) for i, x in ipairs(self) do if f(x, i) then out[#out + 1] = x end end return out end
    function List:insert(...) return table.insert(self, ...) end
    function List:sort(f) table.sort(self, f) end
    return setmetatable(List, { __call = function(_, t) return setmetatable(t or {}, List) end })
    """
}
