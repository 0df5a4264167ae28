/// Where `print` goes.
public struct LuaOutput {
  let write: (UnsafeRawBufferPointer) -> Void

  /// Passes each piece of output on, as bytes; a line may come in several pieces.
  public init(_ write: @escaping (UnsafeRawBufferPointer) -> Void) { self.write = write }

  /// Drops it.
  public init() { write = { _ in } }

  /// Keeps it in `buffer`.
  public init(into buffer: Buffer) { write = { buffer.bytes.append(contentsOf: $0) } }

  /// Output that was kept.
  public final class Buffer {
    public internal(set) var bytes: [UInt8] = []
    public init() {}
    /// As text; bytes that aren't UTF-8 are repaired.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
  }
}
