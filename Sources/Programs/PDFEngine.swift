internal import Foundation

/// A program that makes PDF. Those that a person can install in a minute come first; TeX is used where it is here already.
package struct PDFEngine: Sendable, Equatable {
  /// The engines that arena knows.
  package enum Kind: String, Sendable, CaseIterable {
    /// Turns an HTML page into PDF, with the page's own style sheet.
    case weasyprint
    /// Typesets pandoc's typst.
    case typst
    /// TeX, through pandoc's LaTeX.
    case tectonic, xelatex, lualatex, pdflatex
  }

  package let kind: Kind
  package let program: Program

  /// Where to get one.
  package static let install = """
    Install weasyprint ('apt install weasyprint', or 'python3 -m pip install weasyprint') or typst \
    (https://github.com/typst/typst). Or export html, and print the page to PDF from a browser.
    """

  /// The first engine that is here, in the order of ``Kind``: weasyprint keeps the look of the page.
  package static func find(
    environment: [String: String] = Program.currentEnvironment()
  ) throws(ProgramsError) -> PDFEngine {
    for kind in Kind.allCases {
      if let program = Program.onPath(kind.rawValue, environment: environment) {
        return PDFEngine(kind: kind, program: program)
      }
    }
    throw .notFound(
      program: "A PDF engine (weasyprint or typst)", purpose: "to write pdf", install: install)
  }

  /// Prints an HTML page, with the page's own style sheet.
  ///
  /// - Parameters:
  ///   - page: HTML.
  ///   - base: the folder or address that relative addresses in the page start from. From about:blank they lead nowhere,
  ///     so only what is in the page itself is shown.
  /// - Precondition: the engine is weasyprint.
  package func print(
    page: UnsafeRawBufferPointer, base: String = "about:blank",
    limits: ProgramLimits = ProgramLimits(seconds: 300, processorSeconds: 300, fileSize: 2 << 30)
  ) throws(ProgramsError) -> PandocProgram.Converted {
    // The hints are attributes such as a list's first number, which weasyprint passes over else.
    var run = Program.Run(
      arguments: ["--quiet", "--presentational-hints", "--base-url", base, "-", "-"])
    run.input = .bytes(page)
    run.limits = limits
    let outcome = try program.run(run)
    guard outcome.ending.succeeded, outcome.output.starts(with: Array("%PDF".utf8)) else {
      throw .failed(
        program: program.name, purpose: "to print the page as pdf", ending: outcome.ending,
        message: outcome.message)
    }
    return PandocProgram.Converted(bytes: outcome.output, warnings: outcome.message)
  }
}
