/// What a program reads as standard input.
package enum ProgramInput {
  /// Nothing: the stream is at its end.
  case nothing
  /// Whatever this process reads.
  case inherited
  /// These bytes, which need to live as long as the call.
  case bytes(UnsafeRawBufferPointer)
}

/// Where a program's standard output or standard error goes.
package enum ProgramOutput: Sendable {
  /// Nowhere.
  case discarded
  /// Where this process's goes.
  case inherited
  /// Into memory. A standard output beyond `limit` bytes ends the program; of standard error the first `limit` bytes
  /// are kept and the rest is read and dropped, so that a chatty program doesn't stop at a full pipe.
  case captured(limit: Int)
}

/// What a program left behind.
package struct ProgramOutcome: Sendable {
  package let ending: ProgramEnding
  /// Captured standard output; empty when it wasn't captured.
  package let output: [UInt8]
  /// Captured standard error, as text. Bytes that are no UTF-8 stand as U+FFFD.
  package let message: String
  /// Seconds of processor time, the program's own and its children's that it waited for.
  package let processorSeconds: Double
  /// The most memory it held at once, in bytes.
  package let peakMemory: Int
}
