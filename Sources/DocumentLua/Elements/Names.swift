import DocumentModel

// The names that pandoc-types and its Lua API give to the members of small enums.

extension QuoteType {
  var name: String { self == .single ? "SingleQuote" : "DoubleQuote" }

  init?(name: String) {
    switch name {
    case "SingleQuote": self = .single
    case "DoubleQuote": self = .double
    default: return nil
    }
  }
}

extension MathType {
  var name: String { self == .display ? "DisplayMath" : "InlineMath" }

  init?(name: String) {
    switch name {
    case "DisplayMath": self = .display
    case "InlineMath": self = .inline
    default: return nil
    }
  }
}

extension Inline {
  var kind: Kind {
    switch self {
    case .str: .str
    case .emph: .emph
    case .underline: .underline
    case .strong: .strong
    case .strikeout: .strikeout
    case .superscript: .superscript
    case .subscript: .subscript
    case .smallCaps: .smallCaps
    case .quoted: .quoted
    case .cite: .cite
    case .code: .code
    case .space: .space
    case .softBreak: .softBreak
    case .lineBreak: .lineBreak
    case .math: .math
    case .rawInline: .rawInline
    case .link: .link
    case .image: .image
    case .note: .note
    case .span: .span
    }
  }
}

extension Block {
  var kind: Kind {
    switch self {
    case .plain: .plain
    case .para: .para
    case .lineBlock: .lineBlock
    case .codeBlock: .codeBlock
    case .rawBlock: .rawBlock
    case .blockQuote: .blockQuote
    case .orderedList: .orderedList
    case .bulletList: .bulletList
    case .definitionList: .definitionList
    case .header: .header
    case .horizontalRule: .horizontalRule
    case .table: .table
    case .figure: .figure
    case .div: .div
    }
  }
}

/// A table as pandoc knew it before version 2.10, which scripts may still work with.
struct SimpleTable: Equatable {
  var caption: [Inline] = []
  var alignments: [Alignment] = []
  /// Shares of the text's width; 0 leaves a column to its content.
  var widths: [Double] = []
  var headers: [[Block]] = []
  var rows: [[[Block]]] = []
}
