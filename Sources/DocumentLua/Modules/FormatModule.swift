import CLuaKit
import DocumentModel
import LuaKit

/// `pandoc.format`: the formats' extensions, and formats by a file's name.
enum FormatModule {
  static var functions: [ModuleFunction] {
    [
      ModuleFunction("all_extensions") { arguments in
        let name = try arguments.text(1, "format")
        arguments.stack.push(strings: FormatExtensions.of(name).all)
        return 1
      },
      ModuleFunction("default_extensions") { arguments in
        let name = try arguments.text(1, "format")
        arguments.stack.push(strings: FormatExtensions.of(name).standard)
        return 1
      },
      ModuleFunction("extensions") { arguments in
        let name = try arguments.text(1, "format")
        let extensions = FormatExtensions.of(name)
        arguments.stack.pushTable(hash: extensions.all.count)
        for name in extensions.all + extensions.standard {
          arguments.stack.rawSet(-1, name, extensions.standard.contains(name))
        }
        return 1
      },
      ModuleFunction("from_path") { arguments in
        let paths: [String]
        if lua_type(arguments.stack.pointer, 1) == LUA_TTABLE {
          paths = try arguments.reader.strings(1)
        } else {
          paths = [try arguments.text(1, "path")]
        }
        if let format = paths.lazy.compactMap(format(of:)).first {
          arguments.stack.push(text: format)
        } else {
          arguments.stack.pushNil()
        }
        return 1
      },
    ]
  }

  private static let formats: [String: String] = [
    "1": "man", "2": "man", "3": "man", "4": "man", "5": "man", "6": "man", "7": "man",
    "8": "man", "9": "man", "adoc": "asciidoc", "asciidoc": "asciidoc", "bib": "biblatex",
    "context": "context", "csv": "csv", "ctx": "context", "db": "docbook", "dj": "djot",
    "doc": "doc", "docx": "docx", "dokuwiki": "dokuwiki", "epub": "epub", "fb2": "fb2",
    "htm": "html", "html": "html", "icml": "icml", "ipynb": "ipynb", "json": "json",
    "latex": "latex", "lhs": "markdown", "ltx": "latex", "markdown": "markdown", "md": "markdown",
    "mkd": "markdown", "mkdn": "markdown", "mdown": "markdown", "mdwn": "markdown",
    "markua": "markua", "ms": "ms", "muse": "muse", "native": "native", "odt": "odt",
    "opml": "opml", "org": "org", "pdf": "pdf", "pptx": "pptx", "ris": "ris", "roff": "ms",
    "rst": "rst", "rtf": "rtf", "s5": "s5", "t2t": "t2t", "tei": "tei", "tex": "latex",
    "texi": "texinfo", "texinfo": "texinfo", "text": "markdown", "textile": "textile",
    "tsv": "tsv", "txt": "markdown", "typ": "typst", "wiki": "mediawiki", "xhtml": "html",
    "xlsx": "xlsx", "xml": "xml",
  ]

  private static func format(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return formats[name[name.index(after: dot)...].lowercased()]
  }
}

/// Which extensions a format has, and which of them are on, as pandoc 3.9 says.
struct FormatExtensions {
  var all: [String]
  var standard: [String]

