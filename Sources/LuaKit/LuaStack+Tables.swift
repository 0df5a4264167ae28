public import CLua
public import CLuaKit

/// Tables on the stack: raw reads and writes that run no metamethod, and protected ones that may.
extension LuaStack {
  /// Pushes a new table with room for `array` list items and `hash` fields.
  @inlinable public func pushTable(array: Int = 0, hash: Int = 0) {
    lua_createtable(pointer, Int32(clamping: array), Int32(clamping: hash))
  }

  /// Pushes `table[key]`, raw. The value at `table` must be a table.
  @inlinable @discardableResult
  public func rawGet(_ table: Int, _ key: some LuaWritable) -> LuaKind {
    let table = lua_absindex(pointer, Int32(table))
    key.push(onto: self)
    return LuaKind(unchecked: lua_rawget(pointer, table))
  }

  /// Pushes item `index` (from 1), raw.
  @inlinable @discardableResult
  public func rawGet(_ table: Int, item index: Int) -> LuaKind {
    LuaKind(unchecked: lua_rawgeti(pointer, Int32(table), lua_Integer(index)))
  }

  /// Pops a value and stores it as `table[key]`, raw.
  @inlinable public func rawSet(_ table: Int, _ key: some LuaWritable) {
    let table = lua_absindex(pointer, Int32(table))
    key.push(onto: self)
    lk_insert(pointer, -2)
    lua_rawset(pointer, table)
  }

  /// Stores `table[key] = value`, raw.
  @inlinable public func rawSet(_ table: Int, _ key: some LuaWritable, _ value: some LuaWritable) {
    let table = lua_absindex(pointer, Int32(table))
    key.push(onto: self)
    value.push(onto: self)
    lua_rawset(pointer, table)
  }

  /// Pops a value and stores it as item `index` (from 1), raw.
  @inlinable public func rawSet(_ table: Int, item index: Int) {
    lua_rawseti(pointer, Int32(table), lua_Integer(index))
  }

  /// The raw length of a table or string, without `__len`.
  @inlinable public func rawLength(_ index: Int) -> Int {
    Int(truncatingIfNeeded: lua_rawlen(pointer, Int32(index)))
  }

  /// Calls `body` for each pair, raw, with the key at -2 and the value at -1. `body` leaves the stack as it found it
  /// and doesn't add keys to the table.
  @inlinable public func forEachPair<E: Error>(_ table: Int, _ body: () throws(E) -> Void) throws(E)
  {
    let table = lua_absindex(pointer, Int32(table))
    let base = lua_gettop(pointer)
    lua_pushnil(pointer)
    while lua_next(pointer, table) != 0 {
      do {
        try body()
      } catch {
        lua_settop(pointer, base)
        throw error
      }
      lk_pop(pointer, 1)
    }
  }

  /// Pushes `value[key]` as a script would see it: metamethods run, protected.
  public func get(_ index: Int, _ key: some LuaWritable) throws(LuaError) {
    lua_pushvalue(pointer, Int32(index))
    key.push(onto: self)
    try check(lk_get(pointer))
  }

  /// Pops a value and assigns it to `value[key]` as a script would: metamethods run, protected.
  public func set(_ index: Int, _ key: some LuaWritable) throws(LuaError) {
    let target = lua_absindex(pointer, Int32(index))
    lua_pushvalue(pointer, target)
    lk_insert(pointer, -2)
    key.push(onto: self)
    lk_insert(pointer, -2)
    try check(lk_set(pointer))
  }

  /// The length as a script would see it: `__len` runs, protected.
  public func length(_ index: Int) throws(LuaError) -> Int {
    lua_pushvalue(pointer, Int32(index))
    try check(lk_length(pointer))
    defer { pop() }
    return read(-1) ?? 0
  }

  /// The text of any value as `tostring` gives it: `__tostring` and `__name` count, protected.
  public func text(_ index: Int) throws(LuaError) -> String {
    lua_pushvalue(pointer, Int32(index))
    try check(lk_tostring(pointer))
    defer { pop() }
    return read(-1) ?? ""
  }

  /// Whether two values are equal, `__eq` included, protected.
  public func areEqual(_ a: Int, _ b: Int) throws(LuaError) -> Bool {
    try compare(a, b, LUA_OPEQ)
  }

  /// Whether the first value is less, `__lt` included, protected.
  public func isLess(_ a: Int, _ b: Int) throws(LuaError) -> Bool {
    try compare(a, b, LUA_OPLT)
  }

  private func compare(_ a: Int, _ b: Int, _ operation: Int32) throws(LuaError) -> Bool {
    let (first, second) = (absolute(a), absolute(b))
    copy(first)
    copy(second)
    var result = false
    try check(lk_compare(pointer, operation, &result))
    return result
  }

  /// Whether two values are the same, raw.
  @inlinable public func areSame(_ a: Int, _ b: Int) -> Bool {
    lua_rawequal(pointer, Int32(a), Int32(b)) != 0
  }
}
