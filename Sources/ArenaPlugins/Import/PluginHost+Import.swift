import ArenaImport
package import ArenaModel
package import ArenaStore

extension PluginHost {
  /// Imports a file: one transaction, journalled, or nothing at all where it ends in an error.
  package func importFile(_ request: ImportRequest, on file: ArenaFile) throws
    -> (outcome: ImportOutcome, entry: JournalEntry?)
  {
    let plugin = isDump(request) ? nil : try importer(for: request).name
    let header = ActionHeader(name: "import", actor: request.actor, plugin: plugin)
    let written = try file.write(header) { transaction in
      let outcome = try self.importFile(request, in: transaction)
      transaction.notes += outcome.tells
      if !outcome.report.changesNothing { try self.carryDeclarations(in: transaction) }
      return outcome
    }
    return (written.value, written.entry)
  }

  /// Imports a file into any writable arena; nothing is journalled here.
  package func importFile(_ request: ImportRequest, in arena: any ArenaWriting) throws
    -> ImportOutcome
  {
    if isDump(request) {
      return try DumpImport(
        name: request.name, arena: arena, formats: try formats(of: arena),
        language: try arena.arena().text(.language) ?? "en"
      ).run(request.bytes)
    }
    let plugin = try importer(for: request)
    guard let importer = plugin.importer else {
      throw PluginError.wrongKind(name: plugin.name, is: plugin.manifest.kind, wanted: .importer)
    }
    let observed = ObservedArena(arena)
    let scripts = try scriptArena(observed, now: arena.now)
    observed.changed = { [weak scripts] id in scripts?.invalidate(id) }
    return try ImportRunner(
      host: self, plugin: plugin, importer: importer, request: request, arena: observed,
      scripts: scripts
    ).run()
  }

  /// The dump of an arena says itself what it is; no importer has to know it.
  private func isDump(_ request: ImportRequest) -> Bool {
    request.importer == nil && request.fileExtension == "json" && JSONRows.isDump(request.bytes)
  }

  /// The importer that is named, or the one that reads files with this ending.
  package func importer(for request: ImportRequest) throws -> Plugin {
    if let name = request.importer { return try library.plugin(name, kind: .importer) }
    let all = library.plugins(of: .importer)
    let able = all.filter { $0.importer?.files.contains(request.fileExtension) == true }
    if able.count == 1 { return able[0] }
    guard able.isEmpty else {
      throw ModelError(
        .ambiguous, "Several importers read .\(request.fileExtension) files.",
        remedy: "Say which: \(Phrase.choice(able.map { "--as \($0.name)" })).")
    }
    let known = all.map { plugin in
      "\(plugin.name) (\(plugin.importer?.files.map { ".\($0)" }.joined(separator: ", ") ?? ""))"
    }
    throw ModelError(
      .notFound,
      request.fileExtension.isEmpty
        ? "\(request.name) has no ending that tells what it is."
        : "No importer reads .\(request.fileExtension) files.",
      remedy: known.isEmpty
        ? "No importer was found." : "There is \(Phrase.choice(known, "and")); --as names one.")
  }
}
