return {
  ["Fishbowl"] = "Fiskebolle",
  ["round"] = "runde", ["rounds"] = "runder", ["Round {number}"] = "Runde {number}",
  ["bowl"] = "bolle", ["bowls"] = "boller", ["harvest"] = "utbytte", ["harvests"] = "utbytter",
  ["Take a chair"] = "Ta en stol",
  ["All chairs of {group} are taken."] = "Alle stolene i {group} er opptatt.",
  ["{code} has {n} {n:speaker|speakers} so far."] = "{code} har {n} {n:taler|talere} så langt.",
  ["Ask {host} to invite some."] = "Be {host} invitere noen.",
}
