"""A folder becomes a plan, or the list of all that is wrong in all its files."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from generator.errors import SourceNotFoundError
from generator.plan import PM
from generator.reading.source import read_source
from tests.reading.faults import fails_with
from tests.reading.samples import COLUMNS, Place, matrix, place, places, read, row

ADOPTED = "matrice_adoptee.csv"
SHIPPED = Path("source")


def test_a_matrix_alone_gives_a_plan(tmp_path: Path) -> None:
    second = row(axe="II", axe_intitule="Protection", objectif="II.1", action="II.1.1",
                 code="II-1.1.1", cout_total="PM", y2016="", y2017="")  # fmt: skip
    source = read(tmp_path, {"matrice.csv": matrix(row(), second)})
    plan = source.plan
    assert plan.years == (2016, 2017)
    assert [(axis.code, axis.title, axis.sheet) for axis in plan.axes] == [
        ("I", "Prévention", "Axe I"),
        ("II", "Protection", "Axe II"),
    ]
    assert [activity.total for activity in plan.activities] == [300, PM]
    assert (plan.adopted, plan.published, plan.gaps) == (None, {}, ())
    assert source.notes == ()
    axis_total = {"total": 300, "2016": 100, "2017": 200}
    nothing = {"total": 0, "2016": 0, "2017": 0}
    assert source.controls.base == {"I": axis_total, "II": nothing, "PLAN": axis_total}
    assert source.controls.adopted == source.controls.base


def test_rows_of_an_action_need_not_follow_each_other(tmp_path: Path) -> None:
    rows = (row(), row(action="I.1.2", code="I-2"), row(code="I-3"))
    plan = read(tmp_path, {"matrice.csv": matrix(*rows)}).plan
    assert [(a.code, [b.code for b in a.activities]) for a in plan.actions] == [
        ("I.1.1", ["I-1.1.1", "I-3"]),
        ("I.1.2", ["I-2"]),
    ]


def test_files_are_fingerprinted_in_the_order_of_their_names(tmp_path: Path) -> None:
    files = {"plan.toml": 'titre = "x"', "sigles.csv": "sigle;libelle\nA;b\n"}
    plan = read(tmp_path, files).plan
    assert [(file.name, file.records) for file in plan.files] == [
        ("matrice.csv", 1),
        ("plan.toml", 0),
        ("sigles.csv", 1),
    ]


def test_the_adopted_matrix_is_kept_beside(tmp_path: Path) -> None:
    adopted = matrix(row(cout_total="500", y2017="400"), row(code="I-9", axe_intitule="Prévention"))
    source = read(tmp_path, {ADOPTED: adopted})
    assert source.plan.adopted is not None
    assert list(source.plan.adopted) == ["I-1.1.1", "I-9"]
    assert source.plan.adopted["I-1.1.1"].activity.years == (100, 400)
    assert source.controls.base["PLAN"]["total"] == 300
    assert source.controls.adopted["PLAN"] == {"total": 800, "2016": 200, "2017": 600}


def test_an_adopted_matrix_of_other_years(tmp_path: Path) -> None:
    text = matrix(columns=COLUMNS.replace("2016;2017", "2017;2018"))
    assert places(tmp_path, {ADOPTED: text}) == [
        Place("header.years_differ", ADOPTED, 1, "", "2017, 2018")
    ]


def test_years_are_not_compared_with_those_of_a_broken_header(tmp_path: Path) -> None:
    text = matrix(columns=COLUMNS.replace("2017", "2018"))
    assert places(tmp_path, {"matrice.csv": text, ADOPTED: matrix()}) == [
        Place("header.year_gap", "matrice.csv", 1, "2018", "")
    ]


@pytest.mark.parametrize(("column", "code"), [("code", "i-1.1.1"), ("action", "i.1.1")])
def test_an_adopted_code_written_in_another_way(tmp_path: Path, column: str, code: str) -> None:
    assert places(tmp_path, {ADOPTED: matrix(row(**{column: code}))}) == [
        Place("code.alike", ADOPTED, 2, column, code)
    ]


def test_adopted_titles_may_have_changed_since(tmp_path: Path) -> None:
    assert read(tmp_path, {ADOPTED: matrix(row(action_intitule="Avant"))}).plan.adopted


def test_an_empty_adopted_matrix(tmp_path: Path) -> None:
    assert places(tmp_path, {ADOPTED: ""}) == [Place("empty", ADOPTED, 0, "", "")]


def test_what_is_wrong_in_every_file_is_told_at_once_by_file_and_line(tmp_path: Path) -> None:
    files = {
        "matrice.csv": matrix(row(cout_total="301"), row(y2016="x")),
        ADOPTED: matrix(row(activite="")),
        "totaux_publies.csv": "niveau;code;intitule;cout_total;2016;2017\naxe;Z;A;1;1;0\n",
        "sigles.csv": "sigle\nA\n",
        "plan.toml": "part_etat = 22\n",
    }
    assert [(f.kind, f.file, f.line) for f in places(tmp_path, files)] == [
        ("total.differs", "matrice.csv", 2),
        ("amount.text", "matrice.csv", 3),
        ("code.duplicate", "matrice.csv", 3),
        ("cell.empty", ADOPTED, 2),
        ("setting.type", "plan.toml", 1),
        ("header.missing", "sigles.csv", 1),
        ("code.unknown", "totaux_publies.csv", 2),
    ]


def test_a_file_whose_name_is_not_known_is_noted(tmp_path: Path) -> None:
    names = (
        "totaux_publie.csv",
        "PLAN.TOML",
        "lisez-moi.txt",
        ".~lock.matrice.csv#",
        "execution.csv",
    )
    source = read(tmp_path, dict.fromkeys(names, ""))
    assert [place(note) for note in source.notes] == [
        Place("file.unknown", "PLAN.TOML", 0, "", ""),
        Place("file.unknown", "totaux_publie.csv", 0, "", ""),
    ]


def test_a_folder_that_cannot_be_listed_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "iterdir", fails_with(errno.EACCES))
    assert read(tmp_path, {}).notes == ()


def test_what_is_accepted_and_worth_telling(tmp_path: Path) -> None:
    text = matrix(row(axe=" I", activite="=1+1"))
    assert [place(note) for note in read(tmp_path, {"matrice.csv": text}).notes] == [
        Place("code.spaces", "matrice.csv", 2, "axe", " I"),
        Place("text.formula", "matrice.csv", 2, "activite", "=1+1"),
    ]


@pytest.mark.parametrize("axis", ["NA", "None", "nan", "1.10", "1E5", "VRAI"])
def test_no_code_is_interpreted(tmp_path: Path, axis: str) -> None:
    source = read(tmp_path, {"matrice.csv": matrix(row(axe=axis), row(axe=axis, code="I-2"))})
    assert [part.code for part in source.plan.axes] == [axis]
    assert source.controls.base[axis]["total"] == 600


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match="dossier introuvable"):
        read_source(tmp_path / "absent")


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("")
    with pytest.raises(SourceNotFoundError, match="ce n'est pas un dossier"):
        read_source(tmp_path / "plan.csv")


def test_a_folder_without_a_matrix(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError, match=r"matrice\.csv : fichier introuvable"):
        read_source(tmp_path)


@pytest.mark.parametrize("name", ["matrice.csv", ADOPTED, "totaux_publies.csv", "plan.toml"])
def test_a_folder_in_the_place_of_a_file_is_not_passed_over(tmp_path: Path, name: str) -> None:
    if name != "matrice.csv":
        (tmp_path / "matrice.csv").write_text(matrix())
    (tmp_path / name).mkdir()
    with pytest.raises(SourceNotFoundError, match="c'est un dossier"):
        read_source(tmp_path)


def test_a_link_to_nothing_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "matrice.csv").write_text(matrix())
    (tmp_path / "plan.toml").symlink_to(tmp_path / "absent")
    with pytest.raises(SourceNotFoundError, match=r"plan\.toml"):
        read_source(tmp_path)


def test_the_shipped_plan_is_read_without_a_remark() -> None:
    source = read_source(SHIPPED)
    assert source.notes == ()
    assert len(list(source.plan.activities)) == 94
    assert source.controls.base["PLAN"]["total"] == 8_692_000_000
