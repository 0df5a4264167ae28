import CDocumentLua

/// The kinds of elements that scripts hold: the constructors of inlines and blocks, and the parts of either.
///
/// The raw value stands in the head of each element's userdata.
enum Kind: Int32, CaseIterable {
  case str, emph, underline, strong, strikeout, superscript, `subscript`, smallCaps, quoted, cite
  case code, space, softBreak, lineBreak, math, rawInline, link, image, note, span
  case plain, para, lineBlock, codeBlock, rawBlock, blockQuote, orderedList, bulletList
  case definitionList, header, horizontalRule, table, figure, div
  case attr, attributeList, listAttributes, citation, caption, cell, row, tableHead, tableBody
  case tableFoot, simpleTable, pandoc

  var isInline: Bool { rawValue <= Kind.span.rawValue }
  var isBlock: Bool { rawValue >= Kind.plain.rawValue && rawValue <= Kind.div.rawValue }

  /// The constructor's name in pandoc-types, which scripts know as the element's tag.
  var tag: String {
    switch self {
    case .superscript: "Superscript"
    case .subscript: "Subscript"
    default: "\(self)".prefix(1).uppercased() + "\(self)".dropFirst()
    }
  }

  /// What `pandoc.utils.type` calls it.
  var typeName: String { isInline ? "Inline" : isBlock ? "Block" : tag }

  static let inlines = allCases.filter(\.isInline)
  static let blocks = allCases.filter(\.isBlock)
}

/// One field of a kind. Its place in the list of fields is the number of its slot.
struct Field {
  let name: String
  /// Which types of Lua values can be assigned.
  let accepts: Accepts

  /// What a field can be set to, as Lua's types see it; the values themselves are read when the element is.
  enum Accepts {
    /// A string, or a number, which is as good.
    case text
    case number
    /// A string, an element, or a list of either.
    case content
    /// A table or an element.
    case structure

    var mask: Int {
      func bit(_ type: Int32) -> Int { 1 << Int(type) }
      switch self {
      case .text: return bit(LUA_TSTRING) | bit(LUA_TNUMBER)
      case .number: return bit(LUA_TNUMBER) | bit(LUA_TSTRING)
      case .content: return bit(LUA_TSTRING) | bit(LUA_TTABLE) | bit(LUA_TUSERDATA)
      case .structure: return bit(LUA_TTABLE) | bit(LUA_TUSERDATA)
      }
    }

    /// For messages.
    var description: String {
      switch self {
      case .text: "a string"
      case .number: "a number"
      case .content: "a string, an element, or a list of elements"
      case .structure: "a table or an element"
      }
    }
  }
}

extension Kind {
  /// The fields in the order of their slots, which begin at 1.
  var fields: [Field] {
    func field(_ name: String, _ accepts: Field.Accepts) -> Field {
      Field(name: name, accepts: accepts)
    }
    let attr = field("attr", .content)
    let content = field("content", .content)
    let text = field("text", .text)
    switch self {
    case .str: return [text]
    case .emph, .underline, .strong, .strikeout, .superscript, .subscript, .smallCaps, .note,
      .plain, .para, .lineBlock, .blockQuote, .bulletList, .definitionList:
      return [content]
    case .quoted: return [field("quotetype", .text), content]
    case .cite: return [field("citations", .structure), content]
    case .code, .codeBlock: return [attr, text]
    case .space, .softBreak, .lineBreak, .horizontalRule: return []
    case .math: return [field("mathtype", .text), text]
    case .rawInline, .rawBlock: return [field("format", .text), text]
    case .link: return [attr, content, field("target", .text), field("title", .text)]
    case .image:
      return [attr, field("caption", .content), field("src", .text), field("title", .text)]
    case .span, .div: return [attr, content]
    case .orderedList: return [field("listAttributes", .structure), content]
    case .header: return [field("level", .number), attr, content]
    case .table:
      return [
        attr, field("caption", .content), field("colspecs", .structure), field("head", .structure),
        field("bodies", .structure), field("foot", .structure),
      ]
    case .figure: return [attr, field("caption", .content), content]
    case .attr:
      return [
        field("identifier", .text), field("classes", .structure), field("attributes", .structure),
      ]
    case .attributeList: return [field("pairs", .structure)]
    case .listAttributes:
      return [field("start", .number), field("style", .text), field("delimiter", .text)]
    case .citation:
      return [
        field("id", .text), field("mode", .text), field("prefix", .content),
        field("suffix", .content), field("note_num", .number), field("hash", .number),
      ]
    case .caption: return [field("long", .content), field("short", .content)]
    case .cell:
      return [
        attr, field("alignment", .text), field("row_span", .number), field("col_span", .number),
        field("contents", .content),
      ]
    case .row: return [attr, field("cells", .structure)]
    case .tableHead, .tableFoot: return [attr, field("rows", .structure)]
    case .tableBody:
      return [
        attr, field("body", .structure), field("head", .structure),
        field("row_head_columns", .number),
      ]
    case .simpleTable:
      return [
        field("caption", .content), field("aligns", .structure), field("widths", .structure),
        field("headers", .structure), field("rows", .structure),
      ]
    case .pandoc: return [field("blocks", .content), field("meta", .structure)]
    }
  }

  /// Further names of fields; a path of two leads into a field of a field.
  var aliases: [(name: String, path: [String])] {
    let names = fields.map(\.name)
    var aliases: [(String, [String])] = []
    if (isInline || isBlock) && names.contains("content") { aliases.append(("c", ["content"])) }
    if names.contains("attr") && self != .tableBody {
      aliases += ["identifier", "classes", "attributes"].map { ($0, ["attr", $0]) }
    }
    switch self {
    case .orderedList:
      aliases += ["start", "style", "delimiter"].map { ($0, ["listAttributes", $0]) }
    case .cell: aliases.append(("content", ["contents"]))
    case .simpleTable: aliases.append(("header", ["headers"]))
    default: break
    }
    return aliases
  }

  /// Names that tell the element's constructor and can't be set.
  var tagNames: [String] {
    switch self {
    case _ where isInline || isBlock: ["t", "tag"]
    case .attr: ["t", "tag"]
    case .simpleTable: ["t"]
    default: []
    }
  }

  /// The names of methods, all of which `Methods` defines.
  var methods: [String] {
    switch self {
    case _ where isInline: ["clone", "walk"]
    case _ where isBlock: ["clone", "show", "walk"]
    case .cell: ["walk"]
    case .row: ["clone", "walk"]
    case .pandoc: ["clone", "normalize", "walk"]
    case .simpleTable, .attributeList: []
    default: ["clone"]
    }
  }

  func slot(_ name: String) -> Int32? {
    fields.firstIndex { $0.name == name }.map { Int32($0 + 1) }
  }
}
