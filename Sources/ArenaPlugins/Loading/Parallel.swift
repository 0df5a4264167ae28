#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// Work on several processors at once, for commands that wait for all of it: the caller's thread takes its share, so that
/// where there is one processor nothing is started at all.
enum Parallel {
  /// The results in the order of the elements.
  static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let work = Work(count: elements.count)
    let results = Mutex<[Result?]>(Array(repeating: nil, count: elements.count))
    withoutActuallyEscaping(
      {
        while let place = work.next() {
          let result = transform(elements[place])
          results.withLock { $0[place] = result }
        }
      },
      do: { (share: @escaping () -> Void) in
        let helpers = min(elements.count, processors) - 1
        var threads: [pthread_t] = []
        for _ in 0..<max(0, helpers) {
          if let thread = start(Share(share)) { threads.append(thread) }
        }
        share()
        for thread in threads { pthread_join(thread, nil) }
      })
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Hands out places, each once.
  private final class Work: Sendable {
    private let place = Atomic<Int>(0)
    private let count: Int
    init(count: Int) { self.count = count }

    func next() -> Int? {
      let mine = place.wrappingAdd(1, ordering: .relaxed).oldValue
      return mine < count ? mine : nil
    }
  }

  private final class Share {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
  }

  private static var processors: Int { min(8, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private static func start(_ share: Share) -> pthread_t? {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(share)
    let status = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Share>.fromOpaque(context).takeRetainedValue().run() }
        return nil
      }, context.toOpaque())
    guard status == 0 else {
      context.release()
      return nil
    }
    return thread
  }
}
