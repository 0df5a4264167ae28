import CDocumentLua
import CLuaKit
import DocumentModel
import LuaKit

/// A table of functions by the names of elements, as its functions lie on Lua's stack while it is applied.
struct Filter {
  /// Where the function for each kind lies; 0 where there is none.
  private var functions = [Int32](repeating: 0, count: Kind.allCases.count)
  private(set) var inlines: Int32 = 0
  private(set) var blocks: Int32 = 0
  private(set) var meta: Int32 = 0
  private(set) var pandoc: Int32 = 0
  private(set) var hasInline = false
  private(set) var hasBlock = false
  private(set) var isTopdown = false

  /// The names that a filter's functions can have.
  private static let names: [String] =
    (Kind.inlines + Kind.blocks).map(\.tag) + [
      "Inline", "Block", "Inlines", "Blocks", "Meta", "Pandoc", "traverse",
    ]
  private static let places = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// Pushes the functions of the filter at `index`, which must be a table, and remembers where they lie.
  init(on stack: LuaStack, at index: Int32) throws {
    let pointer = stack.pointer
    try stack.reserve(Self.names.count + 40)
    var found = [Int32](repeating: 0, count: Self.names.count)
    let top = lua_gettop(pointer)
    if luaL_getmetafield(pointer, index, "__index") == LUA_TNIL {
      // Without a metatable only what the table holds counts; most filters hold one function.
      var places: [(place: Int, key: String)] = []
      stack.forEachPair(Int(index)) {
        guard lua_type(pointer, -2) == LUA_TSTRING, let key = stack.read(-2, as: String.self),
          let place = Self.places[key]
        else { return }
        places.append((place, key))
      }
      for (place, key) in places {
        stack.rawGet(Int(index), key)
        found[place] = lua_gettop(pointer)
      }
    } else {
      stack.pop()
      for (place, name) in Self.names.enumerated() {
        try stack.get(Int(index), name)
        if stack.isNil(-1) { stack.pop() } else { found[place] = lua_gettop(pointer) }
      }
    }
    func function(_ place: Int) -> Int32 {
      found[place] > top && lua_type(pointer, found[place]) == LUA_TFUNCTION ? found[place] : 0
    }
    let tags = Kind.inlines.count + Kind.blocks.count
    let inline = function(tags)
    let block = function(tags + 1)
    for kind in Kind.inlines + Kind.blocks {
      let own = function(Int(kind.rawValue))
      functions[Int(kind.rawValue)] = own != 0 ? own : kind.isInline ? inline : block
    }
    inlines = function(tags + 2)
    blocks = function(tags + 3)
    meta = function(tags + 4)
    pandoc = function(tags + 5)
    hasInline = Kind.inlines.contains { functions[Int($0.rawValue)] != 0 }
    hasBlock = Kind.blocks.contains { functions[Int($0.rawValue)] != 0 }
    if found[tags + 6] != 0 {
      isTopdown = stack.read(Int(found[tags + 6]), as: String.self) == "topdown"
    }
  }

  @inline(__always)
  func function(for kind: Kind) -> Int32 { functions[Int(kind.rawValue)] }

  var isEmpty: Bool {
    !hasInline && !hasBlock && inlines == 0 && blocks == 0 && meta == 0 && pandoc == 0
  }
}
