return {
  ["Inputs document"] = "Innspillsdokument",
  ["Reads inputs, typed or out of a PDF, guided by the labels of the arena's formats."] =
    "Leser innspill, skrevet eller hentet ut av en PDF, etter merkelappene i arenaens formater.",
}
