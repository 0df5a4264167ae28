internal import Foundation

/// A program on this machine: what it is called and where it lies.
package struct Program: Sendable, Equatable {
  /// What people call it, as it stands in messages.
  package let name: String
  /// The executable file.
  package let path: String

  package init(name: String, path: String) {
    self.name = name
    self.path = path
  }

  /// The first executable file called `name` in the folders of PATH, or nil.
  package static func onPath(_ name: String, environment: [String: String] = currentEnvironment())
    -> Program?
  {
    allOnPath(name, environment: environment).first
  }

  /// Every executable file called `name` in the folders of PATH, in its order. The empty entry, which means the
  /// working folder, is passed over: a folder of somebody's documents is no place to look for programs.
  package static func allOnPath(
    _ name: String, environment: [String: String] = currentEnvironment()
  ) -> [Program] {
    let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
      .filter(isExecutableFile).map { Program(name: name, path: $0) }
  }

  static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }

  /// This process's environment.
  package static func currentEnvironment() -> [String: String] {
    ProcessInfo.processInfo.environment
  }
}
