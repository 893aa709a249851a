"""Plans other than the shipped one: a matrix alone, other years and codes, an adopted version."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engines import fast
from tests.engines.libreoffice import LibreOffice
from tests.engines.poison import poison
from tests.engines.values import differences
from tests.workbook.built import SOURCE, Built, build
from tests.workbook.officers import failing

HEADER = (
    "axe;axe_intitule;objectif;objectif_intitule;action;action_intitule;code;activite;responsable;"
    "partenaires;cout_total;{years}\n"
)
ONE_YEAR = HEADER.format(years="2031") + (
    "1;Eau;1.1;Forages;1.1.1;Creuser;1-1.1.1;Dix forages;;;100;100\n"
    "1;Eau;1.1;Forages;1.1.10;Entretenir;1-1.1.2;Pompes;;;PM;\n"
    "2;Routes;2.1;Pistes;2.1.1;Ouvrir;2-1.1.1;Pistes;DGR;PTF;250;250\n"
)
SEVEN_YEARS = HEADER.format(years=";".join(str(year) for year in range(2024, 2031))) + (
    "A;Eau & « sol »;A.1;O'Reilly;A.1.1;<Creuser>;A-1;=1+1;+x;@y;28;1;2;3;4;5;6;7\n"
)


def make(folder: Path, matrix: str, **files: str) -> Built:
    folder.mkdir()
    (folder / "matrice.csv").write_text(matrix, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_dot_", ".")).write_text(text, encoding="utf-8")
    return build(folder, folder / "out.xlsx")


@pytest.fixture(params=[ONE_YEAR, SEVEN_YEARS], ids=["one year", "seven years"])
def other(request: pytest.FixtureRequest, tmp_path: Path) -> Built:
    return make(tmp_path / "source", request.param)


def test_a_matrix_alone_makes_a_sound_workbook(other: Built, libreoffice: LibreOffice) -> None:
    target = other.path.with_name("poisoned.xlsx")
    assert poison(other.path, target) > 100
    assert differences(other.stored, libreoffice.recalculate(target)) == []
    assert differences(other.stored, fast.recalculate(target)) == []
    assert other.named(other.stored, "Controle_General") == 0
    assert other.named(other.stored, "Alertes") == 1  # the State's share is not given


def test_what_has_no_file_has_no_sheet(other: Built) -> None:
    assert "Sigles" not in other.stored
    assert "published" not in other.computed.book.sheets[2].col_index


def test_totals_of_the_small_plan_by_hand(tmp_path: Path) -> None:
    built = make(tmp_path / "source", ONE_YEAR)
    assert built.named(built.stored, "Total_Plan") == 350
    assert built.value(built.stored, "Axe 1", "total", "y2031") == 100
    assert built.value(built.stored, "Axe 1", "action:1.1.10", "total") == 0
    assert built.value(built.stored, "Activités", "total:2", "total") == 250
    assert built.value(built.stored, "Synthèse", "axe:1", "activities") == 2
    assert built.named(built.stored, "Total_Etat") == 0  # the plan does not say the share


def test_texts_stand_as_written(tmp_path: Path) -> None:
    built = make(tmp_path / "source", SEVEN_YEARS)
    assert built.value(built.stored, "Axe A", "A-1", "label") == "=1+1"
    assert built.value(built.stored, "Activités", "A-1", "label") == "=1+1"
    assert built.value(built.stored, "Axe A", "action:A.1.1", "label") == "<Creuser>"


def test_reserve_rows_propose_codes_that_are_free(tmp_path: Path) -> None:
    rows = ("1.1;Un;A-1", "1.1;Un;A-2", "1.2;Deux;A-3")
    lines = [f"A;Axe;A.1;Objectif;{row};Activité;;;1;1\n" for row in rows]
    built = make(tmp_path / "source", HEADER.format(years="2030") + "".join(lines))
    proposed = [
        built.value(built.stored, "Axe A", f"reserve:{action}:0", "key")
        for action in ("1.1", "1.2")
    ]
    assert proposed == ["A-4", "A-5"]


Edited = Callable[..., Built]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """Return the shipped plan's workbook after a change of `matrice.csv`."""

    def run(change: Callable[[str], str], *, keep_adopted: bool) -> Built:
        folder = tmp_path / "source"
        shutil.copytree(SOURCE, folder)
        matrix = folder / "matrice.csv"
        if keep_adopted:
            shutil.copy(matrix, folder / "matrice_adoptee.csv")
        matrix.write_text(change(matrix.read_text(encoding="utf-8-sig")), encoding="utf-8-sig")
        return build(folder, tmp_path / "out.xlsx")

    return run


def move_ten_millions(text: str) -> str:
    """I-1.1.1: 10 M of 2016 go to 2017."""
    before, after = ";75000000;37500000;;;;37500000;", ";75000000;27500000;10000000;;;37500000;"
    assert before in text
    return text.replace(before, after, 1)


@pytest.mark.slow
def test_a_validated_change_never_turns_the_published_bridge_red(edited: Edited) -> None:
    built = edited(move_ten_millions, keep_adopted=True)

    def bridge(measure: str, col: str) -> object:
        return built.value(built.stored, "Rapprochement", f"axe:I:{measure}", col)

    assert bridge("adopted", "y2016") == 382_500_000
    assert bridge("validated", "y2016") == -10_000_000
    assert bridge("validated", "y2017") == 10_000_000
    assert bridge("base", "y2016") == 372_500_000
    assert bridge("undocumented", "y2016") == bridge("unexplained", "y2016") == 0
    assert built.named(built.stored, "Controle_General") == 0
    assert built.named(built.stored, "Total_Plan") == 8_802_000_000


