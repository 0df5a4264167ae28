/// What goes wrong with plugins: a full sentence each, with file and line where there is one.
package enum PluginError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A plugin whose table breaks the contract: everything at once.
  case broken([PluginProblem])
  /// A file of a plugin that can't be read.
  case unreadable(path: String, why: String)
  /// The chunk raised while it loaded, or is no Lua.
  case failedToLoad(plugin: String, message: String)
  /// Two folders with the same name.
  case foundTwice(name: String, places: [String])
  case unknown(name: String, kind: PluginKind?, known: [String])
  /// A name that is a plugin, of another kind.
  case wrongKind(name: String, is: PluginKind, wanted: PluginKind)
  /// A function of a plugin raised, or gave what it may not give.
  case raised(plugin: String, function: String, record: String?, message: String)
  /// A plugin ended the action with a sentence for the user.
  case refused(String)
  /// A plugin, or a rule, stopped the action unless told to go on anyway.
  case objected([String])
  /// A plugin's result that the contract doesn't allow; the function's file and line stand in the message.
  case needs(String)

  package var description: String {
    switch self {
    case .broken(let problems): problems.map(\.description).joined(separator: "\n")
    case .unreadable(let path, let why): "\(path): can't be read: \(why)."
    case .failedToLoad(let plugin, let message): "\(plugin): \(message)"
    case .foundTwice(let name, let places):
      "The plugin '\(name)' stands in \(places.count) places: "
        + Phrase.choice(places, "and") + ". Rename or remove one of the folders."
    case .unknown(let name, let kind, let known):
      "There is no \(kind?.rawValue ?? "plugin") '\(name)'"
        + Phrase.didYouMean(
          name, among: known,
          otherwise: known.isEmpty
            ? "; none was found." : "; there is \(Phrase.choice(known, "and")).")
    case .wrongKind(let name, let kind, let wanted):
      "'\(name)' is \(Phrase.withArticle(kind.rawValue)), and "
        + "\(Phrase.withArticle(wanted.rawValue)) is needed here."
    case .raised(let plugin, let function, let record, let message):
      "\(plugin), in \(function)" + (record.map { " on \($0)" } ?? "") + ": \(message)"
    case .refused(let sentence): sentence
    case .objected(let sentences):
      sentences.joined(separator: "\n") + "\nNothing was changed; --anyway goes on all the same."
    case .needs(let sentence): sentence
    }
  }
}

/// One thing that is wrong with a plugin, where it stands.
package struct PluginProblem: Sendable, Hashable, CustomStringConvertible {
  /// The file as the author knows it.
  package let file: String
  package let line: Int
  package let path: DeclarationPath
  package let message: String

  package init(file: String, line: Int, path: DeclarationPath, message: String) {
    self.file = file
    self.line = line
    self.path = path
    self.message = message
  }

  package var description: String {
    let place = "\(file):\(line): "
    return path.steps.isEmpty ? place + message : place + "\(path): \(message)"
  }
}
