import ArenaImport
import ArenaModel
import Foundation
import Testing

@testable import ArenaPlugins

@Suite("Headings as people write them")
struct HeadingVariantTests {
  private let format: FormatDeclaration
  private let matcher: HeadingMatcher

  init() throws {
    format = try HeadingVariants.format()
    let template = try #require(format.template("group_report"))
    matcher = HeadingMatcher(of: template, in: format.locales, first: "nb")
  }

  @Test("There are fifteen sections in three languages, with many headings each")
  func fixture() throws {
    let all = try HeadingVariants.all()
    for section in HeadingVariants.sections {
      for language in ["nb", "nn", "en"] {
        let count = all.count { $0.section == section && $0.language == language }
        #expect(count >= 18, "\(section) in \(language)")
      }
    }
    #expect(all.count >= 1100)
  }

  /// Of the headings that the matching was tuned with at least 98 in 100, of those held out at least 95.
  @Test("Headings name their sections, also those that nobody tuned the matching with")
  func recall() throws {
    var tuned = Recall()
    var heldOut = Recall()
    for variant in try HeadingVariants.all() {
      for setting in [HeadingMatcher.Setting.alone, .marked] {
        let found = matcher.match(variant.text, setting: setting)?.keys
        if variant.isHeldOut {
          heldOut.note(found == [variant.section], variant.text)
        } else {
          tuned.note(found == [variant.section], "\(variant.text): \(found ?? [])")
        }
      }
    }
    #expect(tuned.share >= 0.98, "\(tuned)")
    #expect(heldOut.share >= 0.95, "\(heldOut)")
  }

  @Test("Whatever decorates a heading, it names its section")
  func decorated() throws {
    let all = try HeadingVariants.all()
    for (place, decoration) in HeadingVariants.decorations.enumerated() {
      var recall = Recall()
      for variant in all.enumerated().filter({ $0.offset % 12 == place % 12 }).map(\.element) {
        let text = decoration.apply(variant.text)
        let found = matcher.match(text, setting: .marked)?.keys
        recall.note(found == [variant.section], "\(text): \(found ?? [])")
      }
      #expect(recall.share >= 0.93, "\(decoration.name): \(recall)")
    }
  }

  @Test("A letter left out, doubled or changed with the next leaves a heading what it is")
  func misspelt() throws {
    var dice = HeadingVariants.Dice(seed: 7)
    var recall = Recall()
    for variant in try HeadingVariants.all() {
      let text = HeadingVariants.misspelt(variant.text, &dice)
      let found = matcher.match(text, setting: .marked)?.keys
      recall.note(found == [variant.section], "\(text): \(found ?? [])")
    }
    #expect(recall.share >= 0.95, "\(recall)")
  }

  @Test("Two sections in one heading are both found")
  func pairs() throws {
    for (sections, text) in try HeadingVariants.pairs() {
      #expect(matcher.match(text, setting: .alone)?.keys == sections, "\(text)")
      #expect(matcher.match("\(text):", setting: .marked)?.keys == sections, "\(text)")
    }
  }

  // MARK: - In a file

