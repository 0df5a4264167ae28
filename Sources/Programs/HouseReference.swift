internal import Foundation

/// The look of the house in word processors: pandoc's own reference document, on A4 and in quieter styles.
///
/// It is made when it is needed, from the pandoc that will use it, so it always has the styles that this pandoc asks
/// for. Python takes the archive apart and packs it again; where there is none, pandoc's own look has to do.
enum HouseReference {
  /// A docx with the house's styles.
  static func docx(environment: [String: String]) throws(ProgramsError) -> [UInt8] {
    let pandoc = try PandocProgram.find("for its reference.docx", environment: environment)
    let original = try pandoc.dataFile("reference.docx")
    guard let python = Program.onPath("python3", environment: environment) else {
      throw .notFound(
        program: "python3", purpose: "to adapt the reference document", install: Spreadsheet.install
      )
    }
    var run = Program.Run(arguments: ["-I", "-c", script])
    run.limits = ProgramLimits(seconds: 30, processorSeconds: 20, fileSize: 64 << 20)
    let outcome: ProgramOutcome = try original.withUnsafeBufferPointer {
      (buffer) throws(ProgramsError) in
      run.input = .bytes(UnsafeRawBufferPointer(buffer))
      return try python.run(run)
    }
    guard outcome.ending.succeeded, outcome.output.starts(with: Array("PK".utf8)) else {
      throw .failed(
        program: "python3", purpose: "to adapt the reference document", ending: outcome.ending,
        message: outcome.message)
    }
    return outcome.output
  }

  /// Edits of WordprocessingML (ECMA-376, part 1): page size and margins in twentieths of a point (A4 with 2.5 cm),
  /// colours of headings, fonts by name so that the reader's own theme doesn't change them. Times in the archive stand
  /// still, so the same pandoc gives the same bytes.
  private static let script = """
    import io, re, sys, zipfile
    source = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
    result = io.BytesIO()
    page = ('<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" '
            'w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>')
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as out:
        for entry in source.infolist():
            data = source.read(entry.filename)
            if entry.filename == "word/styles.xml":
                text = data.decode("utf-8")
                for theme, font in (("minor", "Calibri"), ("major", "Calibri")):
                    text = re.sub(r'w:asciiTheme="%sHAnsi"' % theme, 'w:ascii="%s"' % font, text)
                    text = re.sub(r'w:hAnsiTheme="%sHAnsi"' % theme, 'w:hAnsi="%s"' % font, text)
                text = re.sub(r'<w:color [^>]*w:val="(?:0F4761|345A8A|4F81BD)"[^>]*/>',
                              '<w:color w:val="1F3D36"/>', text)
                data = text.encode("utf-8")
            if entry.filename == "word/document.xml":
                text = data.decode("utf-8")
                text = re.sub(r'<w:sectPr[^>]*?/>|<w:sectPr.*?</w:sectPr>', page, text, flags=re.S)
                data = text.encode("utf-8")
            still = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            still.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(still, data)
    sys.stdout.buffer.write(result.getvalue())
    """
}
