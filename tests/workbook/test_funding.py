"""*Financement*: what is secured of the needs, worked out by hand on the document's figures.

The plan needs 1 007,5 M in 2016 and 8 802 M in all (its *Récapitulatif*); axis II 1 226 M in 2017
and 3 001 M in all; axis IV 76 M in 2016. The State's share of 2016 is 221,65 M (22 %).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reader import open_workbook
from generator.recovery import recover
from tests.engines.edits import SetCell
from tests.engines.values import Sheets, Value
from tests.workbook.built import SOURCE, Built, build
from tests.workbook.officers import After, failing, typed

SHEET, PARAMETERS = "Financement", "Paramètres"
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
    label = "La devise choisie n'a pas de taux, ou en a deux"
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


def test_the_file_feeds_the_register(tmp_path: Path) -> None:
    """The State by any spelling of its name, codes of axes as their sheets; 0 is an amount."""
    folder = tmp_path / "source"
    folder.mkdir()
    for path in SOURCE.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "financements.csv").write_text(
        "bailleur;axe;annee;montant;statut;reference\n"
        "Etat;;2016;200 000 000;confirmé;LF 2016\n"
        "UNICEF;II;2017;300000000;Confirmé;\n"
        "PNUD;V;2018;0;envisagé;Lettre\n",
        encoding="utf-8",
    )
    built = build(folder, tmp_path / "out.xlsx")
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
    assert years(built, built.stored, "secured") == (200_000_000, 300_000_000, 0, 500_000_000)
    assert built.named(built.stored, "Controle_General") == 0
    recovered = recover(open_workbook(built.path)).source.plan
    assert recovered.fundings == built.source.plan.fundings
    assert recovered.settings.rates == built.source.plan.settings.rates
    assert recovered.settings.aliases == built.source.plan.settings.aliases
