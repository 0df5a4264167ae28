import Foundation
import Testing

@testable import Programs

/// The pandoc of this machine, or nil.
let pandocHere: PandocProgram? = {
  let found = try? PandocProgram.find("to test")
  if found == nil { print("SKIPPED: the tests of pandoc. \(PandocProgram.install)") }
  return found
}()

private let document = Array(
  """
  {"pandoc-api-version":[1,23,1],"meta":{"title":{"t":"MetaInlines","c":[{"t":"Str","c":"Boka"}]}},
  "blocks":[{"t":"Header","c":[1,["",[],[]],[{"t":"Str","c":"Ærlig"}]]},{"t":"Para","c":[{"t":"Str","c":"hei"}]}]}
  """.utf8)

/// A folder with an executable `pandoc` that answers as told.
private func withFake(_ script: String, _ body: ([String: String]) throws -> Void) throws {
  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent("pandoc")
  try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
  chmod(file.path, 0o755)
  try body(["PATH": folder.path])
}

@Suite("Finding pandoc")
struct PandocFindTests {
  @Test("an old one is named with its version, and how to get another")
  func tooOld() throws {
    try withFake("echo 'pandoc 2.17.1.1'") { environment in
      let error = #expect(throws: ProgramsError.self) {
        try PandocProgram.find("to write docx", environment: environment)
      }
      let text = error?.description ?? ""
      #expect(text.hasPrefix("pandoc 3 or newer is needed to write docx; "))
      #expect(text.contains("is version 2.17.1.1. Install pandoc 3 or newer"))
    }
  }

  @Test("none at all is said, with how to get one")
  func none() {
    let error = #expect(throws: ProgramsError.self) {
      try PandocProgram.find("to write docx", environment: ["PATH": "/nonexistent"])
    }
    #expect(
      error?.description.hasPrefix(
        "pandoc is needed to write docx, and was not found. Install pandoc 3 or newer") == true)
  }

  @Test("a program of that name that isn't pandoc is passed over")
  func impostor() throws {
    try withFake("echo 'something else'") { environment in
      #expect(throws: ProgramsError.self) {
        try PandocProgram.find("to test", environment: environment)
      }
    }
    try withFake("exit 1") { environment in
      #expect(throws: ProgramsError.self) {
        try PandocProgram.find("to test", environment: environment)
      }
    }
  }

  @Test("a later version than any we know is taken")
  func later() throws {
    try withFake("echo 'pandoc.exe 4.0-nightly'") { environment in
      let pandoc = try PandocProgram.find("to test", environment: environment)
      #expect(pandoc.version == "4.0-nightly")
    }
  }
}

@Suite("Converting with pandoc", .enabled(if: pandocHere != nil, "pandoc isn't here"))
struct PandocConvertTests {
  private func convert(_ conversion: PandocProgram.Conversion, _ bytes: [UInt8] = document) throws
    -> PandocProgram.Converted
  {
    let pandoc = try #require(pandocHere)
    return try bytes.withUnsafeBytes { try pandoc.convert($0, conversion) }
  }

  @Test("our JSON becomes text in one of its formats")
  func text() throws {
    let result = try convert(.init(from: "json", to: "markdown"))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "# Ærlig\n\nhei\n")
    #expect(result.warnings == "")
  }

  @Test("metadata, standalone and options of its own are passed on")
  func options() throws {
    var conversion = PandocProgram.Conversion(from: "json", to: "html")
    conversion.standalone = true
    conversion.metadata = ["lang=nb"]
    conversion.options = ["--number-sections"]
    let page = String(decoding: try convert(conversion).bytes, as: UTF8.self)
    #expect(page.contains("<title>Boka</title>"))
    #expect(page.contains("lang=\"nb\""))
    #expect(page.contains("header-section-number"))
  }

  @Test("a format that it doesn't have is refused with those that it has, and the nearest")
  func unknownFormats() {
    let written = #expect(throws: ProgramsError.self) {
      try convert(.init(from: "json", to: "doxc"))
    }
    #expect(
      written?.description.hasPrefix(
        "The format 'doxc' is none that can be written. Did you mean docx?") == true)
    let read = #expect(throws: ProgramsError.self) {
      try convert(.init(from: "markdon", to: "json"))
    }
    #expect(read?.description.contains("none that can be read. Did you mean markdown?") == true)
  }

  @Test("its own error is shown")
  func brokenDocument() {
    let error = #expect(throws: ProgramsError.self) {
      try convert(.init(from: "json", to: "markdown"), Array("{".utf8))
    }
    #expect(error?.description.contains("JSON parse error") == true)
  }

  @Test("a document cannot make it read other files")
  func sandbox() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let secret = folder.appendingPathComponent("secret.txt")
    try Data("the secret".utf8).write(to: secret)
    var conversion = PandocProgram.Conversion(from: "rst", to: "plain")
    let source = Array(".. include:: \(secret.path)\n".utf8)
    let closed = (try? convert(conversion, source))?.bytes ?? []
    let shut = String(decoding: closed, as: UTF8.self)
    #expect(!shut.contains("secret"))
    conversion.readsWhatTheDocumentNames = true
    #expect(
      String(decoding: try convert(conversion, source).bytes, as: UTF8.self) == "the secret\n")
  }
}

