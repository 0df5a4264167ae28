/// What a program may use before it is ended. Nil leaves the system's own limit.
package struct ProgramLimits: Sendable, Equatable {
  /// Seconds on the clock, from start to end. The caller's backstop against a program that waits for ever.
  package var seconds: Double?
  /// Whole seconds of processor time (RLIMIT_CPU), of all the program's threads together.
  package var processorSeconds: Int?
  /// Bytes of address space (RLIMIT_AS). Programs with a large runtime reserve far more than they use.
  package var addressSpace: Int?
  /// Bytes that a file written by the program may grow to (RLIMIT_FSIZE).
  package var fileSize: Int?

  package init(
    seconds: Double? = nil, processorSeconds: Int? = nil, addressSpace: Int? = nil,
    fileSize: Int? = nil
  ) {
    self.seconds = seconds
    self.processorSeconds = processorSeconds
    self.addressSpace = addressSpace
    self.fileSize = fileSize
  }

  /// Ample for a book of a thousand pages on a slow machine, and an end for a program that hangs.
  package static let ample = ProgramLimits(
    seconds: 300, processorSeconds: 300, fileSize: 2 << 30)
}