@pytest.mark.slow
def test_a_hand_edit_without_an_adopted_version_shows(edited: Edited) -> None:
    built = edited(move_ten_millions, keep_adopted=False)
    undocumented = built.value(built.stored, "Rapprochement", "axe:I:undocumented", "y2016")
    assert undocumented == 10_000_000
    assert {sheet for sheet, _ in failing(built, built.stored)} == {"Rapprochement"}


def drop_activity(text: str) -> str:
    """I-1.1.2 (30 M) leaves the matrix."""
    return "".join(line for line in text.splitlines(keepends=True) if ";I-1.1.2;" not in line)


def test_an_adopted_activity_that_left_stays_in_the_bridge(
    edited: Edited, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    built = edited(drop_activity, keep_adopted=True)
    assert built.value(built.stored, "Activités", "gone:I-1.1.2", "nature") == "sortie"
    bridge = {
        measure: built.value(built.stored, "Rapprochement", f"action:I.1.1:{measure}", "total")
        for measure in ("adopted", "validated", "base", "unexplained")
    }
    assert bridge == {
        "adopted": 150_000_000, "validated": -30_000_000, "base": 120_000_000, "unexplained": 0,
    }  # fmt: skip
    assert built.named(built.stored, "Controle_General") == 0
    target = tmp_path / "poisoned.xlsx"
    poison(built.path, target)
    assert differences(built.stored, libreoffice.recalculate(target)) == []


def move_activity(text: str) -> str:
    """II-1.1.1 (5 M in 2016) goes from action II.1.1 to action II.2.1."""
    lines = text.splitlines(keepends=True)
    moved = next(line for line in lines if ";II-1.1.1;" in line)
    model = next(line for line in lines if ";II-2.1.1;" in line)
    there = model[: model.index(";II-2.1.1;")] + moved[moved.index(";II-1.1.1;") :]
    lines.remove(moved)
    lines.insert(lines.index(model) + 1, there)
    return "".join(lines)


@pytest.mark.slow
def test_a_moved_activity_never_turns_the_published_bridge_red(edited: Edited) -> None:
    built = edited(move_activity, keep_adopted=True)

    def bridge(code: str, measure: str) -> object:
        return built.value(built.stored, "Rapprochement", f"action:{code}:{measure}", "y2016")

    assert bridge("II.1.1", "adopted") == 40_000_000
    assert bridge("II.1.1", "validated") == -5_000_000
    assert bridge("II.2.1", "adopted") == 170_000_000
    assert bridge("II.2.1", "validated") == 5_000_000
    assert built.named(built.stored, "Controle_General") == 0


@pytest.mark.slow
def test_an_english_workbook_opens_on_the_same_totals(tmp_path: Path) -> None:
    built = build(SOURCE, tmp_path / "plan.xlsx", "en")
    assert built.named(built.stored, "Total_Plan") == 8_802_000_000
    assert built.named(built.stored, "Controle_General") == 0
    assert differences(built.stored, fast.recalculate(built.path)) == []


def line(code: str, action: str = "A.1.1") -> str:
    return f"A;Axe;A.1;Objectif;{action};Action;{code};Activité;;;1;1\n"


SMALL = HEADER.format(years="2030")
PRINTED = "niveau;code;intitule;cout_total;2030\n"
GAP = "id;niveau;code;nature;explication;2030\nE1;action;A.1.1;nature;explication;2\n"
BESIDE = {
    "a gap where the axis prints no total": (
        {
            "ecarts_document_dot_csv": GAP,
            "totaux_publies_dot_csv": PRINTED + "action;A.1.1;Total;3;3\nplan;;Total;3;3\n",
        },
        3,
    ),
    "a total printed without its years": (
        {"totaux_publies_dot_csv": PRINTED + "plan;;Total;1;\n"},
        1,
    ),
    "a printed action that left the matrix": (
        {
            "matrice_adoptee_dot_csv": SMALL + line("A-1") + line("A-2", "A.1.2"),
            "totaux_publies_dot_csv": PRINTED + "action;A.1.2;Total;1;1\nplan;;Total;2;2\n",
        },
        1,
    ),
}


@pytest.mark.parametrize(("files", "total"), BESIDE.values(), ids=BESIDE)
def test_what_stands_beside_the_matrix_is_bridged(
    tmp_path: Path, files: dict[str, str], total: int
) -> None:
    built = make(tmp_path / "source", SMALL + line("A-1"), **files)
    assert built.named(built.stored, "Total_Plan") == total
    assert built.named(built.stored, "Controle_General") == 0


def test_a_reserve_row_does_not_take_the_code_of_an_adopted_activity(tmp_path: Path) -> None:
    adopted = SMALL + line("A-1") + line("A-2")
    built = make(tmp_path / "source", SMALL + line("A-1"), matrice_adoptee_dot_csv=adopted)
    assert built.value(built.stored, "Axe A", "reserve:A.1.1:0", "key") == "A-3"
