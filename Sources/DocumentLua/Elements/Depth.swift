import DocumentModel

/// How deep elements lie in each other: 1 for one that holds no other. Walks the whole value, so it is asked once.
extension Inline {
  var depth: Int {
    guard hasContent else { return 1 }
    var deepest = 0
    eachChild(
      inlines: { deepest = max(deepest, $0.depth) }, blocks: { deepest = max(deepest, $0.depth) })
    return deepest + 1
  }
}

extension Block {
  var depth: Int {
    var deepest = 0
    eachChild(
      inlines: { deepest = max(deepest, $0.depth) }, blocks: { deepest = max(deepest, $0.depth) })
    return deepest + 1
  }
}

extension [Inline] {
  var depth: Int { reduce(0) { Swift.max($0, $1.depth) } }
}

extension [Block] {
  var depth: Int { reduce(0) { Swift.max($0, $1.depth) } }
}

extension Citation {
  var depth: Int { max(prefix.depth, suffix.depth) }
}

extension Caption {
  var depth: Int { max(short?.depth ?? 0, long.depth) }
}

extension [Row] {
  var depth: Int {
    reduce(0) { deepest, row in
      row.cells.reduce(deepest) { Swift.max($0, $1.blocks.depth) }
    }
  }
}

extension SimpleTable {
  var depth: Int {
    (headers + rows.joined()).reduce(caption.depth) { max($0, $1.depth) }
  }
}
