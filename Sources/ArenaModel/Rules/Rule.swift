/// The rules that every format shares. The raw value is the check's name in findings.
package enum Rule: String, Sendable, CaseIterable, Hashable {
  /// Somebody holds roles in two groups of one slot that can't be held at once.
  case doubleBookedPerson = "double_booked_person"
  case doubleBookedPlace = "double_booked_place"
  /// Somebody signed up for two groups of one slot; people may wander.
  case doubleSignUp = "double_sign_up"
  case roleMissing = "role_missing"
  case roleOverfull = "role_overfull"
  case unresolvedReference = "unresolved_reference"
  /// A contribution states a reference that nobody could find.
  case referenceNotFound = "reference_not_found"
  /// A contribution of a kind that builds on something says not on what.
  case referenceMissing = "reference_missing"
  case totalDiffers = "total_differs"
  case totalsDisagree = "totals_disagree"
  case headcountBlank = "headcount_blank"
  case headcountUnread = "headcount_unread"
  case headcountOdd = "headcount_odd"
  case headcountDiffers = "headcount_differs"
  case gapInNumbering = "gap_in_numbering"
  case repeatedCode = "repeated_code"
  case overCapacity = "over_capacity"
  case missingPerspective = "missing_perspective"
  case oneSided = "one_sided"
  case groupWithoutReport = "group_without_report"
  /// Of several groups not one has filled a template: said once, for the arena.
  case templateUnused = "template_unused"
  case groupWithoutContribution = "group_without_contribution"
  case nextStepWithoutName = "next_step_without_name"
  case nextStepWithoutDate = "next_step_without_date"
  /// A check of a plugin failed, so nobody knows what it would have found.
  case checkFailed = "check_failed"

  package var severity: Severity {
    switch self {
    case .doubleBookedPerson, .doubleBookedPlace, .unresolvedReference, .checkFailed:
      .error
    case .doubleSignUp, .headcountBlank, .headcountOdd, .gapInNumbering, .totalsDisagree: .note
    case .roleMissing, .roleOverfull, .referenceNotFound, .referenceMissing, .totalDiffers,
      .headcountUnread, .headcountDiffers, .repeatedCode, .overCapacity, .missingPerspective,
      .oneSided, .groupWithoutReport, .templateUnused, .groupWithoutContribution,
      .nextStepWithoutName,
      .nextStepWithoutDate:
      .warning
    }
  }
}