@Suite(
  "Documents in formats of other programs", .enabled(if: pandocHere != nil, "pandoc isn't here"))
struct ForeignWriterTests {
  private func write(_ format: String, page: (() throws -> [UInt8])? = nil) throws -> [UInt8] {
    try document.withUnsafeBytes { try ForeignWriter().write($0, to: format, page: page).bytes }
  }

  @Test(
    "the archives of word processors, slides and readers are written",
    arguments: [
      "docx", "odt", "pptx", "epub",
    ])
  func archives(format: String) throws {
    #expect(try write(format).starts(with: Array("PK".utf8)))
  }

  @Test("docx has the look of the house: A4, and the styles that pandoc asks for")
  func houseLook() throws {
    try #require(Program.onPath("python3") != nil)
    let reference = try HouseReference.docx(environment: Program.currentEnvironment())
    #expect(reference == (try HouseReference.docx(environment: Program.currentEnvironment())))
    let bytes = try write("docx")
    var run = Program.Run(arguments: [
      "-c",
      """
      import io, sys, zipfile
      book = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
      sys.stdout.write(book.read("word/document.xml").decode() + book.read("word/styles.xml").decode())
      """,
    ])
    let xml = try bytes.withUnsafeBytes { raw -> String in
      run.input = .bytes(raw)
      let python = try #require(Program.onPath("python3"))
      return String(decoding: try python.output(run, purpose: "to look"), as: UTF8.self)
    }
    #expect(xml.contains("w:w=\"11906\" w:h=\"16838\"") || xml.contains("w:h=\"16838\""))
    #expect(xml.contains("1F3D36"))
    #expect(xml.contains("Ærlig"))
  }

  @Test("a PDF is printed from the page, or typeset without TeX")
  func pdf() throws {
    guard let engine = try? PDFEngine.find() else {
      print("SKIPPED: a PDF. \(PDFEngine.install)")
      return
    }
    let page = Array("<!doctype html><title>Boka</title><h1>Boka</h1><p>hei</p>".utf8)
    #expect(try write("pdf", page: { page }).starts(with: Array("%PDF".utf8)))
    #expect(try write("pdf").starts(with: Array("%PDF".utf8)))
    #expect(PDFEngine.Kind.allCases.contains(engine.kind))
  }

  @Test("without an engine, the way to a PDF is told")
  func noEngine() {
    let error = #expect(throws: ProgramsError.self) {
      try PDFEngine.find(environment: ["PATH": "/nonexistent"])
    }
    #expect(
      error?.description.hasPrefix("A PDF engine (weasyprint or typst) is needed to write pdf")
        == true)
  }

  @Test("a reference document that isn't there is named")
  func missingReference() {
    var writer = ForeignWriter()
    writer.referenceDocument = "/nonexistent/look.docx"
    let error = #expect(throws: ProgramsError.self) {
      try document.withUnsafeBytes { try writer.write($0, to: "docx") }
    }
    #expect(
      error?.description
        == "/nonexistent/look.docx could not be read: No such file or directory. "
        + "Look whether the name and the folder are right.")
  }

  @Test("a file name tells the format, whatever its case")
  func fileNames() {
    #expect(ForeignWriter.format(forFileName: "out/book.DOCX") == "docx")
    #expect(ForeignWriter.format(forFileName: "book.pdf") == "pdf")
    #expect(ForeignWriter.format(forFileName: "book.html") == nil)
    #expect(ForeignWriter.format(forFileName: "") == nil)
  }
}