  static func of(_ format: String) -> FormatExtensions {
    table[format]
      ?? FormatExtensions(all: ["east_asian_line_breaks"], standard: ["auto_identifiers"])
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static let table: [String: FormatExtensions] = {
    let commonMark = words(
      """
      alerts ascii_identifiers attributes autolink_bare_uris bracketed_spans definition_lists
      east_asian_line_breaks emoji fancy_lists fenced_divs footnotes gfm_auto_identifiers
      hard_line_breaks implicit_figures implicit_header_references pipe_tables raw_attribute raw_html
      rebase_relative_paths smart sourcepos strikeout subscript superscript task_lists
      tex_math_dollars tex_math_gfm wikilinks_title_after_pipe wikilinks_title_before_pipe
      yaml_metadata_block
      """)
    let identifiers = "ascii_identifiers auto_identifiers"
    func entry(_ all: String, _ standard: String) -> FormatExtensions {
      FormatExtensions(all: words(all), standard: words(standard))
    }
    return [
      "commonmark": FormatExtensions(all: commonMark, standard: ["raw_html"]),
      "gfm": FormatExtensions(
        all: commonMark,
        standard: words(
          """
          alerts auto_identifiers autolink_bare_uris emoji footnotes gfm_auto_identifiers pipe_tables
          raw_html strikeout task_lists tex_math_dollars tex_math_gfm yaml_metadata_block
          """)),
      "commonmark_x": FormatExtensions(
        all: commonMark,
        standard: words(
          """
          alerts attributes bracketed_spans definition_lists emoji fancy_lists fenced_divs footnotes
          gfm_auto_identifiers implicit_header_references pipe_tables raw_attribute raw_html smart
          strikeout subscript superscript task_lists tex_math_dollars yaml_metadata_block
          """)),
      "html": entry(
        identifiers + """
           east_asian_line_breaks empty_paragraphs epub_html_exts gfm_auto_identifiers line_blocks
          literate_haskell native_divs native_spans raw_html raw_tex smart task_lists
          tex_math_dollars tex_math_double_backslash tex_math_single_backslash
          """, "auto_identifiers line_blocks native_divs native_spans"),
      "latex": entry(
        identifiers + """
           east_asian_line_breaks empty_paragraphs gfm_auto_identifiers latex_macros
          literate_haskell raw_tex smart task_lists
          """, "auto_identifiers latex_macros smart"),
      "docx": entry(
        identifiers + """
           citations east_asian_line_breaks empty_paragraphs gfm_auto_identifiers
          native_numbering styles
          """, "auto_identifiers"),
      "org": entry(
        identifiers + """
           citations east_asian_line_breaks fancy_lists gfm_auto_identifiers smart smart_quotes
          special_strings task_lists
          """, "auto_identifiers citations special_strings task_lists"),
      "rst": entry(
        identifiers + " east_asian_line_breaks gfm_auto_identifiers literate_haskell smart",
        "auto_identifiers"),
      "plain": FormatExtensions(all: markdown, standard: plainStandard),
      "markdown": FormatExtensions(all: markdown, standard: markdownStandard),
    ]
  }()

  private static let markdown = words(
    """
    abbreviations alerts all_symbols_escapable angle_brackets_escapable ascii_identifiers
    auto_identifiers autolink_bare_uris backtick_code_blocks blank_before_blockquote
    blank_before_header bracketed_spans citations definition_lists east_asian_line_breaks emoji
    escaped_line_breaks example_lists fancy_lists fenced_code_attributes fenced_code_blocks
    fenced_divs footnotes four_space_rule gfm_auto_identifiers grid_tables gutenberg
    hard_line_breaks header_attributes table_attributes ignore_line_breaks implicit_figures
    implicit_header_references inline_code_attributes inline_notes intraword_underscores
    latex_macros line_blocks link_attributes lists_without_preceding_blankline literate_haskell
    mark markdown_attribute markdown_in_html_blocks mmd_header_identifiers mmd_link_attributes
    mmd_title_block multiline_tables native_divs native_spans old_dashes pandoc_title_block
    pipe_tables raw_attribute raw_html raw_tex rebase_relative_paths short_subsuperscripts
    shortcut_reference_links simple_tables smart space_in_atx_header spaced_reference_links
    startnum strikeout subscript superscript task_lists table_captions tex_math_dollars
    tex_math_double_backslash tex_math_single_backslash wikilinks_title_after_pipe
    wikilinks_title_before_pipe yaml_metadata_block
    """)

  private static let markdownStandard = words(
    """
    all_symbols_escapable auto_identifiers backtick_code_blocks blank_before_blockquote
    blank_before_header bracketed_spans citations definition_lists escaped_line_breaks
    example_lists fancy_lists fenced_code_attributes fenced_code_blocks fenced_divs footnotes
    grid_tables header_attributes table_attributes implicit_figures implicit_header_references
    inline_code_attributes inline_notes intraword_underscores latex_macros line_blocks
    link_attributes markdown_in_html_blocks multiline_tables native_divs native_spans
    pandoc_title_block pipe_tables raw_attribute raw_html raw_tex shortcut_reference_links
    simple_tables smart space_in_atx_header startnum strikeout subscript superscript task_lists
    table_captions tex_math_dollars yaml_metadata_block
    """)

  private static let plainStandard = words(
    """
    blank_before_blockquote blank_before_header definition_lists example_lists fancy_lists
    grid_tables implicit_figures intraword_underscores latex_macros multiline_tables simple_tables
    startnum strikeout table_captions
    """)
}
