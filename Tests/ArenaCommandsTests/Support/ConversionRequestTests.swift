import ArgumentParser
import Testing

@testable import ArenaCommands

@Suite("What a conversion is asked for")
struct ConversionRequestTests {
  @Test(
    "A plain command line means the same to the quick reader and to the parser",
    arguments: [
      "", "notes.md", "a.md b.md -", "-", "-f json -t html", "-fjson -thtml", "-r json -w html",
      "--from json --to=html", "--read=json --write html", "-s", "--standalone --quiet notes.md",
      "-o out.html notes.md", "-oout.html", "--output=out.html", "--output out.html -s",
      "-L a.lua -L b.lua", "-La.lua --lua-filter=b.lua --lua-filter c.lua",
      "-M title=Hei -M draft --metadata=tag=a --metadata tag=b", "-f json x -t html y",
      "-f json -t json -L a.lua --target docx", "--target=docx -Mx=y=z", "-t markdown+smart",
    ])
  func plain(line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let request = try #require(ConversionRequest(plain: arguments))
    #expect(request == (try ConvertCommand.parse(ConvertCommand.parted(arguments))).request)
  }

  @Test(
    "What is not plain is left to the parser",
    arguments: [
      "--help", "-h", "--version", "-f", "-t json -f", "-f -t json", "-f=json", "--from=",
      "--from= x", "-o -", "-sq", "-x", "--nothing", "--seconds 3", "--memory=10", "--", "-- a.md",
      "-f json -f html", "--reference-doc a.docx", "--Quiet", "-M", "-é", "--lua-filter",
    ])
  func notPlain(line: String) {
    #expect(ConversionRequest(plain: line.split(separator: " ").map(String.init)) == nil)
  }
}
