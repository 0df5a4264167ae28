/// The names of pandoc 3.9's formats, which scripts look up in `pandoc.readers` and `pandoc.writers`.
enum FormatNames {
  static let readers = words(
    """
    asciidoc biblatex bibtex bits commonmark commonmark_x creole csljson csv djot docbook docx
    dokuwiki endnotexml epub fb2 gfm haddock html ipynb jats jira json latex man markdown
    markdown_github markdown_mmd markdown_phpextra markdown_strict mdoc mediawiki muse native odt
    opml org pod pptx ris rst rtf t2t textile tikiwiki tsv twiki typst vimwiki xlsx xml
    """)

  static let writers = words(
    """
    ansi asciidoc asciidoc_legacy asciidoctor bbcode bbcode_fluxbb bbcode_hubzilla bbcode_phpbb
    bbcode_steam bbcode_xenforo beamer biblatex bibtex chunkedhtml commonmark commonmark_x context
    csljson djot docbook docbook4 docbook5 docx dokuwiki dzslides epub epub2 epub3 fb2 gfm haddock
    html html4 html5 icml ipynb jats jats_archiving jats_articleauthoring jats_publishing jira json
    latex man markdown markdown_github markdown_mmd markdown_phpextra markdown_strict markua
    mediawiki ms muse native odt opendocument opml org plain pptx revealjs rst rtf s5 slideous
    slidy tei texinfo textile typst vimdoc xml xwiki zimwiki
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
