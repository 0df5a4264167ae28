internal import Foundation

/// A program that makes PDF, none of them TeX: those that a person can install in a minute.
package struct PDFEngine: Sendable, Equatable {
  /// The engines that arena knows.
  package enum Kind: String, Sendable, CaseIterable {
    /// Turns an HTML page into PDF, with the page's own style sheet.
    case weasyprint
    /// Typesets pandoc's typst.
    case typst
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

  /// Prints a self-contained HTML page, with the page's own style sheet.
  ///
  /// - Precondition: the engine is weasyprint.
  package func print(
    page: UnsafeRawBufferPointer,
    limits: ProgramLimits = ProgramLimits(seconds: 300, processorSeconds: 300, fileSize: 2 << 30)
  ) throws(ProgramsError) -> PandocProgram.Converted {
    // Pictures and style sheets are in the page; an address that leads out of it leads nowhere from this base.
    var run = Program.Run(arguments: ["--quiet", "--base-url", "about:blank", "-", "-"])
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
