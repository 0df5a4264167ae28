internal import CLua
internal import CLuaKit

extension LuaState {
  /// Fills a fresh state.
  func open(_ library: Library, limits: LuaLimits, world: LuaWorld) {
    let pointer = stack.pointer
    switch library {
    case .none: break
    case .standard: luaL_openlibs(pointer)
    case .sandbox:
      lk_open_sandbox(pointer)
      openRequire()
      globals.setFunction("print", luaPrint)
    }
  }
}

/// `print` into the state's output.
private func luaPrint(_ stack: LuaStack) throws -> LuaReturn {
  let output = stack.core.output
  let count = stack.count
  for index in 0..<count {
    if index > 0 { "\t".withCStringBytes(output.write) }
    var text = try stack.text(index + 1)
    text.withUTF8 { output.write(UnsafeRawBufferPointer($0)) }
  }
  "\n".withCStringBytes(output.write)
  return .none
}

extension String {
  fileprivate func withCStringBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
    var copy = self
    copy.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
