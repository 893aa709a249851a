"""*Financement*: what is secured of the needs, worked out by hand on the document's figures.

The plan needs 1 007,5 M in 2016 and 8 802 M in all (its *Récapitulatif*); axis II 1 226 M in 2017
and 3 001 M in all; axis IV 76 M in 2016. The State's share of 2016 is 221,65 M (22 %).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking import check_workbook
from generator.errors import CellFinding
from generator.reader import open_workbook
from generator.recovery import recover
from tests.engines.edits import DeleteRows, Edit, InsertRows, SetCell, SortRows, Unprotect
from tests.engines.libreoffice import LibreOffice
from tests.engines.stored import stored_values
from tests.engines.values import Sheets, Value
from tests.workbook.built import SOURCE, Built, build
from tests.workbook.officers import After, failing, typed

SHEET, PARAMETERS = "Financement", "Paramètres"
COUNTED = "total"
FIELDS = ("axis", "label", "y2016", "y2017", "y2018", "y2019")
"""Where the register has the axis, the funder, the year, the amount, the status, the reference."""

STATE = (None, "Etat", 2016, 200_000_000, "confirmé", "Loi de finances 2016")
UNION = (None, "Union européenne", 2016, 50_000_000, "décaissé", None)
UNICEF = ("Axe II", "UNICEF", 2017, 300_000_000, "confirmé", "Convention")
HOPED = ("Axe II", "UNICEF", 2018, 100_000_000, "envisagé", None)


def pledge(built: Built, place: int, *values: float | str | None) -> list[SetCell]:
    """Return the edits that fill a row of the register."""
    row = f"pledge:{place}"
    pairs = zip(FIELDS, values, strict=False)
    return [typed(built, SHEET, row, col, value) for col, value in pairs if value is not None]


@pytest.fixture
def funded(shipped: Built, after: After) -> Sheets:
    rows = (STATE, UNION, UNICEF, HOPED)
    return after(*[e for place, row in enumerate(rows) for e in pledge(shipped, place, *row)])


def years(built: Built, sheets: Sheets, row: str) -> tuple[Value | None, ...]:
    cols = ("y2016", "y2017", "y2018", "total")
    return tuple(built.value(sheets, SHEET, row, col) for col in cols)


def test_nothing_is_secured_where_nothing_is_pledged(shipped: Built, recalculated: Sheets) -> None:
    assert years(shipped, recalculated, "secured") == (0, 0, 0, 0)
    assert years(shipped, recalculated, "rest")[-1] == 8_802_000_000
    assert shipped.value(recalculated, SHEET, "coverage", "total") == 0


def test_what_is_secured_of_the_needs(shipped: Built, funded: Sheets) -> None:
    assert years(shipped, funded, "voted") == (200_000_000, 0, 0, 200_000_000)
    short = years(shipped, funded, "short")
    assert short[0] == pytest.approx(200_000_000 - 221_650_000)
    assert short[-1] == pytest.approx(200_000_000 - 1_936_440_000)
    assert years(shipped, funded, "pledged") == (50_000_000, 300_000_000, 0, 350_000_000)
    assert years(shipped, funded, "secured") == (250_000_000, 300_000_000, 0, 550_000_000)
    assert years(shipped, funded, "planned") == (0, 0, 100_000_000, 100_000_000)
    assert years(shipped, funded, "rest") == (
        757_500_000, 2_844_000_000, 2_226_000_000, 8_252_000_000,
    )  # fmt: skip
    coverage = years(shipped, funded, "coverage")
    assert coverage[0] == pytest.approx(250 / 1007.5)
    assert coverage[-1] == pytest.approx(550 / 8802)
    assert shipped.named(funded, "Controle_General") == 0
    assert failing(shipped, funded, "alerte") == set()


def test_what_is_tied_to_an_axis(shipped: Built, funded: Sheets) -> None:
    assert years(shipped, funded, "secured:II") == (0, 300_000_000, 0, 300_000_000)
    assert years(shipped, funded, "secured:I") == (0, 0, 0, 0)
    assert years(shipped, funded, "secured:whole") == (250_000_000, 0, 0, 250_000_000)
    assert years(shipped, funded, "rest:II")[1:] == (926_000_000, 895_000_000, 2_701_000_000)
    assert shipped.value(funded, SHEET, "coverage:II", "y2017") == pytest.approx(300 / 1226)
    assert shipped.value(funded, SHEET, "coverage:II", "total") == pytest.approx(300 / 3001)


def test_the_counter_value_is_at_the_fixed_parity(shipped: Built, funded: Sheets) -> None:
    worth = {"budget": 8_802_000_000, "secured": 550_000_000, "rest": 8_252_000_000}
    for row, amount in worth.items():
        found = shipped.value(funded, SHEET, row, "counter")
        assert found == pytest.approx(amount / 655.957)
    assert shipped.value(funded, SHEET, "header", "counter") == "Contre-valeur en EUR"


def test_another_currency_and_none(shipped: Built, after: After) -> None:
    other = [
        typed(shipped, PARAMETERS, "rate:", "name", "USD"),
        typed(shipped, PARAMETERS, "rate:", "value", 600),
        typed(shipped, PARAMETERS, "rate:", "note", "25/11/2026"),
    ]
    chosen = typed(shipped, PARAMETERS, "Devise", "value", "USD")
    label = "La devise choisie a un seul taux, et tout taux saisi a sa date"
    sheets = after(*other, chosen)
    assert shipped.value(sheets, SHEET, "budget", "counter") == pytest.approx(14_670_000)
    assert failing(shipped, sheets, "alerte") == set()
    sheets = after(chosen)
    assert shipped.value(sheets, SHEET, "budget", "counter") == ""
    assert failing(shipped, sheets, "alerte") == {(PARAMETERS, label)}
    sheets = after(typed(shipped, PARAMETERS, "Devise", "value", None))
    assert shipped.value(sheets, SHEET, "budget", "counter") == ""
    assert failing(shipped, sheets, "alerte") == set()


def test_more_funding_than_need_is_an_alert(shipped: Built, after: After) -> None:
    """100 M for axis IV in 2016, which needs 76 M."""
    sheets = after(*pledge(shipped, 0, "Axe IV", "PNUD", 2016, 100_000_000, "confirmé"))
    assert shipped.value(sheets, SHEET, "rest:IV", "y2016") == -24_000_000
    label = "Financements acquis au-delà du besoin, par année (plan et axes)"
    assert failing(shipped, sheets, "alerte") == {(SHEET, label)}
    assert shipped.named(sheets, "Controle_General") == 0
    sheets = after(*pledge(shipped, 0, "Axe IV", "PNUD", 2016, 760_000_001, "confirmé"))
    assert shipped.value(sheets, SHEET, "rest:IV", "share") == "excédent"
    assert shipped.value(sheets, SHEET, "rest", "share") == ""


def test_the_needs_follow_the_base_of_totals(shipped: Built, after: After) -> None:
    switch = typed(shipped, PARAMETERS, "Base_Totaux", "value", "Recalculée")
    sheets = after(switch, *pledge(shipped, 0, *STATE))
    assert shipped.value(sheets, SHEET, "rest", "y2016") == 967_500_000 - 200_000_000


ODD: dict[str, tuple[float | str | None, ...]] = {
    "no funder": (None, None, 2016, 5, "confirmé"),
    "no year": (None, "PNUD", None, 5, "confirmé"),
    "a year outside the plan": (None, "PNUD", 2021, 5, "confirmé"),
    "a year as a text": (None, "PNUD", "2016", 5, "confirmé"),
    "no amount": (None, "PNUD", 2016, None, "confirmé"),
    "an amount as a text": (None, "PNUD", 2016, "5 000", "confirmé"),
    "a negative amount": (None, "PNUD", 2016, -5, "confirmé"),
    "a decimal amount": (None, "PNUD", 2016, 5.5, "confirmé"),
    "no status": (None, "PNUD", 2016, 5, None),
    "an unknown status": (None, "PNUD", 2016, 5, "promis"),
    "an unknown axis": ("Axe VI", "PNUD", 2016, 5, "confirmé"),
    "a reference alone": (None, None, None, None, None, "Lettre"),
}


@pytest.mark.parametrize("name", ODD)
def test_a_row_that_is_incomplete_or_odd_is_an_error(
    shipped: Built, after: After, name: str
) -> None:
    sheets = after(*pledge(shipped, 3, *ODD[name]))
    assert shipped.value(sheets, SHEET, "pledge:3", "flag") == 1
    assert (SHEET, "Lignes de financement incomplètes ou mal remplies") in failing(shipped, sheets)


@pytest.mark.parametrize(
    ("funder", "word", "voted"),
    [("Etat", "Etat", 5), ("ÉTAT", "Etat", 5), ("État", "Etat", 5), ("PNUD", "partenaire", 0)],
)
def test_each_row_says_what_it_counts_as(
    shipped: Built, after: After, funder: str, word: str, voted: int
) -> None:
    sheets = after(*pledge(shipped, 0, None, funder, 2016, 5, "confirmé"))
    assert shipped.value(sheets, SHEET, "pledge:0", COUNTED) == word
    assert shipped.value(sheets, SHEET, "pledge:1", COUNTED) == ""
    assert shipped.value(sheets, SHEET, "voted", "y2016") == voted
    assert shipped.value(sheets, SHEET, "secured", "y2016") == 5


def test_an_odd_row_is_told_in_a_word(shipped: Built, after: After) -> None:
    sheets = after(*pledge(shipped, 0, None, "PNUD", 2016, 5))
    assert shipped.value(sheets, SHEET, "pledge:0", COUNTED) == "à revoir"


def test_an_axis_that_engines_take_for_another_is_an_error(shipped: Built, after: After) -> None:
    """`Disp*` is one of the names by its pattern, and no axis takes it."""
    sheets = after(*pledge(shipped, 0, "Disp*", "PNUD", 2016, 5, "confirmé"))
    label = "Ce qu'aucun axe ne reçoit est ce qui ne nomme aucun axe"
    assert (SHEET, label) in failing(shipped, sheets)


def test_rows_added_to_the_register_by_hand_are_errors(shipped: Built, after: After) -> None:
    """A row inserted inside it, with a number or a text; a row typed under the last."""
    row = shipped.row(SHEET, "pledge:3")
    bottom = shipped.row(SHEET, "pledges:last") + 3
    inserted = [Unprotect(SHEET), InsertRows(SHEET, row), SetCell(SHEET, f"B{row}", "PNUD")]
    for amount in (5, "5 000"):
        sheets = after(*inserted, SetCell(SHEET, f"D{row}", amount))
        assert shipped.named(sheets, "Controle_General") > 0  # type: ignore[operator]
    sheets = after(Unprotect(SHEET), SetCell(SHEET, f"B{bottom}", "PNUD"))
    assert failing(shipped, sheets) == {
        (SHEET, "Lignes de financement incomplètes ou mal remplies")
    }


def test_two_rates_for_one_currency_give_none(shipped: Built, after: After) -> None:
    other: dict[str, float | str] = {"name": "EUR", "value": 600, "note": "hier"}
    sheets = after(*[typed(shipped, PARAMETERS, "rate:", col, v) for col, v in other.items()])
    assert shipped.value(sheets, SHEET, "budget", "counter") == ""
    label = "La devise choisie a un seul taux, et tout taux saisi a sa date"
    assert failing(shipped, sheets, "alerte") == {(PARAMETERS, label)}


def test_a_rate_without_its_date_is_an_alert(shipped: Built, after: After) -> None:
    sheets = after(
        typed(shipped, PARAMETERS, "rate:", "name", "USD"),
        typed(shipped, PARAMETERS, "rate:", "value", 600),
    )
    assert len(failing(shipped, sheets, "alerte")) == 1
    assert shipped.value(sheets, SHEET, "budget", "counter") == pytest.approx(8_802e6 / 655.957)


FED = (
    "bailleur;axe;annee;montant;statut;reference\n"
    "Etat;;2016;200 000 000;confirmé;LF 2016\n"
    "UNICEF;II;2017;300000000;Confirmé;\n"
    "PNUD;V;2018;0;envisagé;Lettre\n"
)


@pytest.fixture
def fed(tmp_path: Path) -> Built:
    """Return the workbook of the shipped plan with three fundings in its file."""
    folder = tmp_path / "source"
    folder.mkdir()
    for path in SOURCE.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "financements.csv").write_text(FED, encoding="utf-8")
    return build(folder, tmp_path / "out.xlsx")


Edits = list[Edit]


def saved(fed: Built, libreoffice: LibreOffice, edits: Edits) -> tuple[Sheets, list[CellFinding]]:
    """Return what a copy stores once edited and saved, and what `check` says of it."""
    target = fed.path.with_name("copie.xlsx")
    libreoffice.save_as(fed.path, target, [Unprotect(SHEET), *edits])
    return stored_values(target), check_workbook(target)


def test_a_sorted_register_is_the_same_register(fed: Built, libreoffice: LibreOffice) -> None:
    first = fed.row(SHEET, "pledge:0")
    sheets, found = saved(fed, libreoffice, [SortRows(SHEET, first, 3, "B", descending=False)])
    assert sheets[SHEET][f"B{first + 1}"] == "PNUD"
    assert {finding.rule for finding in found} == {"R09.unprotected", "origin.program"}


@pytest.mark.parametrize(("place", "year"), [(0, "y2016"), (1, "y2017"), (2, None)])
def test_a_deleted_row_of_the_register_is_an_error_and_the_others_are_not(
    fed: Built, libreoffice: LibreOffice, place: int, year: str | None
) -> None:
    sheets, found = saved(fed, libreoffice, [DeleteRows(SHEET, fed.row(SHEET, f"pledge:{place}"))])
    errors = [finding for finding in found if finding.severity == "erreur"]
    assert "line.gone" in {finding.rule for finding in errors}
    assert "funding.changed" not in {finding.rule for finding in found}
    label = "Les financements de départ sont ceux de la source (lignes, montants par année)"
    assert (SHEET, label) in failing(fed, sheets)
    if year:
        assert fed.value(sheets, SHEET, "secured", year) == 0


def test_a_base_typed_over_is_an_error(fed: Built, libreoffice: LibreOffice) -> None:
    base = SetCell(*fed.cell(SHEET, "pledge:0", "base_amount"), 1)
    sheets, found = saved(fed, libreoffice, [base])
    assert fed.named(sheets, "Controle_General") > 0  # type: ignore[operator]
    assert "check.failed" in {finding.rule for finding in found}


@pytest.mark.slow
def test_what_the_file_secures(fed: Built) -> None:
    """By hand: needs of 1 007,5 M in 2016, and of 1 226 M for axis II in 2017; 655,957 F a euro."""
    assert years(fed, fed.stored, "secured") == (200_000_000, 300_000_000, 0, 500_000_000)
    assert years(fed, fed.stored, "voted") == (200_000_000, 0, 0, 200_000_000)
    assert years(fed, fed.stored, "pledged") == (0, 300_000_000, 0, 300_000_000)
    assert years(fed, fed.stored, "secured:II") == (0, 300_000_000, 0, 300_000_000)
    assert years(fed, fed.stored, "rest:II")[:2] == (265_000_000, 926_000_000)
    assert fed.value(fed.stored, SHEET, "coverage", "y2016") == pytest.approx(200 / 1007.5)
    assert fed.value(fed.stored, SHEET, "coverage:II", "y2017") == pytest.approx(300 / 1226)
    counter = fed.value(fed.stored, SHEET, "secured", "counter")
    assert counter == pytest.approx(500_000_000 / 655.957)
    counted = [fed.value(fed.stored, SHEET, f"pledge:{row}", COUNTED) for row in range(4)]
    assert counted == ["Etat", "partenaire", "partenaire", ""]


@pytest.mark.slow
def test_the_file_feeds_the_register(fed: Built) -> None:
    """The State by any spelling of its name, codes of axes as their sheets; 0 is an amount."""
    built = fed
    rows = [
        tuple(built.value(built.stored, SHEET, f"pledge:{place}", col) for col in FIELDS)
        for place in range(4)
    ]
    assert rows == [
        (None, "Etat", 2016, 200_000_000, "confirmé", "LF 2016"),
        ("Axe II", "UNICEF", 2017, 300_000_000, "confirmé", None),
        ("Dispositif", "PNUD", 2018, 0, "envisagé", "Lettre"),
        (None,) * 6,
    ]
    assert built.named(built.stored, "Controle_General") == 0
    recovered = recover(open_workbook(built.path)).source.plan
    assert recovered.fundings == built.source.plan.fundings
    assert recovered.settings.rates == built.source.plan.settings.rates
    assert recovered.settings.aliases == built.source.plan.settings.aliases
