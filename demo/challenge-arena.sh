#!/usr/bin/env bash
# Makes an invented arena in three formats by commands and imports alone: groups with a challenge over two days, meetings
# across them, and circles in the year after. Everybody and everything in it is invented.
#
# demo/challenge-arena.sh [FOLDER]: the arena and what is exported of it come into FOLDER (out, unless said otherwise).
# ARENA names the program to use.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
data=$here/hjemme-2032
out=${1:-out}
arena=${ARENA:-arena}
file=$out/hjemme-2032.arena

say() { printf '\n== %s\n' "$*"; }

# Runs a command and shows it.
run() {
  printf '\n$ arena'
  printf ' %q' "$@"
  printf '\n'
  "$arena" "$@" --arena "$file"
}

# Runs an action; only what it has to say is shown.
act() { "$arena" "do" "$@" --arena "$file" >>"$out/hjemme-2032.log"; }

# Each line of a table below, without the heading, as fields.
each_line() { tail -n +2 "$1"; }

mkdir -p "$out"
rm -f "$out"/hjemme-2032.*

say "An arena in three formats: two days in April, and the year after"
rooms=()
for place in Ysteriet Kjølerommet Separatoren Kontoret Lasterampa Kantina Loftet; do rooms+=(--place "$place:16"); done
"$arena" new "$file" --title "Åpen arena 2032: Et godt liv hjemme" --days 2032-04-20,2032-04-21 \
  --format challenge-groups --format knowledge-meetings --format learning-circles --language nb \
  --timezone Europe/Oslo --venue "Gamle meieriet" --city Sundøy "${rooms[@]}" \
  --organiser "Lyngvær kommune" --organiser "Høgskolen på Sundøya" --commissioner "Helseetaten i Ytre fylke" \
  --theme "Et godt liv hjemme, også når en trenger hjelp til det" \
  --question "Hva gjør et hjem trygt om natta?" --question "Hvem mangler vi rundt bordet?"
run import "$data/deltakere.csv"

say "Seven groups are registered, each with an owner and its facilitators"
register() { # code, place, owner, title, phase, background, facilitators …
  act challenge-groups.announce code="$1" place="$2" by="$3" title="$4" project_phase="$5" background="$6"
  local group=$1 facilitator
  shift 6
  for facilitator in "$@"; do
    act assign group="$group" actor="$facilitator" role=facilitator
  done
}
register 1 Ysteriet "Lyngvær kommune" "Måltidet som møteplass" planning \
  "Hovedkjøkkenet lager 140 porsjoner om dagen. De fleste blir spist av én person, ved én benk." \
  "Aslaug Almelid" "Birger Brattåker"
register 2 Kjølerommet "Stiftelsen Heimro" "Natt uten uro" starting \
  "Nattpatruljen har gått fra fire biler til to på seks år." "Camilla Dalevåg" "Dagfinn Ekremoen"
register 3 Separatoren "Bjørkås Mekaniske" "Pårørende på jobb" starting \
  "Verftet mista tre erfarne folk i fjor fordi noen hjemme trengte dem." "Eldbjørg Fonnesand" "Frank Grindhaug"
register 4 Kontoret "Nordlysklyngen" "Teknologi folk forstår" under_way \
  "Gruppa møttes første gang i fjor og har prøvd et nettbrett med tre knapper i ni hjem." \
  "Gudveig Haukedalsnes" "Halvard Istadmo"
register 5 Lasterampa "Sundøy sykehus" "Fra sykehus til egen seng" under_way \
  "Annenhver hjemreise skjer på en fredag." "Ingunn Jutegard" "Jarle Kråkvik"
register 6 Kantina "Frivilligsentralen i Vik" "Frivillig og ansatt side om side" planning \
  "Sentralen har førti besøksvenner og vet om elleve som vil ha besøk." "Kaja Lyngmark" "Leiv Moldestrand"
register 7 Loftet "Lyngvær legesenter" "Ensom på venteværelset" closing \
  "Fastlegene møter ensomheten hver dag og har ingen blankett for den." "Målfrid Nesbrekken"
act challenge-groups.continue group=4 from="Åpen arena 2031/5 Nettbrettet ingen skrudde på"
act set record=group:6 missing_parties="Sundøy menighet"
for person in "Nils-Erik Ormåsen" "Oddny Plogvold" "Pernille Rødstøl"; do
  act set record="person:$person" resource=yes
done
each_line "$data/paameldinger.csv" | while IFS=';' read -r group person; do
  act challenge-groups.join group="$group" person="$person"
done
act challenge-groups.revise group=5 open=no
run wall

say "The mixture of the groups, and exchanges that mend it"
run view composition
run propose swaps --accept
run propose reinforcements --accept
run view composition

say "The facilitators' day: a run plan for every session of every group"
act challenge-groups.begin phase=preparation
run propose run_plans --accept
act fill template=run_plan of=2 slot=1 state=final steps="- 10 min: et minutt hver
- 40 min: natta time for time, på gulvet
- 25 min: hvem er våken?" materials="- tape
- klokke" leads="Camilla Dalevåg"

say "The two days"
act challenge-groups.begin phase=group_work
act challenge-groups.merge groups=6 groups=7 title="Side om side: frivillige, ansatte og fastlegen" \
  facilitator="Kaja Lyngmark" facilitator="Målfrid Nesbrekken"
