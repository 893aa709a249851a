"""What an officer does in the workbook, recalculated by LibreOffice, worked out by hand."""

from __future__ import annotations

import pytest

from tests.engines.edits import DeleteRows, InsertRows, SetCell, Unprotect
from tests.engines.libreoffice import EditRefusedError
from tests.engines.values import CellError
from tests.workbook import document
from tests.workbook.built import Built
from tests.workbook.officers import After, failing, typed

AXIS = "Axe I"
ACTIVITY = "I-1.1.1"  # 37 500 000 in 2016 and in 2020
RESERVE = "reserve:I.1.1:0"


def test_one_franc_moves_the_plan_by_one_franc(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, AXIS, ACTIVITY, "y2016", 37_500_001))
    assert shipped.named(sheets, "Total_Plan") == 8_802_000_001
    assert shipped.value(sheets, AXIS, "total", "y2016") == 382_500_001
    assert shipped.value(sheets, AXIS, "action:I.1.1", "total") == 150_000_001
    assert shipped.value(sheets, AXIS, ACTIVITY, "changed") == "modifié"
    assert shipped.value(sheets, AXIS, "I-1.1.2", "changed") == ""
    assert shipped.value(sheets, "Activités", ACTIVITY, "y2016") == 37_500_001
    assert shipped.value(sheets, "Rapprochement", "axe:I:adjusted", "y2016") == 1
    assert shipped.value(sheets, "Rapprochement", "axe:I:unexplained", "y2016") == 0
    assert shipped.named(sheets, "Controle_General") == 0
    assert failing(shipped, sheets, "alerte") == {
        (AXIS, "Activités dont un montant diffère de la base"),
        ("Ajustements", "Transferts neutres par année (révisé moins base)"),
        ("Ajustements", "Transferts neutres par axe (somme des écarts, sans signe)"),
        ("Ajustements", "Transferts neutres au total (révisé moins base)"),
    }


def test_base_of_totals_switches_to_the_computed_sum(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, "Paramètres", "Base_Totaux", "value", "Recalculée"))
    assert shipped.named(sheets, "Total_Plan") == 8_692_000_000
    assert shipped.named(sheets, "Total_Etat") == pytest.approx(document.COMPUTED_STATE)
    assert shipped.named(sheets, "Total_Partenaires") == pytest.approx(document.COMPUTED_PARTNERS)
    assert shipped.value(sheets, "Synthèse", "axe:II", "total") == 2_791_000_000
    assert shipped.value(sheets, "Financement", "budget", "y2019") == 1_547_500_000
    assert shipped.value(sheets, "Synthèse", "published", "total") == 8_802_000_000
    assert shipped.named(sheets, "Controle_General") == 0


def test_an_unknown_base_is_an_error_that_shows(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, "Paramètres", "Base_Totaux", "value", "Autre"))
    assert isinstance(shipped.named(sheets, "Ecarts_Inclus"), CellError)
    assert isinstance(shipped.named(sheets, "Total_Plan"), CellError)
    assert ("Synthèse", "Synthèse = axes + écarts du document s'ils sont inclus") in failing(
        shipped, sheets
    )


def test_state_share_drives_the_financing(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, "Paramètres", "Part_Etat", "value", 0.3))
    assert shipped.named(sheets, "Total_Etat") == pytest.approx(2_640_600_000)
    assert shipped.named(sheets, "Total_Partenaires") == pytest.approx(6_161_400_000)
    assert shipped.value(sheets, "Financement", "state:total", "y2016") == pytest.approx(
        302_250_000
    )
    assert shipped.named(sheets, "Controle_General") == 0


