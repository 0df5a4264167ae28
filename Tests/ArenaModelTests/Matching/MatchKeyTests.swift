import Testing

@testable import ArenaModel

@Suite("Names and codes match")
struct MatchKeyTests {
  @Test("alike after NFC, case, spaces, dashes and apostrophes")
  func alike() {
    let pairs = [
      ("Åse Øverli", "a\u{30A}SE  ØVERLI"), ("2B – 1 og 2", "2b-1 OG 2"), ("1E - 2", "1E-2"),
      ("Nord\u{2212}Sør", "nord‑sør"), ("D’Arc", "d'arc"), ("  Kari\u{A0}Moe\n", "kari moe"),
      ("sam\u{AD}arbeid", "samarbeid"), ("Straße", "STRASSE"), ("ΟΔΟΣ", "οδος"),
    ]
    for (one, other) in pairs { #expect(MatchKey(one) == MatchKey(other), "\(one) | \(other)") }
  }

  @Test("å isn't a, and codes aren't joined or renumbered")
  func unlike() {
    let pairs = [
      ("Åse", "Ase"), ("Bø", "Bo"), ("1.1", "1.10"), ("1 2", "12"), ("é", "e"), ("2B-1", "2B1"),
    ]
    for (one, other) in pairs { #expect(MatchKey(one) != MatchKey(other), "\(one) | \(other)") }
  }

  @Test("folding twice changes nothing")
  func idempotent() {
    for text in ["Åse – Øverli", "İstanbul", "ﬁn", "ǅ", "A\u{30A}\u{301}", " - ", "x -", "’n"] {
      let once = MatchKey(text).text
      #expect(MatchKey(once).text == once, "\(text)")
    }
  }
}

@Suite("Codes and names sort")
struct SortKeyTests {
  private func expectOrder(_ texts: [String]) {
    var generator = SplitMix(state: 7)
    for _ in 0..<20 {
      let shuffled = texts.shuffled(using: &generator)
      #expect(shuffled.sorted { SortKey($0) < SortKey($1) } == texts)
    }
  }

  @Test("numbers within codes count as numbers")
  func naturalOrder() {
    expectOrder([
      "1", "1.1", "1.2", "1.10", "1A", "1E-1", "1E - 2", "2", "2B – 1 og 2", "2B-3", "10",
    ])
    expectOrder(["1.1", "1.1-2", "1.1-3", "1.2", "2.1"])
    expectOrder(["a7", "a07b", "a8", "a99999999999999999999", "a100000000000000000000"])
  }

  @Test("letters stand in the Norwegian order")
  func norwegianOrder() {
    expectOrder(["Anne", "Édith", "Eva", "Zahra", "Ærlig", "Ødegård", "Åse", "Aasen"])
    expectOrder(["Moe", "Møller", "Måne"])
  }

  @Test("texts that differ in spelling alone still have an order")
  func totalOrder() {
    #expect(SortKey("1E - 2") != SortKey("1E-2"))
    #expect(SortKey("kari") != SortKey("Kari"))
  }
}
