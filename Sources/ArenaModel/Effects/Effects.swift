#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The outside world as far as the model sees it: the clock and chance. Everything above takes them from here, so that
/// it can be tested and an export repeated.
package struct Effects: Sendable {
  package let now: @Sendable () -> Instant
  package let newID: @Sendable () -> RecordID

  package init(
    now: @escaping @Sendable () -> Instant, newID: @escaping @Sendable () -> RecordID
  ) {
    self.now = now
    self.newID = newID
  }

  /// The machine's clock and the system's random numbers.
  package static let live = Effects(
    now: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Instant(
        milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    },
    newID: {
      var generator = SystemRandomNumberGenerator()
      return RecordID.random(using: &generator)
    })

  /// A clock that stands still and ids that count up from `seed`: the same run gives the same bytes.
  package static func fixed(
    now: Instant = Instant(milliseconds: 1_579_680_000_000), seed: UInt64 = 1
  ) -> Effects {
    let counter = Counter(seed)
    return Effects(now: { now }, newID: { counter.next() })
  }
}

/// Ids that count up. One thread at a time uses it; the lock is for those that hold to no such rule.
private final class Counter: @unchecked Sendable {
  private var generator: SplitMix
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  init(_ seed: UInt64) {
    generator = SplitMix(state: seed)
    lock = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  func next() -> RecordID {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return RecordID.random(using: &generator)
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): a small generator whose runs are repeatable.
package struct SplitMix: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(state: UInt64) { self.state = state }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
