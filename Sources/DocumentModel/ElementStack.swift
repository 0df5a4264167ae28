/// A stack from which lists are cut in their exact size.
///
/// Appending to an array by ones reallocates it five times for a paragraph and leaves it a third empty; here elements
/// gather on one stack for the whole document and are *moved* into an array of the right size at a list's end.
struct ElementStack<Element>: ~Copyable {
  private var base: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  @inline(__always)
  mutating func push(_ element: consuming Element) {
    if count == capacity { grow() }
    (base + count).initialize(to: element)
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    new.moveInitialize(from: base, count: count)
    base.deallocate()
    base = new
    capacity *= 2
  }

  /// Takes all elements above the first `bottom` off the stack, as an array.
  @inline(__always)
  mutating func cut(from bottom: Int) -> [Element] {
    let length = count - bottom
    let source = base + bottom
    count = bottom
    return [Element](unsafeUninitializedCapacity: length) { target, initialized in
      target.baseAddress?.moveInitialize(from: source, count: length)
      initialized = length
    }
  }
}