def test_a_reserve_row_takes_an_activity(shipped: Built, after: After) -> None:
    sheets = after(
        typed(shipped, AXIS, RESERVE, "label", "Étude de base"),
        typed(shipped, AXIS, RESERVE, "responsible", "INS"),
        typed(shipped, AXIS, RESERVE, "y2018", 12_000_000),
    )
    assert shipped.value(sheets, AXIS, RESERVE, "code") == "I-1.1.5"
    assert shipped.value(sheets, AXIS, RESERVE, "total") == 12_000_000
    assert shipped.value(sheets, AXIS, "action:I.1.1", "y2018") == 12_000_000
    assert shipped.value(sheets, "Activités", RESERVE, "label") == "Étude de base"
    assert shipped.value(sheets, "Synthèse", "axe:I", "activities") == 27
    assert shipped.named(sheets, "Total_Plan") == 8_814_000_000
    assert failing(shipped, sheets) == set()
    assert ("Activités", "Activités ajoutées dans les lignes de réserve") in failing(
        shipped, sheets, "alerte"
    )


def test_a_pm_takes_an_amount_and_gives_it_back(shipped: Built, after: After) -> None:
    costed = typed(shipped, "Axe III", "III-2.1.3", "y2017", 5_000_000)
    sheets = after(costed)
    assert shipped.value(sheets, "Axe III", "III-2.1.3", "total") == 5_000_000
    assert shipped.value(sheets, "Axe III", "total", "y2017") == 554_000_000
    sheets = after(costed, typed(shipped, "Axe III", "III-2.1.3", "y2017", None))
    assert shipped.value(sheets, "Axe III", "III-2.1.3", "total") == "PM"


@pytest.mark.parametrize("offset", [0, 2, 4, 5], ids=["first", "middle", "last", "above anchor"])
def test_a_row_inserted_in_a_block_counts(shipped: Built, after: After, offset: int) -> None:
    row = shipped.row(AXIS, ACTIVITY) + offset
    column = shipped.address(AXIS, ACTIVITY, "y2017").rstrip("0123456789")
    sheets = after(
        Unprotect(AXIS),
        InsertRows(AXIS, row),
        SetCell(AXIS, f"B{row}", "Ligne insérée"),
        SetCell(AXIS, f"{column}{row}", 7_000_000),
    )
    assert shipped.named(sheets, "Total_Plan") == 8_809_000_000
    assert shipped.named(sheets, "Controle_General") == 0
    assert shipped.value(sheets, "Rapprochement", "axe:I:inserted", "y2017") == 7_000_000
    assert (AXIS, "Lignes insérées (+) ou supprimées (-) depuis la production") in failing(
        shipped, sheets, "alerte"
    )


def test_the_first_row_of_a_block_deleted_leaves_the_sums_whole(
    shipped: Built, after: After
) -> None:
    sheets = after(Unprotect(AXIS), DeleteRows(AXIS, shipped.row(AXIS, ACTIVITY)))
    row = shipped.row(AXIS, "total") - 1
    total = shipped.address(AXIS, "total", "total").rstrip("0123456789") + str(row)
    assert sheets[AXIS][total] == 2_045_000_000 - 75_000_000
    assert shipped.named(sheets, "Controle_General") != 0  # its link on Activités is broken


@pytest.mark.parametrize(
    ("place", "col"), [("total", "y2017"), ("produit", "y2016"), ("objectif", "y2020")]
)
def test_an_amount_outside_every_block_turns_a_check_red(
    shipped: Built, after: After, place: str, col: str
) -> None:
    rows = {
        "total": shipped.row(AXIS, "total") + 3,
        "produit": shipped.row(AXIS, "action:I.1.1") + 1,
        "objectif": shipped.row(AXIS, "action:I.1.1") - 3,
    }
    letter = shipped.address(AXIS, ACTIVITY, col).rstrip("0123456789")
    sheets = after(Unprotect(AXIS), SetCell(AXIS, f"{letter}{rows[place]}", 1_000_000))
    assert (AXIS, "Tout montant de la feuille est dans un bloc et dans le total") in failing(
        shipped, sheets
    )


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("12 millions", "Aucun montant n'est du texte"),
        (-5, "Aucun montant n'est négatif"),
        (37_500_000.5, "Aucun total ne porte de décimales"),
        (5e15, "Aucun montant ne dépasse quinze chiffres"),
    ],
)
def test_a_wrong_amount_turns_a_check_red(
    shipped: Built, after: After, value: float | str, label: str
) -> None:
    sheets = after(typed(shipped, AXIS, ACTIVITY, "y2018", value))
    assert (AXIS, label) in failing(shipped, sheets)
    assert shipped.named(sheets, "Controle_General") != 0
    for other in sheets:
        status = [text for text in sheets[other].values() if "contrôle(s) en erreur" in str(text)]
        assert status, f"{other} does not show the master check"


