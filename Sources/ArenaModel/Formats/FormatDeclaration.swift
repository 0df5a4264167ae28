/// What a session format declares, as pure data: CONTRACT section 1. The arena file carries it, so that an arena shows
/// and exports without its plugins; functions stay with the plugin.
package struct FormatDeclaration: Sendable, Hashable {
  /// The plugin's name: its folder's.
  package var name: String
  package var version = "0"
  package var title: String
  package var summary = ""
  package var locales: Locales

  package var slot = RecordDeclaration()
  package var group = GroupDeclaration()
  package var person = RecordDeclaration()
  package var contribution = ContributionDeclaration()
  package var nextStep = NextStepDeclaration()
  package var roles: [RoleDeclaration] = []
  package var perspectives: [Term] = []
  package var composition: CompositionDeclaration?
  package var templates: [TemplateDeclaration] = []
  package var remarks: [RemarkDeclaration] = []
  package var ballots: [BallotDeclaration] = []
  package var content: [ContentDeclaration] = []
  package var settings: [FieldDeclaration] = []
  package var programme: [BlockDeclaration] = []
  package var phases: [PhaseDeclaration] = []
  package var actions: [ActionDeclaration] = []
  package var checks: [CheckDeclaration] = []
  package var proposals: [ComputedDeclaration] = []
  package var views: [ComputedDeclaration] = []
  package var parts: [PartDeclaration] = []

  package init(name: String, title: String, locales: Locales) {
    self.name = name
    self.title = title
    self.locales = locales
  }
}

/// What every named thing of a declaration has.
package struct Naming: Sendable, Hashable {
  /// `[a-z][a-z0-9_]*`
  package var name: String
  package var label: Label
  package var help: String?

  /// The label is by default the name, spaced and capitalised.
  package init(_ name: String, label: Label? = nil, help: String? = nil) {
    self.name = name
    self.label = label ?? Label([Naming.spaced(name)])
    self.help = help
  }

  package static func spaced(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

/// A name to choose from: a perspective, a category, a state.
package struct Term: Sendable, Hashable {
  package var naming: Naming
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

/// What records of a type are called, and what the format adds to them.
package struct RecordDeclaration: Sendable, Hashable {
  package var noun: String?
  package var nouns: String?
  /// Labels for the model's own fields, by the field's name.
  package var labels: [String: Label] = [:]
  package var fields: [FieldDeclaration] = []
  package init() {}
}

package struct GroupDeclaration: Sendable, Hashable {
  package var record = RecordDeclaration()
  package var code = "{n}"
  package var partCode = "{code}-{n}"
  package var joinedCode = "{codes}"
  /// True: in all slots of the format. False: in the slots that it announces.
  package var meetsThroughout = false
  package var corner: String?
  package init() {}
}

package struct ContributionDeclaration: Sendable, Hashable {
  package var record = RecordDeclaration()
  package var code = "{group}"
  package var kinds: [KindDeclaration] = []
  package init() {}
}

package struct NextStepDeclaration: Sendable, Hashable {
  package var record = RecordDeclaration()
  package var states: [Term] = []
  package init() {}
}

package struct FieldDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var type: FieldType
  package var isRequired = false
  package var isMany = false
  package var defaultValue: Value?
  package var of: [Term] = []
  package var categories: [Term] = []
  package var isPersonal = false

  package init(_ naming: Naming, type: FieldType) {
    self.naming = naming
    self.type = type
  }
  package var name: String { naming.name }
}

/// How many there may be: `1`, `0..1`, `1..`.
package struct CountRange: Sendable, Hashable, CustomStringConvertible {
  package var least: Int
  package var most: Int?

  package init(least: Int = 0, most: Int? = nil) {
    self.least = least
    self.most = most
  }

  /// Reads `1`, `0..1` or `1..`; nil for anything else.
  package init?(_ text: String) {
    if let exactly = Int(text), exactly >= 0 {
      self.init(least: exactly, most: exactly)
      return
    }
    let ends = text.split(separator: ".", omittingEmptySubsequences: false)
    guard ends.count == 3, ends[1].isEmpty, let least = Int(ends[0]), least >= 0 else { return nil }
    guard !ends[2].isEmpty else {
      self.init(least: least)
      return
    }
    guard let most = Int(ends[2]), most >= least else { return nil }
    self.init(least: least, most: most)
  }

  package func contains(_ count: Int) -> Bool {
    count >= least && count <= most ?? .max
  }

  package var description: String {
    most == least ? "\(least)" : "\(least)..\(most.map(String.init) ?? "")"
  }
}

package struct RoleDeclaration: Sendable, Hashable {
  package enum Holder: String, Sendable, CaseIterable { case person, organisation, actor }
  package var naming: Naming
  package var count = CountRange()
  package var isExclusive = false
  package var holder = Holder.person
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct KindDeclaration: Sendable, Hashable {
  package var naming: Naming
  /// What it must build on; earlier only.
  package var refersTo: RecordType?
  /// Phases in which it is offered; empty: everywhere.
  package var during: [String] = []
  package var fields: [FieldDeclaration] = []
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct CompositionDeclaration: Sendable, Hashable {
  package var sides: [String]
  package var largest = 0.7
  package init(sides: [String]) { self.sides = sides }
}

package struct TemplateDeclaration: Sendable, Hashable {
  package enum Per: String, Sendable, CaseIterable { case group, meeting, block, person, arena }
  package var naming: Naming
  package var per = Per.group
  package var fields: [FieldDeclaration] = []
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct RemarkDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var on: RecordType
  /// On blocks that are slots only.
  package var onSlots = false
  package var fields: [FieldDeclaration] = []
  package init(_ naming: Naming, on: RecordType) {
    self.naming = naming
    self.on = on
  }
  package var name: String { naming.name }
}

package struct BallotDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var on = RecordType.contribution
  package var dots = 5
  package var most: Int?
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct ContentDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var text: String
  package init(_ naming: Naming, text: String) {
    self.naming = naming
    self.text = text
  }
  package var name: String { naming.name }
}

package struct BlockDeclaration: Sendable, Hashable {
  package enum Day: Sendable, Hashable {
    case each
    /// 1, 2 …; -1 the last; 0 the day before.
    case day(Int)
  }
  package var naming: Naming
  package var kind = "slot"
  package var day = Day.each
  package var count = 1
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct PhaseDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var allows: [String] = []
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct ActionDeclaration: Sendable, Hashable {
  package var naming: Naming
  /// Role that it gives.
  package var role: String?
  /// Role whose word each group concerned must give.
  package var agreedBy: String?
  package var params: [FieldDeclaration] = []
  /// False: one of the shared actions, perhaps with hooks.
  package var isOwn = false
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct CheckDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var each = RecordType.arena
  package var eachSlot = false
  package var isArenaWide = false
  package var severity = Severity.warning
  package var message: String
  package var fix: String
  package init(_ naming: Naming, message: String, fix: String) {
    self.naming = naming
    self.message = message
    self.fix = fix
  }
  package var name: String { naming.name }
}

/// A proposal or a view: named, with parameters, computed by the plugin.
package struct ComputedDeclaration: Sendable, Hashable {
  package var naming: Naming
  package var params: [FieldDeclaration] = []
  package init(_ naming: Naming) { self.naming = naming }
  package var name: String { naming.name }
}

package struct PartDeclaration: Sendable, Hashable {
  package enum At: String, Sendable, CaseIterable {
    case overview, method, day, group, evaluation, appendix
  }
  package var naming: Naming
  package var at: At
  package init(_ naming: Naming, at: At) {
    self.naming = naming
    self.at = at
  }
  package var name: String { naming.name }
}
