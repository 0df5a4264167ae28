import LuaKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Runs one script as a stranger's would run, and nothing else: the tool of the attack suite and of the measurements.
///
///     luakit-run FILE [--seconds S] [--memory MIB] [--output BYTES] [--standard] [--in-process]

func fail(_ message: String, status: Int32) -> Never {
  var text = message + "\n"
  text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  exit(status)
}

func contents(of path: String) -> [UInt8]? {
  guard let file = fopen(path, "rb") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    if count == 0 { return bytes }
    bytes.append(contentsOf: piece[..<count])
  }
}

var limits = LuaLimits.default
limits.mayEndProcess = true
var library = LuaState.Library.sandbox
var path: String?
var arguments = CommandLine.arguments.dropFirst()
while let argument = arguments.popFirst() {
  switch argument {
  case "--seconds":
    guard let text = arguments.popFirst(), let seconds = Double(text), seconds > 0 else {
      fail("--seconds wants a number above 0", status: 64)
    }
    limits.cpuSeconds = seconds
    limits.wallSeconds = max(10, seconds * 10)
  case "--memory":
    guard let text = arguments.popFirst(), let megabytes = Int(text), megabytes > 0 else {
      fail("--memory wants a number of MiB above 0", status: 64)
    }
    limits.memoryMiB = megabytes
  case "--output":
    guard let text = arguments.popFirst(), let bytes = Int(text), bytes >= 0 else {
      fail("--output wants a number of bytes", status: 64)
    }
    limits.outputBytes = bytes
  case "--standard": library = .standard
  case "--in-process": limits.mayEndProcess = false
  default:
    guard path == nil else { fail("one FILE at a time, not \(argument) too", status: 64) }
    path = argument
  }
}
guard let path else {
  fail("usage: luakit-run FILE [--seconds S] [--memory MIB] [--output BYTES]", status: 64)
}
guard let text = contents(of: path) else { fail("\(path) can't be read", status: 66) }

// Unbuffered: what was printed before the end is seen, whatever ends it.
let output = LuaOutput { bytes in
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = write(1, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if count < 0 && errno == EINTR { continue }
    if count <= 0 { return }
    rest = rest.dropFirst(count)
  }
}
let state = LuaState(library: library, limits: limits, output: output)
let name = path.split(separator: "/").last.map(String.init) ?? path
let folder = path.contains("/") ? path.dropLast(name.count + 1) : "."
do {
  if library == .sandbox {
    state.setRequire(resolver: try LuaFolder(folder.isEmpty ? "/" : String(folder)).resolver)
  }
  let chunk = try text.withUnsafeBytes { try state.load($0, name: name) }
  try chunk()
} catch {
  fail("\(error)", status: 1)
}
