extension Catalogue {
  static let english: [Rule: Entry] = [
    .doubleBookedPerson: Entry(
      "{person} is {one_role} of {one} and {other_role} of {other} at the same time: {slots}.",
      fix: "Move one of them, or ask {person} who steps in."),
    .doubleBookedPlace: Entry(
      "{place} has both {one} and {other} at the same time: {slots}.",
      fix: "Move one of them to another place or slot."),
    .doubleSignUp: Entry(
      "{person} has signed up for both {one} and {other} at the same time: {slots}.",
      fix: "Nothing, if {person} means to wander; else ask."),
    .roleMissing: Entry(
      "{group} has {n} {role}, and needs {least}.", fix: "Find one, or record who it was."),
    .roleOverfull: Entry(
      "{group} has {n} {role}, and takes {most}: {people}.",
      fix: "Ask them who it is, and give the others another role."),
    .unresolvedReference: Entry(
      "{record} refers in '{field}' to a record that isn't there: {id}.",
      fix: "Set the field anew, or clear it."),
    .referenceNotFound: Entry(
      "{record} builds on \"{reference}\", which wasn't found.",
      fix: "Look the code up, and set what it refers to."),
    .referenceMissing: Entry(
      "{record} is of the kind {kind}, and says not what it builds on.",
      fix: "Ask those who handed it in."),
    .totalDiffers: Entry(
      "{source} states {stated} {what}, and {counted} {counted:is|are} here.",
      fix: "Find out whether something is missing, or the statement is wrong."),
    .totalsDisagree: Entry(
      "The number of {what} is stated as {values}.", fix: "Ask the sources which one holds."),
    .headcountBlank: Entry(
      "{group} has a blank headcount.", fix: "Ask {people} how many took part."),
    .headcountUnread: Entry(
      "{group} states its headcount as \"{text}\", in which no number was found.",
      fix: "Ask {people} how many took part."),
    .headcountOdd: Entry(
      "{group} states its headcount as \"{text}\"; {value} is counted with.",
      fix: "Correct the number if it should be another; the text stays as stated."),
    .headcountDiffers: Entry(
      "{group} states \"{text}\" people, and its complete list has {counted}.",
      fix: "Check the list against the sheet."),
    .gapInNumbering: Entry(
      "Between {first} and {last}, {codes} {n:is|are} missing.",
      fix: "Find out whether the sheet was lost, or the number never given."),
    .repeatedCode: Entry(
      "The code {code} stands for {n} groups: {titles}.",
      fix: "Look at the sheets: one of them should have another code."),
    .overCapacity: Entry(
      "{group} has {people} people, and {place} seats {capacity}.", fix: "Find a larger place."),
    .missingPerspective: Entry(
      "{group} lacks {n:the perspective|the perspectives} {sides}.",
      fix: "Invite somebody who brings it."),
    .oneSided: Entry(
      "In {group}, {share} % are {side}; at most {limit} % is wanted.",
      fix: "Invite others, or exchange with another group."),
    .groupWithoutReport: Entry(
      "{group} has handed in no {template}.", fix: "Ask {people} for it."),
    .templateUnused: Entry(
      "None of {n} {groups} has handed in {template}.",
      fix: "Ask for it before people leave, if it is wanted."),
    .groupWithoutContribution: Entry(
      "{group} has handed in no {noun}.", fix: "Ask {people} for it."),
    .nextStepWithoutName: Entry(
      "Nobody is named for the next step \"{what}\".", fix: "Ask who takes it on."),
    .nextStepWithoutDate: Entry(
      "The next step \"{what}\" has no date.", fix: "Ask {people} by when."),
    .checkFailed: Entry(
      "A check couldn't be made: {error}",
      fix: "What it looks for may be missing all the same. Whoever wrote {plugin} can mend it."),
  ]
}
