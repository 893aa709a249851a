"""`conflits.xlsx`: what may be chosen in it, and what is read of what was chosen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import openpyxl
import pytest

from generator.merging.changes import Change, Nature
from generator.merging.facts import Facts, Key, Kind, Record
from generator.merging.threeway import (
    CURRENT,
    KEEP_ALL,
    WHOLE,
    Clash,
    Condition,
    Conflict,
    Decisions,
    Side,
)
from generator.reports.changes import changes_text, conflicts_json, conflicts_text
from generator.reports.choices import WrongChoicesError, read_choices
from generator.reports.conflicts import conflicts_workbook
from tests.merging.samples import NEW, PRICED, ROW, STATUS, STUDY

KEPT = Side("b + c", "Axe I!A9", record={**ROW, "2017": 5}, open=("2016",))
DELETED = Conflict(
    STUDY, WHOLE, Clash.DELETED, None, (Side(CURRENT, "", record=PRICED), Side("a", ""), KEPT)
)
FIELD = Conflict(
    STUDY,
    "2016",
    Clash.FIELD,
    100,
    (Side(CURRENT, "", 100), Side("b", "Axe I!F9", 1), Side("c", "Axe I!F9", 2)),
    Condition(STUDY, ("b + c",)),
)
DECIDED = Conflict(
    STATUS,
    WHOLE,
    Clash.DELETED,
    None,
    (Side(CURRENT, "", record={"statut": "retirée"}), Side("b", "")),
    Condition(STUDY, (CURRENT, "b + c")),
)
REASON = Conflict(
    STATUS,
    "motif",
    Clash.FIELD,
    None,
    (Side("b", "", "vu"), Side("c", "", "lu")),
    Condition(STATUS, (CURRENT,)),
)
ADDED = Conflict(
    NEW,
    WHOLE,
    Clash.ADDED,
    None,
    (
        Side(CURRENT, ""),
        Side("b", "", record={"activite": "Un atelier"}, decision={"statut": "reportée"}),
        Side("c", "", record={"activite": "Un colloque"}),
        Side(KEEP_ALL, "", codes=(("I-1.1.3", "b"), ("I-1.1.4", "c"))),
    ),
)
TAKEN = Conflict(
    STUDY,
    "code",
    Clash.TAKEN,
    "I-1.1.1",
    (Side(CURRENT, "", "I-1.1.1"), Side("b", "Axe I!A9", "I-1.1.9")),
)
ALONE = FIELD._replace(when=None)
HANGING = "(à choisir seulement si « b + c » l'est pour activité I-1.1.1)"
CONFLICTS = DELETED, FIELD, DECIDED, REASON, ADDED
LABEL = "Réaliser deux études"
PLAN: Facts = {STUDY: {"activite": LABEL, "2016": 100}}


def choose(folder: Path, choices: Mapping[int, str]) -> Decisions:
    """Return what is read once names are typed beside the conflicts, by their number from 1."""
    path = folder / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(CONFLICTS, PLAN))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Conflits"]
    rows = {cell.value: cell.row for cell in sheet["A"]}
    for number, who in choices.items():
        sheet.cell(rows[number], sheet.max_column).value = who
    workbook.save(path)
    return read_choices(path, CONFLICTS)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({1: "a", 5: "b"}, {(STUDY, WHOLE): "a", (NEW, WHOLE): "b"}),
        (
            {1: CURRENT, 3: "b", 5: KEEP_ALL},
            {(STUDY, WHOLE): CURRENT, (STATUS, WHOLE): "b", (NEW, WHOLE): KEEP_ALL},
        ),
        ({1: "a", 2: "b", 4: "ailleurs", 5: "b"}, {(STUDY, WHOLE): "a", (NEW, WHOLE): "b"}),
    ],
    ids=["nothing else", "what counts beside it", "what does not count is not read"],
)
def test_what_hangs_on_another_choice_may_be_left_blank(
    tmp_path: Path, choices: dict[int, str], expected: Decisions
) -> None:
    assert choose(tmp_path, choices) == expected


def test_what_counts_must_be_chosen(tmp_path: Path) -> None:
    """Also what hangs on a choice that hangs on another one."""
    with pytest.raises(WrongChoicesError) as raised:
        choose(tmp_path, {1: "b + c", 3: CURRENT, 5: KEEP_ALL})
    said = str(raised.value)
    assert "ligne 6, activité I-1.1.1 : rien choisi ; attendu : la matrice actuelle, b, c" in said
    assert "ligne 8, statut I-1.1.1 : rien choisi ; attendu : b, c" in said
    assert said.count("ligne") == 2


def copy_rows(folder: Path, copied: Mapping[int, str | None]) -> Decisions:
    """Return what is read where the row of a field stands again, with what is chosen in each."""
    path = folder / "conflits.xlsx"
    path.write_bytes(conflicts_workbook([ALONE], PLAN))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Conflits"]
    shown = [cell.value for cell in sheet[4]]
    for row, who in copied.items():
        for place, value in enumerate([*shown[:-1], who], start=1):
            sheet.cell(row, place).value = value
    workbook.save(path)
    return read_choices(path, [ALONE])


def test_two_rows_of_one_conflict_that_choose_differently(tmp_path: Path) -> None:
    with pytest.raises(WrongChoicesError) as raised:
        copy_rows(tmp_path, {4: "b", 7: CURRENT, 9: None, 12: "b"})
    (told,) = str(raised.value).splitlines()[1:]
    rows = "« b » ligne 4, « la matrice actuelle » ligne 7, « b » ligne 12"
    once = "gardez une seule de ces lignes"
    assert told == f"- activité I-1.1.1, 2016 : choix contraires ({rows}) ; {once}"


@pytest.mark.parametrize("copied", [{4: "b", 7: "b"}, {4: "b", 7: None}, {4: None, 7: "b"}])
def test_two_rows_of_one_conflict_that_do_not(
    tmp_path: Path, copied: Mapping[int, str | None]
) -> None:
    assert copy_rows(tmp_path, copied) == {(STUDY, "2016"): "b"}


SPELLED = ("Étude.xlsx", unicodedata.normalize("NFD", "Été.xlsx"), " copie.xlsx")


@pytest.mark.parametrize("who", SPELLED)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("strip", [str, str.strip])
def test_a_name_that_programs_spell_otherwise_can_be_chosen(
    tmp_path: Path, who: str, form: Literal["NFC", "NFD"], strip: Callable[[str], str]
) -> None:
    """Both the header and what was chosen, as they were written or as they were saved."""
    sides = [Side(CURRENT, "", 1), *[Side(own, "", rank) for rank, own in enumerate(SPELLED, 2)]]
    conflict = Conflict(STUDY, "2016", Clash.FIELD, None, tuple(sides))
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook([conflict], PLAN, {conflict.place: who}))
    workbook = openpyxl.load_workbook(path)
    for row in workbook["Conflits"].iter_rows(min_row=3):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = strip(unicodedata.normalize(form, cell.value))
    workbook.save(path)
    assert read_choices(path, [conflict]) == {conflict.place: who}


def test_two_names_that_only_a_space_tells_apart(tmp_path: Path) -> None:
    names = "a.xlsx", " a.xlsx"
    sides = [Side(own, "", rank) for rank, own in enumerate(names)]
    conflict = Conflict(STUDY, "2016", Clash.FIELD, None, tuple(sides))
    path = tmp_path / "conflits.xlsx"
    for who in names:
        path.write_bytes(conflicts_workbook([conflict], PLAN, {conflict.place: who}))
        assert read_choices(path, [conflict]) == {conflict.place: who}


def test_nobody_keeps_all_where_there_is_one(tmp_path: Path) -> None:
    with pytest.raises(WrongChoicesError) as raised:
        choose(tmp_path, {1: KEEP_ALL, 5: KEEP_ALL})
    assert "« garder toutes » choisi ; attendu : la matrice actuelle, a, b + c" in str(raised.value)


def test_the_list_is_of_all_who_may_be_chosen(tmp_path: Path) -> None:
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(CONFLICTS, PLAN))
    sheet = openpyxl.load_workbook(path)["Conflits"]
    (validation,) = sheet.data_validations.dataValidation
    (names,) = sheet[str(validation.formula1).replace("$", "").rpartition("!")[2]]
    assert [cell.value for cell in names] == [CURRENT, "a", "b", "b + c", "c", KEEP_ALL]
    told = [cell.value for row in sheet.iter_rows() for cell in row]
    assert "I-1.1.3 reste à « b » ; I-1.1.4 va à « c »" in told
    assert any("à choisir seulement si « b + c »" in str(value) for value in told)


def test_a_code_that_is_taken_is_shown_and_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook([TAKEN, FIELD, TAKEN], PLAN))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Conflits"]
    lists = {
        str(own.sqref): [
            cell.value for row in sheet[str(own.formula1).replace("$", "")] for cell in row
        ]
        for own in sheet.data_validations.dataValidation
    }
    assert lists == {"L5 L7": [CURRENT], "L6": [CURRENT, "b", "c"]}
    assert sheet["J5"].value == "I-1.1.9"
    sheet["L7"] = "b"
    workbook.save(path)
    told = f"ligne 7, activité I-1.1.1 : « b » choisi ; attendu : {CURRENT} (code d'une autre"
    with pytest.raises(WrongChoicesError) as raised:
        read_choices(path, [TAKEN])
    assert told in str(raised.value)


def test_one_code_for_two_activities_is_told_with_what_may_be_chosen() -> None:
    told = conflicts_text([TAKEN._replace(clash=Clash.ADDED)]).splitlines()[0]
    assert told.endswith("gardez l'actuel, sauf pour l'une d'elles")


def test_each_row_names_the_activity_and_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(CONFLICTS, PLAN))
    rows = list(openpyxl.load_workbook(path)["Conflits"].values)
    header = next(row for row in rows if "Choix" in row)
    told = [dict(zip(header, row, strict=True)) for row in rows[rows.index(header) + 1 :]]
    assert [own["Activité"] for own in told[:5]] == [LABEL, LABEL, LABEL, LABEL, None]
    assert told[1]["Où"] == "b : Axe I!F9\nc : Axe I!F9"
    assert told[3]["Où"] is None


def test_how_conflicts_are_told_to_people() -> None:
    assert conflicts_text([DELETED, FIELD, ADDED]).splitlines() == [
        "- activité I-1.1.1 : supprimé d'un côté, modifié de l'autre",
        "    la matrice actuelle : Une étude, 2016 100, 2017 200",
        "    a : supprimé",
        "    b + c (Axe I!A9) : Une étude, 2017 5, 2016 à choisir",
        f"- activité I-1.1.1, 2016 : valeurs différentes {HANGING}",
        "    la matrice actuelle : 100",
        "    b (Axe I!F9) : 1",
        "    c (Axe I!F9) : 2",
        "- activité I-1.1.3 : même code, contenus différents",
        "    la matrice actuelle : ne l'a pas",
        "    b : Un atelier, statut « reportée »",
        "    c : Un colloque",
        "    garder toutes : I-1.1.3 reste à « b » ; I-1.1.4 va à « c »",
    ]


def test_a_new_code_is_told_with_what_is_kept() -> None:
    record: Record = {"activite": "Une étude", "code": "I-1.1.9", "2017": 5}
    kept = Side("b", "", record=record)
    told = conflicts_text([DELETED._replace(sides=(kept,))])
    assert told.splitlines()[1] == "    b : Une étude, 2017 5, code I-1.1.9"


def test_two_fundings_of_one_amount_are_told_apart() -> None:
    """As two new activities are that nobody could tell by their label and their amounts."""
    sides = [
        Side(name, "", record={"bailleur": "UE", "axe": "A", "montant": 7, "statut": status})
        for name, status in (("b", "confirmé"), ("c", "envisagé"))
    ]
    conflict = Conflict(Key(Kind.FUNDING, "UE · A"), WHOLE, Clash.ADDED, None, tuple(sides))
    told = conflicts_text([conflict]).splitlines()
    assert told[0].endswith(
        "si ce sont deux financements, donnez à chacun sa référence dans sa copie"
    )
    assert told[1:] == [
        "    b : UE, montant 7, statut « confirmé »",
        "    c : UE, montant 7, statut « envisagé »",
    ]


def test_the_year_of_the_work_plan_is_no_amount(tmp_path: Path) -> None:
    year = Key(Kind.SETTING, "annee_pta")
    sides = Side(CURRENT, "", 2016), Side("b", "", 2017), Side("c", "", 2018)
    conflict = Conflict(year, "valeur", Clash.FIELD, 2016, sides)
    told = conflicts_text([conflict]).splitlines()[1:]
    assert told == ["    la matrice actuelle : 2016", "    b : 2017", "    c : 2018"]
    change = Change(year, Nature.EDITED, "valeur", 2016, 2017)
    assert "2016  ->  2017" in changes_text([change], {})
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook([conflict], PLAN))
    cells = [cell.value for row in openpyxl.load_workbook(path)["Conflits"].rows for cell in row]
    assert [own for own in cells if str(own).startswith("201")] == ["2016", "2016", "2017", "2018"]


def test_how_conflicts_are_told_to_programs() -> None:
    field, added = conflicts_json([FIELD, ADDED])
    assert field["si"] == {"objet": "activité", "code": "I-1.1.1", "choix": ["b + c"]}
    assert added["si"] is None
    sides = added["cotes"]
    assert isinstance(sides, list)
    assert sides[1]["decision"] == {"statut": "reportée"}
    assert sides[3]["codes"] == {"I-1.1.3": "b", "I-1.1.4": "c"}
    assert conflicts_json([DELETED])[0]["cotes"][2]["a_choisir"] == ["2016"]  # type: ignore[index]


LONG = "Organiser des ateliers de formation des inspecteurs du travail et des douanes, à "
"""81 characters that two texts may have before they part: more than a line of the terminal."""


def test_what_two_long_texts_say_apart_is_shown(tmp_path: Path) -> None:
    """In the terminal the place where they part, in the workbook the whole."""
    texts = f"{LONG}Cotonou, en deux sessions de trois jours chacune", f"{LONG}Parakou"
    changes = [Change(STUDY, Nature.EDITED, "activite", *texts)]
    told = "« …l et des douanes, à Cotonou, en deux sessions de trois jours… »"
    assert f"{told}  ->  « …l et des douanes, à Parakou »" in changes_text(changes, {})
    sides = tuple(
        Side(who, "", record={"activite": text}) for who, text in zip("bc", texts, strict=True)
    )
    conflicts = [Conflict(NEW, WHOLE, Clash.ADDED, None, (Side(CURRENT, ""), *sides))]
    assert "    c : …l et des douanes, à Parakou" in conflicts_text(conflicts).splitlines()
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(conflicts, PLAN))
    shown = {cell.value for row in openpyxl.load_workbook(path)["Conflits"] for cell in row}
    assert set(texts) <= shown


def test_reasons_that_part_late_are_told_apart() -> None:
    """Beside the record of an activity too."""
    sides = tuple(
        Side(who, "", record=PRICED, decision={"motif": LONG + end})
        for who, end in (("b", "Parakou"), ("c", "Cotonou"))
    )
    conflict = Conflict(STUDY, WHOLE, Clash.DELETED, None, (Side(CURRENT, ""), *sides))
    told = conflicts_text([conflict])
    assert "motif « …l et des douanes, à Parakou »" in told
    assert "motif « …l et des douanes, à Cotonou »" in told


def test_texts_longer_than_a_cell_are_shown_where_they_part(tmp_path: Path) -> None:
    texts = ["mot " * 8_000 + end for end in ("un", "deux")]
    fields = ("activite", "responsable", "partenaires")
    sides = tuple(
        Side(who, "", record=dict.fromkeys(fields, text))
        for who, text in zip("bc", texts, strict=True)
    )
    conflicts = [Conflict(NEW, WHOLE, Clash.ADDED, None, (Side(CURRENT, ""), *sides))]
    path = tmp_path / "conflits.xlsx"
    path.write_bytes(conflicts_workbook(conflicts, PLAN))
    cells = [cell.value for row in openpyxl.load_workbook(path)["Conflits"] for cell in row]
    shown = [text for text in cells if isinstance(text, str) and text.startswith("…")]
    assert [text.split(", ")[0][-3:] for text in shown] == [" un", "eux"]


def test_a_long_text_that_is_like_no_other_is_cut() -> None:
    (line,) = changes_text([Change(STUDY, Nature.EDITED, "activite", None, LONG)], {}).splitlines()
    assert line.endswith(f"vide  ->  « {LONG[:60]}… »")
