import ArenaModel

/// A format of invented sessions, declared as a plugin would.
enum SampleFormat {
  static func make() -> FormatDeclaration {
    var format = FormatDeclaration(
      name: "sample", title: "Sample",
      locales: Locales(
        language: "en",
        tables: [
          "nb": [
            "session": ["økt", "gruppesesjon"], "sessions": ["økter"],
            "Day {day}, session {number}": ["Dag {day}, gruppesesjon {number}", "Økt {number}"],
            "Host": ["Vert", "Verter"], "Note-taker": ["Referent", "Referenter"],
            "Number of people": ["Antall deltakere", "Deltakere"],
            "Yield": ["Innspill", "Innspill til planen"],
            "New thought": ["Ny tanke", "Ny tanke eller nytt emne"],
            "Follow-on of no. {code} day {day}": ["Videreføring av nr {code} dag {day}"],
            "Follow-on": ["Videreføring"],
          ],
          "nn": ["Host": ["Vert", "Vertar"], "Number of people": ["Tal på deltakarar"]],
        ]))
    format.slot.noun = "session"
    format.slot.nouns = "sessions"
    format.slot.labels["number"] = Label(["Day {day}, session {number}", "Session {number}"])
    format.group.code = "{slot}.{n}"
    format.group.record.labels["headcount"] = Label(["Number of people", "People"])
    var host = RoleDeclaration(Naming("host", label: Label(["Host"])))
    host.count = CountRange(least: 1)
    host.isExclusive = true
    format.roles = [host, RoleDeclaration(Naming("note_taker", label: Label(["Note-taker"])))]
    format.contribution.record.labels["body"] = Label(["Yield", "Yield for the plan"])
    var follow = KindDeclaration(
      Naming("follow", label: Label(["Follow-on", "Follow-on of no. {code} day {day}"])))
    follow.refersTo = .contribution
    follow.during = ["later"]
    format.contribution.kinds = [
      KindDeclaration(Naming("thought", label: Label(["New thought"]))), follow,
    ]
    format.perspectives = [Term(Naming("user")), Term(Naming("maker"))]
    format.composition = CompositionDeclaration(sides: ["user", "maker"])
    var ballot = BallotDeclaration(Naming("dots"))
    ballot.most = 2
    format.ballots = [ballot]
    format.content = [ContentDeclaration(Naming("rule"), text: "Come as you are.")]
    var opening = BlockDeclaration(Naming("opening"))
    opening.kind = "circle"
    opening.day = .day(1)
    format.programme = [opening, BlockDeclaration(Naming("session"))]
    var field = FieldDeclaration(Naming("mood"), type: .choice)
    field.of = [Term(Naming("good")), Term(Naming("bad"))]
    field.defaultValue = .text("good")
    format.group.record.fields = [field]
    var template = TemplateDeclaration(Naming("sheet"))
    template.fields = [FieldDeclaration(Naming("what"), type: .rich)]
    format.templates = [template]
    var announce = ActionDeclaration(Naming("announce"))
    announce.role = "host"
    format.actions = [announce]
    format.phases = [PhaseDeclaration(Naming("now")), PhaseDeclaration(Naming("later"))]
    format.phases[0].allows = ["announce"]
    format.remarks = [RemarkDeclaration(Naming("thanks"), on: .block)]
    format.checks = [
      CheckDeclaration(Naming("late"), message: "{code} is late.", fix: "Ask {host}.")
    ]
    format.parts = [PartDeclaration(Naming("intro"), at: .overview)]
    format.views = [ComputedDeclaration(Naming("moods"))]
    return format
  }
}
