internal import Foundation

/// The pandoc program: for the document formats that arena has no reader or writer for.
///
/// Its version must be 3 or newer: older ones speak another version of the JSON that documents travel in, and the two
/// refuse each other's.
package struct PandocProgram: Sendable {
  package let program: Program
  /// As it tells it: "3.9".
  package let version: String

  /// Where to get one that will do.
  package static let install = """
    Install pandoc 3 or newer: see https://pandoc.org/installing.html, or run \
    'python3 -m pip install pypandoc_binary'. (Debian 12's own package is version 2.17, which is too old.)
    """

  /// The pandoc to use: the first on PATH that is new enough, else the one that Python's package pypandoc_binary
  /// carries.
  ///
  /// - Parameter purpose: what it is wanted for, as it stands in the message: "to write docx".
  package static func find(
    _ purpose: String, environment: [String: String] = Program.currentEnvironment()
  ) throws(ProgramsError) -> PandocProgram {
    var tooOld: PandocProgram?
    for program in Program.allOnPath("pandoc", environment: environment) {
      guard let found = try? PandocProgram(program) else { continue }
      if found.isNewEnough { return found }
      tooOld = tooOld ?? found
    }
    if let program = carriedByPython(environment), let found = try? PandocProgram(program),
      found.isNewEnough
    {
      return found
    }
    guard let tooOld else {
      throw .notFound(program: "pandoc", purpose: purpose, install: install)
    }
    throw .tooOld(
      program: "pandoc", path: tooOld.program.path, version: tooOld.version, wanted: "3 or newer",
      purpose: purpose, install: install)
  }

  private init(_ program: Program) throws(ProgramsError) {
    var run = Program.Run(arguments: ["--version"])
    run.limits = ProgramLimits(seconds: 20)
    let answer = String(
      decoding: try program.output(run, purpose: "for its version"), as: UTF8.self)
    let words = answer.prefix { !$0.isNewline }.split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("pandoc") else {
      throw .unreadableAnswer(
        program: program.path, purpose: "for its version", reason: "it doesn't say 'pandoc 3.…'")
    }
    self.program = program
    version = String(words[1])
  }

  private var isNewEnough: Bool {
    (version.split(separator: ".").first.flatMap { Int($0) } ?? 0) >= 3
  }

  private static func carriedByPython(_ environment: [String: String]) -> Program? {
    let question = """
      import importlib.util, os, sys
      found = importlib.util.find_spec("pypandoc")
      sys.stdout.write(os.path.join(os.path.dirname(found.origin), "files", "pandoc") if found else "")
      """
    for python in Program.allOnPath("python3", environment: environment) {
      var run = Program.Run(arguments: ["-c", question])
      run.limits = ProgramLimits(seconds: 20)
      // Python looks for modules in the working folder first; "/" is nobody's folder of downloads.
      run.directory = "/"
      guard let answer = try? python.output(run, purpose: "to find pandoc"), !answer.isEmpty
      else { continue }
      let path = String(decoding: answer, as: UTF8.self)
      if Program.isExecutableFile(path) { return Program(name: "pandoc", path: path) }
    }
    return nil
  }
}