number=0
each_line "$data/kunnskapsmoter.csv" | while IFS=';' read -r topic person questions; do
  number=$((number + 1))
  given=()
  while IFS= read -r question; do
    [ -z "$question" ] || given+=("sub_questions=$question")
  done < <(tr '|' '\n' <<<"$questions")
  act knowledge-meetings.announce title="$topic" by="$person" slots=3 "${given[@]}"
  # Every fifth of those who signed up chose this meeting.
  each_line "$data/paameldinger.csv" | awk -F';' -v n="$number" -v host="$person" \
    'NR % 5 == n - 1 && $2 != host { print $2 }' | while IFS= read -r other; do
    act knowledge-meetings.join group="K$number" person="$other"
  done
done
act fill template=record_sheet of=K1 state=final \
  discussed="- En nøkkel er en avtale, ikke en gjenstand
- Det burde henge et ark ved døra: hvem har vært her, og hvorfor" \
  learned="- I to kommuner bestemmer den som bor der, hver uke, hvem som får komme inn selv"
act fill template=record_sheet of=K3 state=final \
  discussed="- Humor går nedenfra og opp" open_questions="- Hvem kan le av demens?"
act fill template=record_sheet of=K4 state=draft learned="- En vane trenger en eier, et klokkeslett og noen som savner den"
act challenge-groups.remark kind=reflection on="Innlegg" by="Yusuf Abdulahi" text="At tillit er noe en låner bort, og må få tilbake."
act challenge-groups.remark kind=reflection on="Innlegg" by="Nora Selvåg" text="Jeg har målt minutter i tjue år. I morgen måler jeg noe annet."

say "Results: reports as the groups wrote them, self-evaluations, next steps, recommendations"
for report in 1 2 3 5 6-7; do
  run import "$data/rapport-$report.txt"
done
act fill template=group_report of=group:4 state=missing
evaluate() { # group, results, power, tips
  act fill template=self_evaluation of="$1" state=final results="$2" power="$3" tips="$4"
}
evaluate 1 "- [proposals] Langbord i én krets fra september
- [networks] Kokken og bygdelaget har snakket sammen" "- [right_people] Hovedkjøkkenet satt ved bordet
- [realistic_plan] Tolv plasser, ikke tolv hundre" "- [venue] Det luktet ost, og det var fint"
evaluate 2 "- [insight] Natta er lengst for den som hører etter" "- [energy] Vi vil prøve før sommeren
- Vi tror på det" "- [next_arena] Ha en gruppeøkt om kvelden"
evaluate 3 "- [proposals] Ei avtale på ei side" "- [decisions] Verneombodet har saka alt" \
  "- [way_of_working] To timar er for kort, tre er for langt"
evaluate 5 "- [proposals] Hjemreisekofferten" "- [ownership] Sykehuset eier fredagen nå" "- [arena] Mer av dette"
act commit about=group:1 what="Prøvetid avtalt med hovedkjøkkenet" who="Aslaug Almelid" due="torsdag 6. mai 2032 kl 12" \
  where="Bygdehuset i Vik" backup="mandag 10. mai 2032" contact="Gerd Flatråker"
act commit about=group:2 what="Turnusforslag til Heimro" who="Dagfinn Ekremoen" due="15. mai 2032"
act commit about=group:3 what="Avtalen lagt fram for verneombudet" who="Eldbjørg Fonnesand" due="11. mai 2032"
act commit about=group:5 what="Kofferter bestilt" who="Ingunn Jutegard"
act recommend group=5 to="Helseetaten i Ytre fylke" to="Sundøy sykehus" title="Ingen hjemreise etter klokka tolv på fredager" \
  body="- Hjemmetjenesten sier ja før drosjen blir bestilt
- Den som sender hjem, ringer dagen etter"
act recommend group=3 to="Ytre fylkeskommune" title="Pårørandesamtale som fast tiltak" \
  body="- Ta samtalen inn i avtalen om inkluderende arbeidsliv"
act carry_over group=3 parties="NAV Sundøy" parties="Fagforbundet i Lyngvær" arena="Åpen arena 2033" \
  why="Gruppa trenger dem som kan si ja."
act challenge-groups.begin phase=afterwards

say "The year after: a circle, its meetings, and what became of the next steps"
act learning-circles.announce title="Sirkel for et godt liv hjemme" by="Halvard Istadmo" aim="Å gjøre en pilot til en vane."
run propose invitations circle=L1 --accept
act accept circle=L1 who="Aslaug Almelid"
act accept circle=L1 who="Dagfinn Ekremoen"
act accept circle=L1 who="Stiftelsen Heimro"
act decline circle=L1 who="Jarle Kråkvik" why="Bytter jobb i mai."
act plan_meeting circle=L1 starts=2032-06-10T10:00 ends=2032-06-10T12:00 mode=in_person at="Bygdehuset i Vik"
act plan_meeting circle=L1 starts=2032-09-16T10:00 ends=2032-09-16T11:30 mode=online at="lenke kommer"
act fill template=meeting_record of=L1 slot=6 state=final tried="- Langbord tre tirsdager, med ni, elleve og fjorten gjester" \
  learned="- Skyssen var ikke problemet. Problemet var å komme alene inn døra." next_try="- To og to blir hentet av en nabo"
act follow_up next_step="Prøvetid avtalt med hovedkjøkkenet" state=done text="Avtalt 6. mai, prøvd i tre uker."
act follow_up next_step="Kofferter bestilt" state=under_way text="Ti av tjue er kommet."
run view status

say "One arena: what doesn't agree, and what it all came to"
run check || [ $? -eq 3 ]
run stats
run view first_meetings
run view evaluation
run view carried_over

say "The book: one report of the arena with all three formats"
run export arena-report -o "$out/hjemme-2032.html"
run dump -o "$out/hjemme-2032.json"
