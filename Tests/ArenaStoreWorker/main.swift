// A process that the durability tests start, and kill. It says on standard output what was acknowledged, a line each.
//
//   arena-store-worker append FILE NAME COUNT    one process, many actions
//   arena-store-worker once FILE NAME            one action
//   arena-store-worker fill FILE NAME            actions until one fails; the error on standard error
//
// and that the bench measures:
//
//   arena-store-worker make FILE COUNT           a new arena with so many contributions
//   arena-store-worker open FILE -               opening alone
//   arena-store-worker show FILE CODE
//   arena-store-worker search FILE WORDS
//   arena-store-worker check FILE -

import ArenaModel
import ArenaStore
import Foundation

func append(_ name: String, to file: ArenaFile, text: String = "") throws {
  try file.write(ActionHeader(name: "add", actor: .name(name))) { arena in
    var place = ArenaModel.Record(id: arena.newID(), type: .place, added: arena.now)
    place[.name] = .text(name)
    if !text.isEmpty { place[.note] = .text(text) }
    try arena.insert(place)
  }
  FileHandle.standardOutput.write(Data((name + "\n").utf8))
}

let arguments = CommandLine.arguments
guard arguments.count >= 4 else { exit(64) }
let (path, name) = (arguments[2], arguments[3])
do {
  if arguments[1] == "make" {
    try Sample.make(at: path, contributions: Int(name) ?? 0)
    exit(0)
  }
  let file = try ArenaFile.open(at: path)
  switch arguments[1] {
  case "append":
    for index in 0..<(Int(arguments.dropFirst(4).first ?? "") ?? 0) {
      try append("\(name)-\(index)", to: file)
    }
  case "once": try append(name, to: file)
  case "fill":
    for index in 0..<100_000 {
      try append("\(name)-\(index)", to: file, text: String(repeating: "fyll ", count: 500))
    }
  case "open": _ = try file.read { try $0.arena() }
  case "show": print(try Sample.show(name, in: file))
  case "search": print(try file.read { try $0.search(name).count })
  case "check":
    let findings = try file.read { try Rules.findings(in: $0, declarations: [Sample.declaration]) }
    print(findings.count)
  default: exit(64)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
