import Foundation

/// The JSON Schema validator that Python has as a package: a judge that we didn't write.
enum PythonValidator {
  static let isThere: Bool = (try? run("import jsonschema", [])) == ""

  /// What the validator has against a dump; empty where nothing.
  static func problems(_ dump: [UInt8], schema: String, _ scratch: Scratch) throws -> String {
    let path = scratch.path("dump.json")
    try Data(dump).write(to: URL(fileURLWithPath: path))
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      for error in validator.iter_errors(json.load(open(sys.argv[2]))):
          print(list(error.absolute_path), error.message[:300])
      """
    return try run(program, [schema, path])
  }

  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    return process.terminationStatus == 0 ? text : text + "exit \(process.terminationStatus)"
  }
}
