return {
  ["song"] = "sang", ["songs"] = "sanger", ["Key"] = { "Toneart", "Nøkkel" }, ["Singer"] = { "Sanger", "Stemme" },
  ["{code} has {n} {n:voice|voices}."] = "{code} har {n} {n:stemme|stemmer}.", ["Hour {number}"] = "Time {number}",
  ["{n} {n:bow|bows}"] = "{n} bukk",
}
