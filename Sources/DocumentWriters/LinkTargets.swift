import DocumentModel

/// The identifiers that links inside a document point to.
enum LinkTargets {
  static func identifiers(in blocks: [Block]) -> Set<String> {
    var found: Set<String> = []
    DocumentWalk.visit(
      blocks,
      inline: { inline in
        if case .link(_, _, let target) = inline, target.url.hasPrefix("#") {
          found.insert(String(target.url.dropFirst()))
        }
      })
    return found
  }
}