  @Test("A role has its line among those who took part, and the list goes on after it")
  func rolesInLists() throws {
    let entry = try read(
      """
      Gruppe 1: Felles bord

      Deltakere og aktørroller i gruppa:

      Fasilitator: Åse Lind, sykepleier, Vik kommune

      Bo Strand, Lege/Forsker, Vik sykehus

      Eli Ness, rådgiver,
      Helsekontoret

      Problemet
      Nøkkelen er borte.
      """)
    #expect(
      entry.parts.map(\.name) == [
        "group_report.participants", "facilitator", "group_report.problem",
      ])
    #expect(entry.parts[1].text == "Åse Lind, sykepleier, Vik kommune")
    #expect(entry.parts[0].text.contains("Bo Strand") && entry.parts[0].text.contains("Eli Ness"))
    #expect(!entry.parts[0].text.contains("Åse"))
  }

  private func read(_ text: String, name: String = "report.txt") throws -> Entry {
    let reader = EntryReader(formats: [format], language: "nb")
    let reading = try reader.read(DecodedText(Array(text.utf8), name: name))
    #expect(reading.entries.count == 1)
    return try #require(reading.entries.first)
  }

  /// Each sentence in the middle of a section's text, after a blank line and without one: a group for each.
  @Test("A sentence or an item that begins as a heading does is none", arguments: ["\n", "\n\n"])
  func sentences(gap: String) throws {
    let sentences = try HeadingVariants.sentences()
    var text = ""
    for (number, sentence) in sentences.enumerated() {
      text += """
        Gruppe \(number + 1): Felles bord \(number)

        Hva handler det om?
        Vi snakket \(number) minutter om dette, og mange hadde erfaringer fra egen kommune som de delte
        med oss andre, også de som sjelden sier noe.\(gap)\(sentence)\(gap)Det var den \(number). samtalen på lenge, sa de som var med på hele
        veien, og flere nikket til det.

        Senere innspill
        Nummer \(number) kom aldri.


        """
    }
    let reader = EntryReader(formats: [format], language: "nb")
    let reading = try reader.read(DecodedText(Array(text.utf8), name: "report.txt"))
    #expect(reading.entries.count == sentences.count)
    for (sentence, entry) in zip(sentences, reading.entries) {
      #expect(
        entry.parts.map(\.name) == ["group_report.problem", "group_report.later_input"],
        "\(sentence): \(entry.parts.map { ($0.name, $0.heading) })")
    }
  }

  private struct Layout {
    let name: String
    let ending: String
    let write: (_ heading: String, _ body: String, _ number: Int) -> String
  }

  private static var layouts: [Layout] {
    [
      Layout(name: "lines of their own", ending: "txt") { heading, body, _ in
        "\(heading)\n\(body)\n\n"
      },
      Layout(name: "a blank line after", ending: "txt") { heading, body, _ in
        "\(heading)\n\n\(body)\n\n"
      },
      Layout(name: "on the line of the text", ending: "txt") { heading, body, _ in
        "\(heading.trimmingCharacters(in: ["?"])): \(body)\n\n"
      },
      Layout(name: "Markdown headings", ending: "md") { heading, body, _ in
        "## \(heading)\n\n\(body)\n\n"
      },
      Layout(name: "bold type", ending: "md") { heading, body, _ in "**\(heading)**\n\n\(body)\n\n"
      },
      Layout(name: "underlined", ending: "md") { heading, body, _ in
        "\(heading)\n-----\n\n\(body)\n\n"
      },
      Layout(name: "numbered", ending: "txt") { heading, body, number in
        "\(number). \(heading)\n\(body)\n\n"
      },
      Layout(name: "capitals", ending: "txt") { heading, body, _ in
        "\(heading.uppercased())\n\(body)\n\n"
      },
    ]
  }

  @Test("A report's sections are found in a file, however it sets its headings", arguments: 0..<8)
  func files(layout place: Int) throws {
    let layout = Self.layouts[place]
    let all = try HeadingVariants.all()
    var recall = Recall()
    for (round, language) in ["nb", "nn", "en", "nb"].enumerated() {
      var text = "\(layout.ending == "md" ? "# " : "")Gruppe 1: Felles bord\n\n"
      var wanted: [String] = []
      for (number, section) in HeadingVariants.sections.dropFirst().enumerated() {
        let some = all.filter { $0.section == section && $0.language == language }
        let variant = some[(round * 7 + place * 3 + number) % some.count]
        text += layout.write(
          variant.text, "Vi delte det vi hadde sett hjemme, og ble enige om resten.", number + 1)
        wanted.append("\(section): \(variant.text)")
        if section == "value" {
          text += layout.write(
            "Drømmen", "Vi delte det vi hadde sett hjemme, og ble enige om mye.", number + 1)
          wanted.append(": \(layout.name == "capitals" ? "DRØMMEN" : "Drømmen")")
        }
      }
      let entry = try read(text, name: "report.\(layout.ending)")
      let found = entry.parts.map {
        ($0.name.split(separator: ".").last.map(String.init) ?? "", $0.heading)
      }
      for section in wanted {
        let name = section.prefix { $0 != ":" }
        let isThere = found.contains { part in
          name.isEmpty ? part.0.isEmpty && section == ": \(part.1)" : part.0 == name
        }
        recall.note(isThere || layout.name == "on the line of the text" && name.isEmpty, section)
      }
    }
    #expect(recall.share >= 0.95, "\(layout.name): \(recall)")
  }

  @Test("Two sections in one heading both keep the text, under the heading as written")
  func bothKept() throws {
    let entry = try read(
      """
      Gruppe 1: Felles bord

      Problemet
      Nøkkelen er borte.

      Muligheter og hindringer
      - En felles vakttelefon
      - Ingen eier natta
      """)
    let found = entry.parts.filter { $0.heading == "Muligheter og hindringer" }
    #expect(found.map(\.name) == ["group_report.opportunities", "group_report.obstacles"])
    #expect(
      found.allSatisfy { $0.items.map(\.text) == ["En felles vakttelefon", "Ingen eier natta"] })
  }
}
