/// The way from a plugin's table to one of its keys: `roles[1].exclusive`.
package struct DeclarationPath: Sendable, Hashable, CustomStringConvertible {
  package enum Step: Sendable, Hashable {
    case key(String)
    /// From 1, as Lua counts.
    case index(Int)
  }

  package var steps: [Step]

  package init(_ steps: [Step] = []) { self.steps = steps }

  package func key(_ name: String) -> DeclarationPath { DeclarationPath(steps + [.key(name)]) }
  package func index(_ place: Int) -> DeclarationPath { DeclarationPath(steps + [.index(place)]) }

  package var description: String {
    var out = ""
    for step in steps {
      switch step {
      case .key(let name):
        if SourceScanner.isName(name) {
          out += out.isEmpty ? name : "." + name
        } else {
          out += "[\(Phrase.quoted(name))]"
        }
      case .index(let place): out += "[\(place)]"
      }
    }
    return out
  }
}
