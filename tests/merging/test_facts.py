"""A plan as facts: every record of its files has one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given

from generator.merging.changes import compare
from generator.merging.facts import Key, Kind, carried_columns, facts_of, funding_records
from generator.plan import PM
from generator.reading.source import read_source
from tests.proof.folder import Folder
from tests.proof.plans import folders
from tests.proof.settings import proof
from tests.reading.samples import COLUMNS, matrix, read, row

HEADER = "bailleur;axe;annee;montant;statut;reference"


def test_the_facts_of_a_plan(tmp_path: Path) -> None:
    second = row(code="I-1.1.2", cout_total="PM", y2016="", y2017="", responsable="")
    files = {
        "matrice.csv": matrix(row(y2017="0", cout_total="100"), second),
        "financements.csv": f"{HEADER}\nPNUD;I;2017;0;confirmé;x\n",
        "pta.csv": "code;annee;t1;t2;t3;t4\nI-1.1.1;2017;;0;;\nI-1.1.1;2016;5;;;6\n",
        "plan.toml": 'part_etat = 0.0\n[taux]\nEUR = { taux = 655.957, date = "2016" }\n',
    }  # fmt: skip
    place = {"axe": "I", "objectif": "I.1", "action": "I.1.1"}
    texts = {"activite": "Une étude", "partenaires": "PTF"}
    assert facts_of(read(tmp_path, files).plan) == {
        (Kind.TITLE, "I"): {"axe_intitule": "Prévention"},
        (Kind.TITLE, "I.1"): {"objectif_intitule": "Informer"},
        (Kind.TITLE, "I.1.1"): {"action_intitule": "Étudier"},
        (Kind.ACTIVITY, "I-1.1.1"): {
            **place, **texts, "responsable": "CNLT", "2016": 100, "2017": 0,
        },
        (Kind.ACTIVITY, "I-1.1.2"): {**place, **texts, "cout_total": "PM"},
        (Kind.FUNDING, "PNUD · I · 2017 · x"): {
            "bailleur": "PNUD", "axe": "I", "annee": 2017, "montant": 0, "statut": "confirmé",
            "reference": "x",
        },
        (Kind.QUARTERS, "I-1.1.1"): {"T2 2017": 0, "T1 2016": 5, "T4 2016": 6},
        (Kind.SETTING, "annee_pta"): {"valeur": 2016},
        (Kind.SETTING, "part_etat"): {"valeur": 0.0},
        (Kind.SETTING, "base_totaux"): {"valeur": "Recalculée"},
        (Kind.SETTING, "contre_valeur"): {"valeur": "EUR"},
        (Kind.RATE, "EUR"): {"taux": 655.957, "date": "2016"},
    }  # fmt: skip


def test_columns_that_are_carried_through_are_facts_only_where_they_are_asked_for(
    tmp_path: Path,
) -> None:
    text = matrix(f"{row()};vu; \u00a0", columns=f"{COLUMNS};x_visa;x_vide")
    plan = read(tmp_path, {"matrice.csv": text}).plan
    key = Key(Kind.ACTIVITY, "I-1.1.1")
    plain, carried = facts_of(plan), facts_of(plan, carried=True)
    assert not {"x_visa", "x_vide"} & plain[key].keys()
    assert carried == {**plain, key: {**plain[key], "x_visa": "vu"}}
    assert carried_columns(plan) == ("x_visa", "x_vide")
    assert list(carried) == list(plain)


def test_levels_that_share_a_code_keep_their_titles(tmp_path: Path) -> None:
    plan = read(tmp_path, {}).plan
    axis = plan.axes[0]
    objective = axis.objectives[0]._replace(code="I")
    facts = facts_of(plan._replace(axes=(axis._replace(objectives=(objective,)),)))
    titles = {"axe_intitule": "Prévention", "objectif_intitule": "Informer"}
    assert facts[Key(Kind.TITLE, "I")] == titles


def test_fundings_that_nothing_tells_apart_have_each_a_key() -> None:
    """The third one's reference looks like the rank of the second."""
    references = ("Convention", "Convention", "Convention (2)", "Convention")
    records = [
        {"bailleur": "état", "axe": None, "annee": 2016, "reference": text} for text in references
    ]
    keys = [key.code for key, _ in funding_records(records)]
    start = "Etat · - · 2016 · Convention"
    assert keys == [start, f"{start} (2)", f"{start} (2) (2)", f"{start} (3)"]


@proof(8, 300)
@given(folders(axes=3))
def test_a_plan_read_twice_gives_the_same_facts(folder: Folder) -> None:
    with TemporaryDirectory() as name:
        source = folder.write(Path(name))
        plan, again = read_source(source).plan, read_source(source).plan
    facts = facts_of(plan)
    assert list(facts.items()) == list(facts_of(again).items())
    assert compare(facts, facts_of(again)) == ()
    kinds = Counter(key.kind for key in facts)
    assert kinds[Kind.ACTIVITY] == len(folder.rows())
    assert kinds[Kind.FUNDING] == len(folder.rows("financements.csv"))
    for activity in plan.activities:
        record = facts[Key(Kind.ACTIVITY, activity.code)]
        years = [record.get(str(year)) for year in plan.years]
        assert (record.get("cout_total") == "PM", years) == (
            activity.total is PM,
            list(activity.years),
        )
