import DocumentModel
import JSONCodec

/// A document's headers for its table of contents; headers without an identifier are given one.
struct HTMLOutline {
  /// A header that the contents list.
  struct Entry {
    let level: Int
    let identifier: String
    let content: [Inline]
  }

  private(set) var entries: [Entry] = []
  private var used: Set<String> = []

  /// Gives headers at the top and in divs identifiers, and lists those of the first `levels` levels in use.
  mutating func identify(_ blocks: [Block], levels: Int) -> [Block] {
    collect(blocks)
    let lowest = Self.lowestLevel(blocks) ?? 1
    return give(blocks, through: lowest + levels - 1)
  }

  private mutating func collect(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .header(_, let attr, _): used.insert(attr.identifier)
      case .div(let attr, let content):
        used.insert(attr.identifier)
        collect(content)
      default: continue
      }
    }
  }

  private static func lowestLevel(_ blocks: [Block]) -> Int? {
    blocks.compactMap { block in
      switch block {
      case .header(let level, _, _): level
      case .div(_, let content): lowestLevel(content)
      default: nil
      }
    }.min()
  }

  private mutating func give(_ blocks: [Block], through deepest: Int) -> [Block] {
    blocks.map { block in
      switch block {
      case .header(let level, var attr, let content):
        if attr.identifier.isEmpty { attr.identifier = unique(Self.slug(Stringify.text(content))) }
        if level <= deepest, !attr.classes.contains("unlisted") {
          entries.append(
            Entry(level: level, identifier: attr.identifier, content: Self.plainer(content)))
        }
        return .header(level: level, attr, content)
      case .div(let attr, let content): return .div(attr, give(content, through: deepest))
      default: return block
      }
    }
  }

  /// What of a header can stand in the contents: no notes, and no links in the link.
  private static func plainer(_ inlines: [Inline]) -> [Inline] {
    inlines.flatMap { inline -> [Inline] in
      switch inline {
      case .note: []
      case .link(_, let content, _): plainer(content)
      case .span(_, let content): plainer(content)
      default: [inline]
      }
    }
  }

  /// An identifier made of a header's text, as pandoc makes them: letters and digits in lower case, hyphens for spaces.
  static func slug(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber || "_-.".contains(character) {
        result.append(character)
      } else if character.isWhitespace, !result.hasSuffix("-") {
        result.append("-")
      }
    }
    let start = result.drop { !$0.isLetter }
    return start.isEmpty ? "section" : String(start)
  }

  private mutating func unique(_ slug: String) -> String {
    var name = slug
    var number = 0
    while !used.insert(name).inserted {
      number += 1
      name = "\(slug)-\(number)"
    }
    return name
  }

  /// Writes the contents as nested lists in a `nav`.
  func write(title: String, _ buffer: inout ByteBuffer) {
    buffer.append("<nav id=\"TOC\" role=\"doc-toc\" aria-labelledby=\"toc-title\">\n")
    buffer.append("<h2 id=\"toc-title\">")
    HTMLText.write(title, &buffer)
    buffer.append("</h2>\n")
    var renderer = HTMLRenderer()
    renderer.isInLink = true
    var open: [Int] = []
    for entry in entries {
      while let level = open.last, level > entry.level, open.count > 1 {
        buffer.append("</li>\n</ul>")
        open.removeLast()
      }
      if let level = open.last, level >= entry.level {
        buffer.append("</li>\n")
        open[open.count - 1] = entry.level
      } else {
        buffer.append(open.isEmpty ? "<ul>\n" : "\n<ul>\n")
        open.append(entry.level)
      }
      buffer.append("<li><a")
      HTMLText.attribute("href", "#" + entry.identifier, &buffer)
      buffer.append(">")
      renderer.inlines(entry.content, &buffer)
      buffer.append("</a>")
    }
    for _ in open { buffer.append("</li>\n</ul>") }
    buffer.append("\n</nav>\n")
  }
}
