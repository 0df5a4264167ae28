import ArenaStore

/// What there is to say when a person was forgotten: what went, and what somebody must still read.
enum ForgettingText {
  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  static func print(_ forgotten: Forgotten) {
    Terminal.print(
      "Forgotten. Changed \(counted(forgotten.changedRecords, "record")) and "
        + "\(counted(forgotten.erasedTexts, "text")) of the journal; copies, dumps and books made before still hold the name."
    )
    if !forgotten.dropped.isEmpty {
      Terminal.print("These sources could not be cleared and were taken out of the file whole:")
      for mention in forgotten.dropped { Terminal.print("  \(mention.called)") }
    }
    if !forgotten.mayStillName.isEmpty {
      Terminal.print("These texts may still name the person; please read them:")
      for mention in forgotten.mayStillName {
        Terminal.print(
          "  \(mention.called), \(mention.field): \(TextLayout.fit(mention.text, to: 60))")
      }
      Terminal.print(
        "What names the person there is erased everywhere, in the journal too, with: "
          + "arena do forget person=\(forgotten.person) also=WORD")
    }
    if !forgotten.unread.isEmpty {
      Terminal.print("These can't be read by the program; please look at them:")
      for mention in forgotten.unread { Terminal.print("  \(mention.called), \(mention.field)") }
    }
  }
}
