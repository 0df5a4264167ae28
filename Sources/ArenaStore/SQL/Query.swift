import GRDB
import GRDBSQLite

/// One prepared statement while it runs: bound, stepped, read by column.
///
/// Statements come from GRDB's cache; rows are read straight from SQLite, because a record is nine columns and GRDB's
/// rows cost more than the record itself.
struct Query {
  private let statement: Statement
  private let handle: OpaquePointer
  private let database: Database

  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
    guard let handle = statement.sqliteStatement as OpaquePointer? else {
      throw DatabaseError(message: "empty statement")
    }
    self.handle = handle
    self.database = database
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  @discardableResult
  func bind(_ text: String?, at index: Int32) -> Query {
    guard var text else { return self }
    text.withUTF8 { bytes in
      let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      if let start {
        sqlite3_bind_text(handle, index, start, Int32(bytes.count), Query.transient)
      } else {
        sqlite3_bind_text(handle, index, "", 0, Query.transient)
      }
    }
    return self
  }

  @discardableResult
  func bind(_ number: Int64?, at index: Int32) -> Query {
    if let number { sqlite3_bind_int64(handle, index, number) }
    return self
  }

  @discardableResult
  func bind(_ number: Int, at index: Int32) -> Query { bind(Int64(number), at: index) }

  @discardableResult
  func bind(_ bytes: [UInt8]?, at index: Int32) -> Query {
    guard let bytes else { return self }
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob64(
        handle, index, $0.baseAddress ?? UnsafeRawPointer(handle), UInt64($0.count),
        Query.transient)
    }
    return self
  }

  @discardableResult
  func bindText(_ bytes: UnsafeRawBufferPointer, at index: Int32) -> Query {
    sqlite3_bind_text64(
      handle, index, bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
      UInt64(bytes.count), Query.transient, UInt8(SQLITE_UTF8))
    return self
  }

  /// Moves to the next row; false after the last, when the statement is ready for its next use.
  func next() throws -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let error =
      code == SQLITE_DONE
      ? nil
      : DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    sqlite3_reset(handle)
    if let error { throw error }
    return false
  }

  /// Runs a statement that gives no rows, or none that matter.
  func run() throws {
    while try next() {}
  }

  /// Ends the reading before the last row.
  func stop() { sqlite3_reset(handle) }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  /// The bytes of a text or a blob; the pointer ends with the next step.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func textOrNil(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] { Array(bytes(column)) }

  func blobOrNil(_ column: Int32) -> [UInt8]? { isNull(column) ? nil : blob(column) }
}

extension Database {
  /// Runs statements that give no rows.
  func run(_ sql: String) throws { try execute(sql: sql) }
}
