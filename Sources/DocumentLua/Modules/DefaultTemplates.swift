/// Templates for the formats that Arena writes itself; the other ones are pandoc's to give.
enum DefaultTemplates {
  static func source(of format: String) -> String? {
    switch format {
    case "json", "native", "csv": ""
    case "html", "html5", "html4": html
    case "markdown", "commonmark", "commonmark_x", "gfm", "plain", "markdown_strict": text
    default: nil
    }
  }

  private static let text = """
    $if(title)$
    $title$

    $endif$
    $for(header-includes)$
    $header-includes$

    $endfor$
    $body$
    """

  private static let html = """
    <!DOCTYPE html>
    <html$if(lang)$ lang="$lang$"$endif$>
    <head>
    <meta charset="utf-8">
    <title>$if(pagetitle)$$pagetitle$$else$$title$$endif$</title>
    $for(header-includes)$
    $header-includes$
    $endfor$
    </head>
    <body>
    $if(title)$
    <h1 class="title">$title$</h1>
    $endif$
    $body$
    </body>
    </html>
    """
}
