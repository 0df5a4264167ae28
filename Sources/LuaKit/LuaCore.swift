internal import CLua
public import CLuaKit

/// What a state, its references and its callbacks share: the pointer, and what is known of each object type.
///
/// References keep the core, not the state, so a Swift closure that Lua holds may hold a reference without a cycle
/// that would keep the state open for ever. When the state closes, ``pointer`` becomes nil.
public final class LuaCore {
  // A core belongs to one thread at a time, as its state does, so no access needs to be watched at run time.
  @exclusivity(unchecked) @usableFromInline var pointer: OpaquePointer?
  /// Unretained: the state owns the core.
  @exclusivity(unchecked) @usableFromInline var state: Unmanaged<LuaState>?
  var output: LuaOutput
  var modules = LuaModules()

  var context: AnyObject?

  init(output: LuaOutput) {
    self.output = output
  }

  @inlinable
  static func of(_ pointer: OpaquePointer) -> LuaCore {
    Unmanaged<LuaCore>.fromOpaque(lk_hostof(pointer).pointee.owner).takeUnretainedValue()
  }
}

/// The functions by which C enters Swift. They are global so that they carry no actor's isolation: Lua may run on any
/// thread, and a closure formed on the main actor would trap there.
enum LuaEntry {
  static var table: lk_entries {
    lk_entries(
      call: luaEntryCall, get: luaEntryGet, set: luaEntrySet, event: luaEntryEvent,
      describe: luaEntryDescribe, release: luaEntryRelease, print: luaEntryPrint)
  }
}

private func luaEntryCall(_ pointer: OpaquePointer?, _ function: UnsafeMutableRawPointer?) -> Int32
{
  let stack = LuaStack(pointer.unsafelyUnwrapped)
  return Unmanaged<LuaFunctionBox>.fromOpaque(function.unsafelyUnwrapped)
    ._withUnsafeGuaranteedRef { box in
      do {
        return try box.body(stack).code
      } catch {
        return stack.raise(error)
      }
    }
}

private func luaEntryGet(
  _ pointer: OpaquePointer?, _ type: UnsafeMutableRawPointer?, _ object: UnsafeMutableRawPointer?,
  _ id: Int32, _ row: Int64
) -> Int32 {
  ask(type, pointer) { try $0.get(object.unsafelyUnwrapped, Int(id), Int(row), $1).code }
}

private func luaEntrySet(
  _ pointer: OpaquePointer?, _ type: UnsafeMutableRawPointer?, _ object: UnsafeMutableRawPointer?,
  _ id: Int32, _ row: Int64
) -> Int32 {
  ask(type, pointer) {
    try $0.set(object.unsafelyUnwrapped, Int(id), Int(row), $1)
    return 0
  }
}

private func luaEntryEvent(
  _ pointer: OpaquePointer?, _ type: UnsafeMutableRawPointer?, _ event: Int32
) -> Int32 {
  ask(type, pointer) { try $0.metamethod(LuaEvent(unchecked: event), $1).code }
}

/// Asks a type, and leaves what it throws on the stack.
@inline(__always)
private func ask(
  _ type: UnsafeMutableRawPointer?, _ pointer: OpaquePointer?,
  _ question: (LuaTypeBase, LuaStack) throws -> Int32
) -> Int32 {
  let stack = LuaStack(pointer.unsafelyUnwrapped)
  return Unmanaged<LuaTypeBase>.fromOpaque(type.unsafelyUnwrapped)._withUnsafeGuaranteedRef {
    do {
      return try question($0, stack)
    } catch {
      return stack.raise(error)
    }
  }
}

private func luaEntryDescribe(_ pointer: OpaquePointer?, _ error: UnsafeMutableRawPointer?) {
  let box = Unmanaged<LuaErrorBox>.fromOpaque(error.unsafelyUnwrapped).takeUnretainedValue()
  LuaStack(pointer.unsafelyUnwrapped).push(LuaError.text(of: box.error))
}

private func luaEntryRelease(_ object: UnsafeMutableRawPointer?) {
  Unmanaged<AnyObject>.fromOpaque(object.unsafelyUnwrapped).release()
}

private func luaEntryPrint(
  _ owner: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<CChar>?, _ count: Int
) {
  let core = Unmanaged<LuaCore>.fromOpaque(owner.unsafelyUnwrapped).takeUnretainedValue()
  core.output.write(UnsafeRawBufferPointer(start: bytes, count: count))
}

/// A Swift error on its way through Lua.
final class LuaErrorBox {
  let error: any Error
  init(_ error: any Error) { self.error = error }
}

/// A Swift closure that Lua holds.
@usableFromInline
final class LuaFunctionBox {
  @usableFromInline let body: (LuaStack) throws -> LuaReturn
  @usableFromInline init(_ body: @escaping (LuaStack) throws -> LuaReturn) { self.body = body }
}