UNEXPLAINED = (
    "Publié - écarts du document = Adopté, à chaque niveau et chaque année "
    "(nombre de niveaux non expliqués)"
)
TAMPERED = [
    (AXIS, ACTIVITY, "b2016", 1, AXIS, "La base égale la matrice d'origine"),
    (AXIS, ACTIVITY, "total", 1, AXIS, "Les coûts totaux des lignes égalent la somme des années"),
    (AXIS, "action:I.1.1", "y2016", 1, AXIS,
     "Tout montant de la feuille est dans un bloc et dans le total"),
    ("Activités", ACTIVITY, "y2016", 1, AXIS,
     "Les lignes de la feuille égalent la liste Activités"),
    ("Activités", ACTIVITY, "a2016", 1, "Activités",
     "Les montants adoptés égalent ceux de la source"),
    ("Synthèse", "axe:I", "y2016", 1, "Synthèse",
     "Synthèse = axes + écarts du document s'ils sont inclus"),
    ("Synthèse", "axe:I", "share", 0.5, "Synthèse", "Les parts des axes font 100 %"),
    ("Financement", "state", "y2016", 1, "Financement",
     "La part de l'Etat égale la somme de celles des axes"),
    ("Financement", "partners", "y2016", 1, "Financement",
     "Part de l'Etat + partenaires = total, par année"),
    ("Financement", "partners:I", "y2016", 1, "Financement",
     "Le montant à mobiliser égale la somme de ceux des axes"),
    ("Synthèse", "state", "y2016", 1, "Financement",
     "Financement et Synthèse donnent la même part de l'Etat"),
    ("Synthèse", "computed", "y2016", 1, "Synthèse",
     "Synthèse : la base recalculée est la somme des feuilles d'axe"),
    ("Synthèse", "budget", "total", 1, "Synthèse", "Synthèse : total = somme des années"),
    ("Rapprochement", "plan:PLAN:base", "y2016", 1, "Rapprochement", UNEXPLAINED),
    ("Rapprochement", "action:I.1.1:adjusted", "y2016", 1, "Rapprochement", UNEXPLAINED),
    ("Rapprochement", "objectif:II.2:inserted", "y2016", 1, "Rapprochement", UNEXPLAINED),
    (AXIS, "action:I.1.1", "total", 1, "Rapprochement", UNEXPLAINED),
    (AXIS, "objectif:I.2", "base_total", 1, "Rapprochement", UNEXPLAINED),
    ("Axe II", "action:II.1.1", "published", 1, "Rapprochement", UNEXPLAINED),
    ("Axe II", "objectif:II.2", "gap", 0, "Axe II",
     "Les écarts affichés égalent publié moins calculé"),
    ("Activités", "total", "y2016", 1, "Activités",
     "Activités : le total de la liste égale ses totaux par axe"),
    ("Activités", "total", "b2016", 1, "Activités",
     "Activités : les montants de base égalent ceux de la source"),
    ("Activités", "total", "count", 1, "Activités",
     "Activités : le compte total est la somme des comptes"),
    (AXIS, ACTIVITY, "code", "I-1.1.2", "Activités",
     "Chaque ligne porte encore le code avec lequel elle a été produite"),
    ("Synthèse", "partners", "total", 1, "Financement",
     "Financement et Synthèse donnent le même montant à mobiliser"),
    ("Synthèse", "published", "total", 1, "Synthèse",
     "Synthèse : base publiée = somme des activités + écarts du document"),
    ("Synthèse", "computed:state", "y2016", 1, "Synthèse",
     "Synthèse : les deux parts de l'Etat diffèrent de sa part des écarts"),
    ("Synthèse", "published:state", "y2016", 1, "Synthèse",
     "Synthèse : la part de l'Etat est celle de la base choisie"),
    ("Synthèse", "published:partners", "y2016", 1, "Synthèse",
     "Synthèse : le montant à mobiliser est celui de la base choisie"),
    ("Synthèse", "axe:I", "actions", 1, "Synthèse",
     "Synthèse compte toutes les actions de la matrice"),
    ("Synthèse", "axe:I", "activities", 1, "Synthèse",
     "Synthèse et Activités comptent autant d'activités"),
    ("Paramètres", "Ecarts_Inclus", "value", 0, "Paramètres",
     "La base des totaux est connue et bien lue"),
    ("Paramètres", "base:published", "value", 1000, "Paramètres",
     "La base des totaux est connue et bien lue"),
    ("Paramètres", "Tolerance", "value", 1e12, "Paramètres",
     "La tolérance et la marque PM sont celles du départ"),
    ("Rapprochement", "gap:E1", "y2016", 1, "Rapprochement",
     UNEXPLAINED),
    ("Rapprochement", "action:I.1.1:published", "y2016", 1, "Rapprochement",
     UNEXPLAINED),
]  # fmt: skip


