internal import CPrograms
internal import Foundation

/// A file descriptor with the few things that a run does to it.
struct Descriptor: Equatable {
  let number: Int32

  /// The errno of a system call that failed.
  struct Failure: Error { let number: Int32 }

  func close() { _ = Foundation.close(number) }

  static func null(_ flags: Int32) throws(Failure) -> Descriptor {
    let number = open("/dev/null", flags | O_CLOEXEC)
    guard number >= 0 else { throw Failure(number: errno) }
    return Descriptor(number: number)
  }

  static func pipe() throws(Failure) -> (read: Descriptor, write: Descriptor) {
    var ends: [Int32] = [0, 0]
    let failure = cprograms_pipe(&ends)
    guard failure == 0 else { throw Failure(number: failure) }
    return (Descriptor(number: ends[0]), Descriptor(number: ends[1]))
  }
}

/// The descriptors of a program that is about to start: its ends and ours.
struct ChildStreams {
  private var childEnds: [Descriptor] = []
  private var ourEnds: [Descriptor] = []
  private(set) var childInput: Int32 = -1
  private(set) var childOutput: Int32 = -1
  private(set) var childError: Int32 = -1
  /// Our end of the program's standard input.
  private(set) var input: Descriptor?
  private(set) var output: CapturedStream?
  private(set) var error: CapturedStream?

  /// Opens what the run asks for, or nothing.
  init(_ run: Program.Run) throws(Descriptor.Failure) {
    do throws(Descriptor.Failure) {
      switch run.input {
      case .inherited: break
      case .nothing: childInput = give(try .null(O_RDONLY))
      case .bytes:
        let ends = try Descriptor.pipe()
        childInput = give(ends.read)
        input = keep(ends.write)
      }
      (childOutput, output) = try capture(run.output, endsProgram: true)
      (childError, error) = try capture(run.error, endsProgram: false)
    } catch {
      closeChildEnds()
      closeOurEnds()
      throw error
    }
  }

  private mutating func give(_ descriptor: Descriptor) -> Int32 {
    childEnds.append(descriptor)
    return descriptor.number
  }

  private mutating func keep(_ descriptor: Descriptor) -> Descriptor {
    ourEnds.append(descriptor)
    _ = cprograms_never_block(descriptor.number)
    return descriptor
  }

  private mutating func capture(_ wish: ProgramOutput, endsProgram: Bool)
    throws(Descriptor.Failure) -> (Int32, CapturedStream?)
  {
    switch wish {
    case .inherited: return (-1, nil)
    case .discarded: return (give(try .null(O_WRONLY)), nil)
    case .captured(let limit):
      let ends = try Descriptor.pipe()
      let stream = CapturedStream(keep(ends.read), limit: limit, endsProgram: endsProgram)
      return (give(ends.write), stream)
    }
  }

  /// The program has its own copies of these by now, and a pipe ends when its last writer closes it.
  func closeChildEnds() {
    for descriptor in childEnds { descriptor.close() }
  }

  /// For a program that never started.
  func closeOurEnds() {
    for descriptor in ourEnds { descriptor.close() }
  }
}

/// A stream of a running program that is read into memory.
struct CapturedStream {
  private var descriptor: Descriptor?
  private let limit: Int
  private let endsProgram: Bool
  private var beyond = false
  private(set) var bytes: [UInt8] = []

  init(_ descriptor: Descriptor, limit: Int, endsProgram: Bool) {
    self.descriptor = descriptor
    self.limit = limit
    self.endsProgram = endsProgram
  }

  var isOpen: Bool { descriptor != nil }
  var number: Int32 { descriptor?.number ?? -1 }
  /// The limit, when more than it was written and that ends the program.
  var exceeded: Int? { beyond && endsProgram ? limit : nil }

  /// Takes once what the pipe holds. Returns false when it holds nothing now or is at its end.
  @discardableResult
  mutating func read() -> Bool {
    guard let descriptor else { return false }
    let room = 1 << 16
    let count = withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { buffer -> Int in
      let count = Foundation.read(descriptor.number, buffer.baseAddress, room)
      if count > 0 {
        let kept = min(count, limit - bytes.count)
        bytes.append(contentsOf: buffer[..<kept])
        if kept < count { beyond = true }
      }
      return count
    }
    if count > 0 { return true }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { close() }
    return false
  }

  /// Takes all that the pipe holds now, and closes it.
  mutating func drain() {
    while exceeded == nil, read() {}
    close()
  }

  private mutating func close() {
    descriptor?.close()
    descriptor = nil
  }
}

/// A NULL-terminated list of C strings, as exec wants them.
final class CStringList {
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
  private let count: Int

  init(_ texts: [String]) {
    count = texts.count
    pointers = .allocate(capacity: count + 1)
    for (index, text) in texts.enumerated() { (pointers + index).initialize(to: strdup(text)) }
    (pointers + count).initialize(to: nil)
  }

  deinit {
    for index in 0..<count { free(pointers[index]) }
    pointers.deallocate()
  }
}
