/// The look of a page: dark text on white, one measure on screens, comfortable on phones, A4 in print.
enum HTMLPageStyle {
  static let text: StaticString = """
    * { box-sizing: border-box; }
    html { font-size: 100%; -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 46rem; background: #fff;
      color: #1b1f24; font: 1.0625rem/1.55 Charter, "Bitstream Charter", "Sitka Text", Cambria,
      "Source Serif 4", "DejaVu Serif", Georgia, serif; overflow-wrap: break-word; hyphens: manual; }
    h1, h2, h3, h4, h5, h6, #TOC, .subtitle, .author, .date, .facts, table, figcaption, caption {
      font-family: "Segoe UI", Frutiger, "Frutiger Linotype", "Fira Sans", "Noto Sans", "DejaVu Sans",
      "Helvetica Neue", Arial, sans-serif; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 .5em; text-wrap: balance; }
    h1 { font-size: 1.75rem; color: #17577a; border-bottom: 2px solid #17577a;
      padding-bottom: .25em; margin-top: 2.5em; }
    h2 { font-size: 1.3rem; } h3 { font-size: 1.1rem; } h4, h5, h6 { font-size: 1rem; }
    p, ul, ol, dl, table, figure, blockquote, pre { margin: 0 0 1em; }
    ul, ol { padding-left: 1.5em; } li { margin: .25em 0; } li > ul, li > ol { margin-bottom: .25em; }
    li > p { margin-bottom: .5em; }
    a { color: #17577a; text-decoration-thickness: 1px; text-underline-offset: .15em; }
    a:focus-visible { outline: 3px solid #17577a; outline-offset: 2px; }
    img, svg, video { max-width: 100%; height: auto; }
    blockquote { border-left: 3px solid #d5dae0; padding-left: 1em; margin-left: 0;
      color: #4d5661; }
    pre { background: #f5f7f8; padding: .75em 1em; overflow-x: auto; font-size: .9em; }
    code { font-family: Consolas, Menlo, "DejaVu Sans Mono", monospace; font-size: .92em; }
    pre code { font-size: 1em; }
    hr { border: 0; border-top: 1px solid #d5dae0; margin: 2em 0; }
    table { border-collapse: collapse; width: auto; max-width: 100%; font-size: .9375rem; line-height: 1.4; }
    th, td { padding: .4em .7em; border-bottom: 1px solid #d5dae0; vertical-align: top;
      text-align: left; }
    thead th { border-bottom: 2px solid #1b1f24; } tfoot td { border-top: 2px solid #1b1f24; }
    caption { caption-side: top; text-align: left; color: #4d5661; padding-bottom: .4em; }
    figure { margin: 1.5em 0; } figcaption { color: #4d5661; font-size: .9rem; }
    dt { font-weight: 600; break-after: avoid; } dd { margin: 0 0 .75em 1.5em; } dd > p { margin-bottom: .5em; }
    .smallcaps { font-variant: small-caps; }
    .task-list { list-style: none; padding-left: .25em; }
    .line-block { margin: 0 0 1em; }
    .facts { margin: 0 0 1.1em; padding: .65em 1em; background: #f5f7f8;
      border-left: 3px solid #17577a; font-size: .9375rem; line-height: 1.6; }
    .facts .line-block, .facts p:last-child { margin: 0; }
    .facts strong { font-weight: 600; color: #4d5661; }
    .columns { display: flex; gap: 1.5rem; } .column { flex: 1; }
    .footnotes { margin-top: 3em; font-size: .9rem; } .footnote-ref { text-decoration: none; }
    .skip { position: absolute; left: -100vw; } .skip:focus { position: static; }
    #title-block { margin: 1.5rem 0 3rem; }
    #title-block .title { font-size: 2.4rem; line-height: 1.15; margin: 0 0 .3em; border: 0; padding: 0; }
    .subtitle { font-size: 1.3rem; line-height: 1.35; color: #4d5661; margin: 0 0 1.5em; }
    .author, .date { margin: 0 0 .3em; color: #4d5661; }
    .abstract { margin-top: 2em; font-style: italic; }
    #TOC { margin: 0 0 3rem; padding: 1.25rem 0; border: solid #d5dae0; border-width: 1px 0; }
    #TOC h2 { font-size: 1.3rem; margin: 0 0 .6em; color: #17577a; }
    #TOC ul { list-style: none; padding-left: 0; margin: 0; }
    #TOC li { margin: .3em 0; line-height: 1.35; } #TOC > ul > li { margin-top: .7em; }
    #TOC > ul > li > a { font-weight: 600; } #TOC ul ul { padding-left: 1.25em; }
    #TOC a { color: inherit; text-decoration: none; } #TOC a:hover { text-decoration: underline; }
    @media (max-width: 36rem) {
      body { padding: 1.25rem 1rem 3rem; font-size: 1rem; }
      #title-block .title { font-size: 1.8rem; } .subtitle { font-size: 1.1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; } .columns { display: block; }
      table { display: block; overflow-x: auto; }
    }
    @page { size: A4; margin: 22mm 20mm 24mm; }
    @page { @bottom-center { content: counter(page); font: 9pt "DejaVu Sans", Arial, sans-serif; color: #4d5661; } }
    @page :first { @bottom-center { content: none; } }
    @media print {
      html { font-size: 10.5pt; } body { max-width: none; padding: 0; font-size: 10.5pt; }
      .skip { display: none; } a { color: inherit; text-decoration: none; }
      #title-block { margin: 0; padding-top: 70mm; break-after: page; }
      #title-block .title { font-size: 30pt; } .subtitle { font-size: 15pt; margin-bottom: 18mm; }
      #TOC { border: 0; padding: 0; margin: 0; break-after: page; }
      #TOC a::after { content: leader(". ") target-counter(attr(href), page); }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
      main > h1 { break-before: page; margin-top: 0; } main > h1:first-child { break-before: auto; }
      main > h2 { margin-top: 1.6em; }
      p, li, dd { orphans: 3; widows: 3; }
      .facts, tr, figure, pre, blockquote { break-inside: avoid; } .facts { break-after: avoid; }
      thead { display: table-header-group; }
      .facts, pre { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      .footnotes { break-before: auto; }
    }

    """
}
