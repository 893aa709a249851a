"""Lines 75 to 84 of the catalogue: what stands in the cell of a text, and what comes back.

Each case stands as the reason of an activity and as the label of a reserve row of one copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from generator.copies.reading import ReadCopy
from generator.merging.changes import compare
from generator.merging.facts import Key, Kind
from tests.copies.edited import Edited, Stored, told
from tests.copies.plan import write_wide_plan
from tests.reader.archives import read_archive
from tests.workbook.built import Built, build


class Case(NamedTuple):
    """What is stored, the text that comes back, and what is said of it as `severity rule`."""

    line: int
    stored: str | Stored
    text: str
    said: str = ""
    detail: str = ""


LONG = "é" * 32_768

CASES = (
    Case(75, "=1+1", "=1+1", "remarque text.equals"),
    Case(75, "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", "remarque text.equals"),
    Case(75, Stored("2", formula="1+1"), "", "erreur text.formula"),
    Case(75, Stored("x", "str", formula='"x"'), "", "erreur text.formula"),
    Case(75, Stored("#REF!", "e"), "", "erreur text.error"),
    Case(75, "- faute de crédits", "- faute de crédits"),
    Case(75, "@MEF", "@MEF"),
    Case(76, "un_x000D_\ndeux", "un\ndeux"),
    Case(76, "un_x000D_deux", "un\ndeux"),
    Case(76, "un\ndeux", "un\ndeux"),
    Case(77, "a_x0007_b", "a\x07b", "erreur text.control", "2"),
    Case(78, LONG, LONG, "erreur text.long", "32 767"),
    Case(78, LONG[:32_767], LONG[:32_767]),
    Case(79, "http://exemple.ci/a?b=1&c=2#d", "http://exemple.ci/a?b=1&c=2#d"),
    Case(79, "mailto:a@b.ci", "mailto:a@b.ci"),
    Case(79, "file://serveur/x", "file://serveur/x"),
    Case(79, "internal:Feuil1!A1", "internal:Feuil1!A1"),
    Case(80, "  deux espaces  ", "  deux espaces  "),
    Case(81, "E\u0301tude de l’Etat", "E\u0301tude de l’Etat"),
    Case(82, "\U0001f600 مرحبا <&>\"'", "\U0001f600 مرحبا <&>\"'"),
    Case(83, Stored(kind="inlineStr", runs=("Un ", "gras", " mot")), "Un gras mot"),
    *[Case(84, word, word) for word in ("NA", "None", "null", "nan", "N/A", "VRAI")],
    Case(84, Stored("20310015"), "20310015"),
    Case(84, Stored("2.5"), "2,5"),
    Case(84, Stored("1", "b"), "VRAI"),
    Case(84, Stored("46351", look=14), "25/11/2026"),
)


def names() -> Iterator[str]:
    """Yield what tells the cases apart."""
    for case in CASES:
        yield f"{case.line} {case.text[:20]!a} {case.said}"


class Texts(NamedTuple):
    """A plan and its copy in which every case stands twice."""

    built: Built
    copy: ReadCopy

    def said(self, row: str, col: str) -> list[tuple[str, str]]:
        """Return what is said of a cell, with its words."""
        sheet, cell = self.built.cell("Axe A", row, col)
        return [
            (f"{said.severity} {said.rule}", said.problem + said.remedy)
            for said in self.copy.findings
            if (said.sheet, said.cell) == (sheet, cell)
        ]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    """Return the copy in which every case stands as a reason and as a label."""
    folder = tmp_path_factory.mktemp("texts")
    plan = write_wide_plan(folder, len(CASES), len(CASES))
    built = build(plan, folder / "plan.xlsx")
    edited = Edited(read_archive(built.path), folder / "copie.xlsx")
    for place, case in enumerate(CASES):
        edited.put(*built.cell("Axe A", f"A-{place + 1}", "reason"), case.stored)
        edited.put(*built.cell("Axe A", f"reserve:A.1.1:{place}", "label"), case.stored)
    return Texts(built, edited.read())


@pytest.mark.parametrize("place", range(len(CASES)), ids=names())
def test_the_text_of_a_reason(texts: Texts, place: int) -> None:
    case, code = CASES[place], f"A-{place + 1}"
    revised = texts.copy.version.revised
    assert revised.get(Key(Kind.DECISION, code), {}) == ({"motif": case.text} if case.text else {})
    said = texts.said(code, "reason")
    assert [what for what, _ in said] == ([case.said] if case.said else [])
    assert all(case.detail in words for _, words in said)


@pytest.mark.parametrize("place", range(len(CASES)), ids=names())
def test_the_text_of_a_label(texts: Texts, place: int) -> None:
    """A new activity; its code follows those of the plan."""
    case, code = CASES[place], f"A-{len(CASES) + place + 1}"
    record = texts.copy.version.revised[Key(Kind.ACTIVITY, code)]
    assert record.get("activite", "") == case.text
    assert "activite" not in texts.copy.version.base.get(Key(Kind.ACTIVITY, code), {})
    said = texts.said(f"reserve:A.1.1:{place}", "label")
    assert [what for what, _ in said] == ([case.said] if case.said else [])
    code_cell = texts.said(f"reserve:A.1.1:{place}", "code")
    assert [what for what, _ in code_cell] == ["remarque activity.new"]


def test_spaces_alone_are_no_text(edited: Edited) -> None:
    edited.put("Axe A", "Q10", "  \u00a0\n ").put("Axe A", "B12", " ")
    copy = edited.read()
    assert copy.version.revised == copy.version.base
    assert told(copy) == []


def test_spellings_of_the_same_text_are_compared_alike_and_stored_as_typed(edited: Edited) -> None:
    """Line 81: accents apart, another apostrophe, another space."""
    typed = "Faute\u00a0de cre\u0301dits"
    copy = edited.put("Axe A", "Q11", typed).read()
    assert copy.version.revised[Key(Kind.DECISION, "A-2")]["motif"] == typed
    assert list(compare(copy.version.base, copy.version.revised)) == []


def test_spaces_around_a_code_are_told(edited: Edited) -> None:
    """Line 80: on an inserted row and on a reserve row."""
    edited.put("Axe A", "A12", "\u00a0A-30 ").put("Axe A", "B12", "Neuve")
    edited.insert_row("Axe A", 11).put("Axe A", "A11", " A-31").put("Axe A", "B11", "Autre")
    copy = edited.read()
    assert told(copy) == [
        ("remarque", "code.tidied", "Axe A!A11"),
        ("remarque", "activity.new", "Axe A!A11"),
        ("remarque", "code.tidied", "Axe A!A13"),
        ("remarque", "activity.new", "Axe A!A13"),
    ]
    new = {key.code for key in copy.version.revised.keys() - copy.version.base.keys()}
    assert new == {"A-30", "A-31"}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("01-févr", "code.date"),
        ("A/1", "code.syntax"),
        ("Atelier", "code.number"),
        (Stored("5"), ""),
    ],
)
def test_what_is_typed_for_a_code(edited: Edited, typed: str | Stored, rule: str) -> None:
    """A number is a code; what a spreadsheet takes for a date is none."""
    copy = edited.put("Axe A", "A12", typed).put("Axe A", "B12", "Neuve").read()
    assert [said.rule for said in copy.findings if said.severity == "erreur"] == (
        [rule] if rule else []
    )
    if not rule:
        assert copy.version.revised[Key(Kind.ACTIVITY, "5")]["activite"] == "Neuve"
