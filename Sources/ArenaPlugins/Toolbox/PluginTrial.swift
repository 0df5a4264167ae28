import ArenaModel
import DocumentModel
import LuaKit

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs what of a plugin only reads, on an arena that has just been made and on one that is full, and measures it there.
struct PluginTrial {
  /// What a call cost on the full arena.
  private struct Cost {
    var milliseconds = 0.0
    var kibibytes = 0
    var reads: [String: Int] = [:]
  }

  let plugin: Plugin
  let host: PluginHost
  let format: FormatDeclaration?

  /// The measures by function, and what failed where.
  func run() throws -> (measures: [PluginInspection.Measure], failures: [String]) {
    let language = plugin.manifest.language
    let full = try SampleRecords(format, language: language, isEmpty: false)
    let empty = try SampleRecords(format, language: language, isEmpty: true)
    var measures: [PluginInspection.Measure] = []
    var failures: [String] = []
    for call in calls(full) {
      do {
        _ = try cost(of: call.work, on: empty)
      } catch {
        failures.append("On an arena that has just been made: \(error)")
        continue
      }
      do {
        let cost = try cost(of: call.work, on: full)
        measures.append(
          PluginInspection.Measure(
            function: call.name, milliseconds: cost.milliseconds, kibibytes: cost.kibibytes,
            reads: cost.reads.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
      } catch {
        failures.append("On an arena of \(SampleRecords.peopleCount) people: \(error)")
      }
    }
    return (measures, failures)
  }

  private typealias Work = (ScriptArena) throws -> Void

  private func calls(_ sample: SampleRecords) -> [(name: String, work: Work)] {
    func given(_ params: [FieldDeclaration]) -> [GivenParameter] {
      params.filter(\.isRequired).compactMap { field in
        sample.value(of: field).map { GivenParameter(field.naming.name, $0) }
      }
    }
    /// What must be given can't be on an arena that has nothing yet.
    func needsRecords(_ params: [FieldDeclaration]) -> Bool {
      params.contains { $0.isRequired && ($0.type.recordType != nil || $0.type == .actor) }
    }
    var out: [(String, Work)] = plugin.checks.map { check in
      ("checks.\(check.name)", { _ = try CheckRunner(plugin, on: $0).findings(of: check) })
    }
    if let own = plugin.format {
      for view in own.views where !needsRecords(view.params) {
        out.append(
          ("views.\(view.name)", { _ = try host.view(view.name, given(view.params), in: $0) }))
      }
      for proposal in own.proposals where !needsRecords(proposal.params) {
        out.append(
          (
            "proposals.\(proposal.name)",
            { _ = try host.propose(proposal.name, given(proposal.params), in: $0) }
          ))
      }
      for part in own.parts {
        out.append(("parts.\(part.name)", { arena in try chapters(part.at, arena) }))
      }
    }
    if let reporter = plugin.reporter, !needsRecords(reporter.options) {
      for (kind, format) in [
        ("document", "html"), ("tables", "csv"), ("text", reporter.fileExtension),
      ] where plugin.hasFunction(kind) {
        out.append(
          (
            kind,
            { arena in
              _ = try ExportPipeline(host, on: arena).report(
                plugin,
                ExportRequest(plugin.name, options: given(reporter.options), format: format))
            }
          ))
      }
    }
    if case .filter = plugin.body {
      out.append(
        (
          "filter",
          { arena in
            var document = Pandoc(blocks: [
              .header(level: 1, .none, ScriptArena.words("A heading")),
              .para(ScriptArena.words("Some words")),
              .bulletList([[.plain(ScriptArena.words("A point"))]]),
            ])
            try ExportPipeline(host, on: arena).apply(plugin.name, to: &document)
          }
        ))
    }
    return out
  }

  private func chapters(_ at: PartDeclaration.At, _ arena: ScriptArena) throws {
    let about: [RecordID] =
      switch at {
      case .day: try arena.slots()
      case .group: try arena.all(.group)
      default: [try arena.arena().id]
      }
    for id in about { _ = try host.chapters(at, about: try arena.record(id), in: arena) }
  }

  private func cost(of work: Work, on sample: SampleRecords) throws -> Cost {
    let arena = try host.scriptArena(sample.image, now: sample.image.now)
    arena.personalReads = [:]
    let state = try plugin.bridge.state
    state.collectGarbage()
    let held = state.usedBytes
    let start = Self.seconds()
    try work(arena)
    return Cost(
      milliseconds: (Self.seconds() - start) * 1000,
      kibibytes: max(0, state.usedBytes - held) / 1024, reads: arena.personalReads ?? [:])
  }

  /// The processor time of this thread.
  private static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