@pytest.mark.parametrize(("sheet", "row", "col", "value", "where", "label"), TAMPERED)
def test_a_cell_typed_over_on_an_unprotected_sheet_turns_its_check_red(
    shipped: Built,
    after: After,
    sheet: str,
    row: str,
    col: str,
    value: float,
    where: str,
    label: str,
) -> None:
    sheets = after(Unprotect(sheet), typed(shipped, sheet, row, col, value))
    assert (where, label) in failing(shipped, sheets)


@pytest.mark.parametrize("share", [-0.5, 1.5, 22, "22 %"])
def test_a_share_out_of_range_turns_a_check_red(
    shipped: Built, after: After, share: float | str
) -> None:
    sheets = after(typed(shipped, "Paramètres", "Part_Etat", "value", share))
    assert ("Paramètres", "La part de l'Etat est un nombre de 0 % à 100 %") in failing(
        shipped, sheets
    )


def test_links_exchanged_on_the_list_are_no_inserted_row(shipped: Built, after: After) -> None:
    """I-1.1.2 (15 M in 2017) and I-1.2.2 (5 M) trade their amounts: the plan's total stands."""
    sheets = after(
        Unprotect("Activités"),
        typed(shipped, "Activités", "I-1.1.2", "y2017", 5_000_000),
        typed(shipped, "Activités", "I-1.2.2", "y2017", 15_000_000),
    )
    assert ("Rapprochement", UNEXPLAINED) in failing(shipped, sheets)


@pytest.mark.parametrize("col", ["y2016", "result"])
def test_an_erased_check_is_an_error(shipped: Built, after: After, col: str) -> None:
    erased = next(
        key
        for key in ("check:1", "check:2")
        if shipped.value(shipped.stored, "Contrôles", key, "y2016") is not None
    )
    sheets = after(Unprotect("Contrôles"), typed(shipped, "Contrôles", erased, col, None))
    assert shipped.named(sheets, "Controle_General") == 1


def test_a_reserve_row_without_a_label_is_an_alert(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, AXIS, RESERVE, "y2018", 1_000_000))
    assert failing(shipped, sheets) == set()
    assert ("Activités", "Lignes de réserve remplies sans intitulé") in failing(
        shipped, sheets, "alerte"
    )


def test_blank_to_zero_is_a_change(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, "Axe III", "III-2.1.3", "y2017", 0))
    assert shipped.value(sheets, "Axe III", "III-2.1.3", "changed") == "modifié"
    assert shipped.value(sheets, "Axe III", "III-2.1.3", "total") == 0


def test_status_line_counts_the_alerts(shipped: Built, after: After) -> None:
    sheets = after(typed(shipped, AXIS, ACTIVITY, "y2016", 1))
    status = str(shipped.value(sheets, "Synthèse", "status", "axis"))
    assert "tout est conforme" in status
    assert "4 alerte" in status


def test_protection_leaves_only_inputs_open(shipped: Built, after: After) -> None:
    for row, col in ((ACTIVITY, "total"), (ACTIVITY, "label"), (ACTIVITY, "b2016")):
        with pytest.raises(EditRefusedError):
            after(typed(shipped, AXIS, row, col, 1))
