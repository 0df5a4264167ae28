#!/usr/bin/env python3
"""Enters the group reports of 2015 and the groups of 2017 by commands, as a careful reader would, and compares the dumps
with figures that were counted by hand beforehand.

    enter-group-reports.py ARENA DATA [OUT]

ARENA is the program, DATA the folder with the two texts, OUT where the arena files go (default: a temporary folder).
Nothing of the texts stands here: the script knows line numbers and what kind of thing stands there. Exit status 77 where
the texts are absent.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, DATA = sys.argv[1], pathlib.Path(sys.argv[2])
OUT = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp())
EXPECTED = json.loads((pathlib.Path(__file__).parent / "group-reports.expected.json").read_text())
TEXTS = {
    "2015": DATA / "group-reports-2015-1C-1D-1E1.txt",
    "2017": DATA / "report-2017-to-group-3.txt",
}


class Source:
    """A text by its lines, numbered from 1."""

    def __init__(self, year):
        self.raw = TEXTS[year].read_text().split("\n")
        self.used = set()

    def lines(self, first, last=None):
        last = last or first
        self.used.update(range(first, last + 1))
        return [line.replace("\f", "").rstrip() for line in self.raw[first - 1:last]]

    def line(self, number):
        return self.lines(number)[0].strip()

    def text(self, first, last=None, dense=True, bullets=False):
        """Lines as one text; `dense` leaves out the blank lines that stand between all lines of a page. With `bullets` a
        line that a single space sets in is an item whose mark got lost on the way out of the PDF."""
        found = [line for line in self.lines(first, last) if line.strip() or not dense]
        if bullets:
            found = [re.sub(r"^ (?!o )(?=[^\s\d].*[^:\s]\s*$)", "- ", line) for line in found]
        return "\n".join(found).strip("\n")

    def prose(self, first, last=None):
        return re.sub(r"\s+", " ", self.text(first, last)).strip()

    def words(self, number, first, last):
        return " ".join(self.line(number).split()[first - 1:last])


class Arena:
    def __init__(self, year):
        self.file = str(OUT / f"real-{year}.arena")
        pathlib.Path(self.file).unlink(missing_ok=True)

    def run(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments, "--arena", self.file], capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"arena {' '.join(arguments)[:300]}\n{done.stderr}")
        return done.stdout

    def new(self, *arguments):
        subprocess.run([PROGRAM, "new", self.file, *arguments], check=True, capture_output=True)

    def do(self, action, *pairs, **parameters):
        given = [f"{key}={value}" for key, value in pairs]
        given += [f"{key}={value}" for key, value in parameters.items() if value is not None]
        return self.run("do", action, *given)

    def member(self, group, name, role="participant", attendance=None, known=True):
        if known and not self.has(name):
            self.do("add", type="person", name=name)
            self.people.add(name)
        self.do(
            "add", type="membership", group=group, actor=name, written=name, role=role, state="stated",
            attendance=attendance)

    people = frozenset()

    def has(self, name):
        if not self.people:
            self.people = set()
        return name in self.people

    def report(self, group, state="final", headed=(), **sections):
        """`headed` are sections by their headings as written; the host finds what they are."""
        self.do("fill", *(("section", text) for text in headed), template="group_report", of=f"group:{group}", state=state, **sections)

    def dump(self):
        return json.loads(self.run("dump"))


def enter_2015():
    source, arena = Source("2015"), Arena("2015")
    arena.new("--title", "Åpen arena 2015", "--days", "2015-02-03,2015-02-04", "--format", "challenge-groups",
              "--language", "nb")

    group = "1C"
    arena.do("announce", code=group, title=source.prose(2))
    arena.do("set", record=f"group:{group}", challenge=source.prose(4, 5))
    for line, last, title, attendance in [
        (12, 3, (4, 9), None), (14, 2, None, 15), (20, 2, None, 21), (26, 2, (3, 9), None), (28, 2, (3, 9), None),
        (30, 2, (3, 9), None), (32, 3, (4, 9), None), (34, 3, (4, 9), None),
    ]:
        name = source.words(line, 1, last)
        arena.member(group, name, attendance=source.line(attendance) if attendance else None)
        if title:
            arena.do("set", record=f"person:{name}", title=source.words(line, *title))
    for line, first, last in [(14, 17, 18), (20, 23, 24)]:
        arena.do("set", record=f"person:{source.words(line, 1, 2)}", title=source.prose(first, last))
    arena.report(group, problem=source.text(39, 75, dense=False), result=source.text(81, 156, dense=False))
    arena.do("commit", about=f"group:{group}", what=source.prose(158, 159))

    group = "1D"
    arena.do("announce", code=group, title=source.prose(162))
    for line in (168, 170, 172, 174, 176, 178):
        name, title = source.line(line).split(",", 1)
        arena.member(group, name)
        arena.do("set", record=f"person:{name}", title=title.strip())
    arena.member(group, source.line(180), known=False)
    arena.report(
        group, problem=source.text(186, 200, bullets=True), result=source.text(206, 328, bullets=True),
        made_concrete=source.text(332, 358),
        headed=[source.prose(377).rstrip(": ") + "\n" + source.text(379, 387, bullets=True),
                source.prose(399) + "\n" + source.prose(401)],
        contact_point=source.text(391, 395), comments=source.prose(405, 415))
    opening = source.prose(361)
    for first, last in ((363, 365), (367, 367), (369, 369), (371, 371), (373, 373)):
        arena.do("commit", about=f"group:{group}", what=f"{opening} {source.prose(first, last)}")
    meeting, place, who = source.line(391), source.line(393), source.line(395)
    due, backup = re.match(r"[^:]*: (.*?) \(\S+ (.*)$", meeting).groups()
    names = who.split(":", 1)[1].split()
    arena.do(
        "commit", ("who", names[0]), ("who", names[-1]), about=f"group:{group}", what=meeting.split(":")[0], due=due,
        backup=f"{backup} {place.split()[0]}", where=place.split(" ", 1)[1])

    group = "1E-1"
    arena.do("announce", code=group, title=source.prose(418, 420))
    for line, last in [(426, 426), (428, 428), (430, 432), (434, 434), (436, 436), (438, 438), (442, 442)]:
        written = source.prose(line, last)
        role = "participant"
        if ":" in written.split(",")[0]:
            role, written = "facilitator", written.split(":", 1)[1].strip()
        name, title = written.split(",", 1)
        arena.member(group, name, role=role)
        arena.do("set", record=f"person:{name}", title=title.strip())
    name = source.words(440, 1, 2)
    arena.member(group, name)
    arena.do("set", record=f"person:{name}", title=source.words(440, 3, 9))
    arena.report(group, problem=source.text(448, 464), result=source.text(470, 541))
    for first, last in ((544, 544), (546, 548), (550, 550), (552, 554), (556, 556)):
        who = source.words(first, 1, 1) if first == 550 else None
        arena.do("commit", about=f"group:{group}", what=source.prose(first, last), who=who)
    return source, arena.dump(), range(1, 557)


def enter_2017():
    source, arena = Source("2017"), Arena("2017")
    arena.new("--title", "Åpen arena 2017", "--days", "2017-03-21,2017-03-22", "--format", "challenge-groups",
              "--format", "knowledge-meetings", "--language", "nb")
    registered = re.findall(
        r"Gruppe (\d): (.*?)[.,]? Eier; (.*?)\. Fasilitator(?:er)?[:;] (.*?)\.?(?= Gruppe \d|$)",
        source.prose(87, 111))
    for code, title, owner, facilitators in registered:
        arena.do("add", type="organisation", name=owner)
        arena.do("challenge-groups.announce", code=code, title=title, by=owner)
        for name in re.split(r", | og ", facilitators):
            arena.member(code, name.strip(), role="facilitator")
    for code, first, last in (("1", 634, 656), ("2", 692, 708), ("3", 809, 818)):
        arena.do("challenge-groups.revise", group=code, background=source.prose(first, last))
    arena.do("challenge-groups.continue", ("from", "Åpen arena 2016/" + registered[2][1]), group="3")

    arena.report("1", problem=source.text(660, 668), result=source.text(672, 682))
    for line in (688, 690):
        arena.do("commit", about="group:1", what=source.prose(line).lstrip("- "))
    arena.report("2", problem=source.prose(712, 716), result=source.text(722, 766))
    for first, last in ((769, 775), (779, 791), (793, 797)):
        arena.do("commit", about="group:2", what=source.prose(first, last))
    arena.report("3", state="missing")
    arena.do("challenge-groups.remark", kind="comment", on="group:3", text=source.prose(820))

    topics = re.split(r"(?:^| )(\d)\. ", source.prose(581, 595))[1:]
    for number, rest in zip(topics[::2], topics[1::2]):
        title, *questions = [part.strip() for part in rest.split("○")]
        arena.do("knowledge-meetings.announce", *[("sub_questions", question) for question in questions],
                 title=title, slots="3")
        assert number
    return source, arena.dump(), [*range(87, 112), *range(581, 596), *range(634, 821)]


def tokens(text):
    return re.findall(r"\w+", text.lower())


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def count_items(value):
    if isinstance(value, dict):
        value = value.get("items", [])
    if isinstance(value, str):
        return len(re.findall(r"(?m)^\s*[-•●\uf0b7]\s", value))
    return sum((item.get("bullet", True) is not False) + count_items(item.get("items", [])) for item in value)


def figures(dump):
    groups = {group["id"]: group for group in dump["groups"]}
    code = {identity: group["code"] for identity, group in groups.items()}
    found = {"codes": [group["code"] for group in dump["groups"] if group["format"] == "challenge-groups"]}
    found["meetings"] = [group["code"] for group in dump["groups"] if group["format"] == "knowledge-meetings"]
    by_group = collections.defaultdict(lambda: collections.Counter())
    for membership in dump["memberships"]:
        count = by_group[code[membership["group"]]]
        count["people"] += 1
        count[membership["role"]] += 1
        count["attending"] += "attendance" in membership
        count["unnamed"] += "name" in membership["actor"] if isinstance(membership["actor"], dict) else 0
    found["by group"] = by_group
    found["items"], found["sections"], found["own sections"] = {}, {}, {}
    found["missing reports"] = []
    for report in dump.get("reports", []):
        of = code[report["of"]]
        if report["state"] == "missing":
            found["missing reports"].append(of)
            continue
        named = [section for section in report["sections"] if section.get("name")]
        found["items"][of] = {section["name"]: count_items(section["value"]) for section in named}
        found["sections"][of] = len(report["sections"])
        found["own sections"][of] = len(report["sections"]) - len(named)
    steps = collections.Counter(code[step["about"]] for step in dump.get("next_steps", []))
    found["next steps"] = steps
    found["backup dates"] = sum("backup" in step for step in dump.get("next_steps", []))
    found["sub-questions"] = sum(len(group.get("fields", {}).get("sub_questions", [])) for group in dump["groups"])
    return found


def compare(year, source, dump, range_of_lines):
    expected, found = EXPECTED[year], figures(dump)
    wrong = []

    def check(what, one, other):
        if one != other:
            wrong.append(f"{year}: {what}: expected {one}, found {other}")

    check("codes", expected["codes"], found["codes"])
    roles = {"facilitators": "facilitator", "people": "people", "unnamed": "unnamed", "attending a day": "attending"}
    for key, role in roles.items():
        for group, number in expected.get(key, {}).items():
            check(f"{key} of {group}", number, found["by group"][group][role])
    if "owners" in expected:
        check("owners", expected["owners"], sum(count["owner"] for count in found["by group"].values()))
    for group, sections in expected["items"].items():
        for section, number in sections.items():
            check(f"items in {section} of {group}", number, found["items"].get(group, {}).get(section))
    for key in ("sections", "own sections"):
        for group, number in expected.get(key, {}).items():
            check(f"{key} of {group}", number, found[key].get(group))
    for group, number in expected["next steps"].items():
        check(f"next steps of {group}", number, found["next steps"][group])
    for key in ("meetings", "sub-questions", "missing reports", "backup dates"):
        if key in expected:
            check(key, expected[key], found[key])
    have = collections.Counter(token for text in strings(dump) for token in tokens(text))
    asked = collections.Counter(
        token for number in range_of_lines if number in source.used
        for token in tokens(source.raw[number - 1]))
    lost = {token: number - have[token] for token, number in asked.items() if have[token] < number}
    lines = sum(1 for number in range_of_lines if source.raw[number - 1].strip())
    read = sum(1 for number in range_of_lines if source.raw[number - 1].strip() and number in source.used)
    print(f"{year}: {read} of {lines} lines that say something were entered (the rest are headings and drawings); "
          f"{sum(asked.values())} words, of which {sum(lost.values())} are not in the dump: {' '.join(sorted(lost))}")
    return wrong


def main():
    if not all(path.exists() for path in TEXTS.values()):
        print("The texts are not here; nothing was compared.")
        sys.exit(77)
    wrong = compare("2015", *enter_2015()) + compare("2017", *enter_2017())
    for line in wrong:
        print(line)
    print("All figures agree." if not wrong else f"{len(wrong)} figures disagree.")
    sys.exit(1 if wrong else 0)


main()
