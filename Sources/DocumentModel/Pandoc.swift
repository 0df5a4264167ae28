/// A whole document: pandoc-types' `Pandoc`.
package struct Pandoc: Equatable, Sendable {
  package var meta: Meta
  package var blocks: [Block]

  package init(meta: Meta = Meta(), blocks: [Block] = []) {
    self.meta = meta
    self.blocks = blocks
  }

  /// The version of pandoc-types that the model follows, and that its JSON states, as pandoc 3.9 does.
  package static let apiVersion = [1, 23, 1, 1]

  /// How deep elements may lie in each other.
  ///
  /// Walking, comparing and freeing a document recurse by its depth. Readers refuse what is deeper, so that no document
  /// exhausts the stack of 8 MB that Linux gives to a thread, in debug builds neither. Books written by people stay below
  /// thirty.
  package static let maximumDepth = 1_000
}
