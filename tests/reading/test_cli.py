"""The command: its exit status, its French, and never a traceback for what a person did."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import CircularFormulaError
from generator.verbs import build
from generator.verbs.statuses import CANNOT_RUN, DONE, INTERRUPTED, PROBLEMS
from tests.reading.samples import matrix, row, write

Capture = pytest.CaptureFixture[str]
PLACE = "Synthèse!B4"


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a source folder that builds, in the current folder."""
    folder = tmp_path / "source"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return write(folder, {})


def sheet_names(path: Path) -> str:
    with zipfile.ZipFile(path) as parts:
        return parts.read("xl/workbook.xml").decode()


def test_the_statuses_of_the_contract() -> None:
    assert (DONE, PROBLEMS, CANNOT_RUN) == (0, 1, 2)


def test_a_source_is_built_where_the_plan_says(source: Path, capsys: Capture) -> None:
    write(source, {"plan.toml": 'fichier = "Plan, été"\n'})
    assert main(["build"]) == DONE
    path = Path("output/Plan, été.xlsx")
    told = capsys.readouterr()
    size = f"{path.stat().st_size:,}".replace(",", " ")
    assert told.out == f"{path} : 1 activité, {size} octets\n"
    assert told.err == ""
    assert 'name="Axe I"' in sheet_names(path)


def test_a_source_is_built_where_the_person_says(source: Path) -> None:
    assert main(["build", str(source), "-o", "ici/plan.xlsx"]) == DONE
    assert Path("ici/plan.xlsx").is_file()
    assert not Path("output").exists()


def test_the_same_source_gives_the_same_bytes(source: Path) -> None:
    main(["build", "-o", "un.xlsx"])
    main(["build", str(source.resolve()), "-o", "deux.xlsx"])
    assert Path("un.xlsx").read_bytes() == Path("deux.xlsx").read_bytes()


@pytest.mark.usefixtures("source")
def test_the_workbook_speaks_english_where_it_is_asked(capsys: Capture) -> None:
    assert main(["build", "--lang", "en", "-o", "en.xlsx"]) == DONE
    assert main(["build", "--lang", "fr", "-o", "fr.xlsx"]) == DONE
    texts = {}
    for name in ("en", "fr"):
        with zipfile.ZipFile(f"{name}.xlsx") as parts:
            texts[name] = parts.read("xl/sharedStrings.xml").decode()
    assert "TOTAL BUDGET" in texts["en"]
    assert "BUDGET TOTAL" in texts["fr"]
    assert "octets" in capsys.readouterr().out


def test_texts_survive(source: Path) -> None:
    write(source, {"matrice.csv": matrix(row(activite="_x000D_ <&> =1+1"))})
    assert main(["build", "-o", "plan.xlsx"]) == DONE
    with zipfile.ZipFile("plan.xlsx") as parts:
        assert "_x005F_x000D_ &lt;&amp;&gt; =1+1" in parts.read("xl/sharedStrings.xml").decode()


def test_problems_are_all_listed_and_nothing_is_written(source: Path, capsys: Capture) -> None:
    write(source, {"matrice.csv": matrix(row(cout_total="301"), row(y2016="cent"))})
    assert main(["build", "-o", "plan.xlsx"]) == PROBLEMS
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        "3 problèmes dans les données :",
        (
            "- matrice.csv, ligne 2, colonne « cout_total » : le coût total n'est pas la somme "
            "des années (300) (trouvé : « 301 »). Corrigez le total ou les années."
        ),
        (
            "- matrice.csv, ligne 3, colonne « 2016 » : montant illisible (trouvé : « cent »). "
            "Écrivez un nombre entier de francs, ou laissez vide."
        ),
        (
            "- matrice.csv, ligne 3, colonne « code » : code en double (déjà à la ligne 2) "
            "(trouvé : « I-1.1.1 »). Donnez un code différent à chaque activité."
        ),
    ]
    assert not Path("plan.xlsx").exists()


def test_problems_leave_the_workbook_of_before(source: Path) -> None:
    main(["build", "-o", "plan.xlsx"])
    before = Path("plan.xlsx").read_bytes()
    write(source, {"matrice.csv": ""})
    assert main(["build", "-o", "plan.xlsx"]) == PROBLEMS
    assert Path("plan.xlsx").read_bytes() == before


def test_what_is_accepted_is_told(source: Path, capsys: Capture) -> None:
    write(source, {"matrice.csv": matrix(row(axe="I "))})
    assert main(["build", "-o", "plan.xlsx"]) == DONE
    assert capsys.readouterr().err == (
        "Remarque : matrice.csv, ligne 2, colonne « axe » : espaces autour d'un code "
        "(trouvé : « I  »). Ils n'ont pas été retenus.\n"
    )


def test_what_is_not_utf8_is_told_once(source: Path, capsys: Capture) -> None:
    write(source, {"matrice.csv": matrix().encode("cp1252"), "plan.toml": 'titre = "Été"'})
    for arguments in (["build", "-o", "plan.xlsx"], ["import", "plan.xlsx"]):
        assert main(arguments) == DONE
        assert capsys.readouterr().err == (
            "Remarque : matrice.csv : fichier lu en Windows-1252. Vérifiez les accents ; au format "
            "« CSV UTF-8 », il n'y aurait rien à reconnaître.\n"
        )
    assert main(["import", "plan.xlsx", "--quiet"]) == DONE
    assert capsys.readouterr() == ("", "")
    assert main(["diff", "source", "plan.xlsx"]) == DONE
    told = capsys.readouterr().err
    assert told.startswith("Remarque : source/matrice.csv : fichier lu en Windows-1252. ")
    assert told.count("\n") == 1


def test_what_cannot_be_told_is_chosen_by_the_person(source: Path, capsys: Capture) -> None:
    """CÔTE of Windows-1252 is CÈTE in CP850."""
    changed = {"axe_intitule": "CÔTE", "action_intitule": "Etude", "activite": "Plan"}
    write(source, {"matrice.csv": matrix(row(**changed)).encode("cp1252")})
    build_it = ["build", "-o", "plan.xlsx"]
    assert main(build_it) == PROBLEMS
    assert capsys.readouterr().err == (
        "1 problème dans les données :\n"
        "- matrice.csv, ligne 2 : encodage incertain : « I;CÔTE;I.1;Informer;I.1 » en "
        "Windows-1252, ou « I;CÈTE;I.1;Informer;I.1 » en CP850. Enregistrez le fichier au format "
        "« CSV UTF-8 », ou précisez --encodage.\n"
    )
    for codec, title in (("windows-1252", "CÔTE"), ("cp850", "CÈTE")):
        assert main([*build_it, "--encodage", codec]) == DONE
        with zipfile.ZipFile("plan.xlsx") as parts:
            assert title in parts.read("xl/sharedStrings.xml").decode()
        assert main(["import", "plan.xlsx", "--encodage", codec]) == DONE
        assert main(["diff", "source", "plan.xlsx", "--encodage", codec]) == DONE
    assert main([*build_it, "--encodage", "utf-8"]) == PROBLEMS
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main([*build_it, "--encodage", "latin-1"])
    assert "--encodage : 'latin-1' n'est pas l'un de" in capsys.readouterr().err


BAD_FILES: list[bytes] = [
    b"",
    b"\0" * 100,
    bytes(range(256)),
    b"PK\x03\x04" + bytes(range(256)) * 4,
    (matrix(row()) + row(code="I-2")).encode() + "é".encode("cp1252"),
    matrix().encode("utf-16")[:-1],
    b'"' * 1_001,
    b"x" * 200_000,
    (matrix(row(cout_total="9" * 5_000))).encode(),
    (matrix(row(code="I-\u00b2"))).encode(),
    (matrix(row(axe="PLAN"))).encode(),
    (matrix(row(code="total"))).encode(),
]


@pytest.mark.parametrize("content", BAD_FILES)
def test_a_bad_file_is_a_problem_of_the_data(source: Path, capsys: Capture, content: bytes) -> None:
    write(source, {"matrice.csv": content})
    assert main(["build", "-o", "plan.xlsx"]) == PROBLEMS
    assert "matrice.csv" in capsys.readouterr().err


def test_what_cannot_be_opened_cannot_run(
    source: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert main(["build"]) == CANNOT_RUN
    assert capsys.readouterr().err == (
        f"{Path('source/matrice.csv')} : accès refusé ; s'il est ouvert, fermez « matrice.csv » "
        "dans Excel et recommencez.\n"
    )
    assert source.is_dir()


def test_a_folder_named_as_the_matrix(source: Path, capsys: Capture) -> None:
    (source / "matrice.csv").unlink()
    (source / "matrice.csv").mkdir()
    assert main(["build"]) == CANNOT_RUN
    assert "c'est un dossier" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "absent"], "absent : dossier introuvable."),
        (["build", "source/matrice.csv"], "source/matrice.csv : ce n'est pas un dossier."),
        (["build", "-o", "source"], "source : c'est un dossier, pas un fichier."),
        (["build", "-o", "source/matrice.csv"], "un classeur s'écrit dans un fichier .xlsx"),
        (["build", "-o", "link.xlsx"], "un classeur s'écrit dans un fichier .xlsx"),
        (["build", "-o", "plan"], "un classeur s'écrit dans un fichier .xlsx"),
        (["build", "-o", "source/matrice.csv/plan.xlsx"], "le chemin traverse un fichier"),
    ],
)
def test_what_cannot_run(source: Path, capsys: Capture, arguments: list[str], message: str) -> None:
    Path("link.xlsx").symlink_to(source / "matrice.csv")
    assert main(arguments) == CANNOT_RUN
    assert message in capsys.readouterr().err
    assert (source / "matrice.csv").read_text("utf-8") == matrix()


def test_a_workbook_open_elsewhere_stays(
    source: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: object, _target: object) -> None:
        raise PermissionError(13, "Permission denied")

    (source.parent / "plan.xlsx").write_bytes(b"ancien")
    monkeypatch.setattr(os, "replace", refuse)
    assert main(["build", "-o", "plan.xlsx"]) == CANNOT_RUN
    assert "fermez « plan.xlsx » dans Excel" in capsys.readouterr().err
    assert Path("plan.xlsx").read_bytes() == b"ancien"


def test_a_warning_of_the_disk_is_told(
    source: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.files.write_whole", lambda _path, _content: "attention")
    assert main(["build", str(source)]) == DONE
    assert capsys.readouterr().err == "attention\n"


@pytest.mark.usefixtures("source")
def test_a_fault_of_the_generator_is_no_problem_of_the_data(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise CircularFormulaError(PLACE)

    monkeypatch.setattr("generator.workbook.build_folder", fail)
    assert main(["build"]) == CANNOT_RUN
    told = capsys.readouterr().err
    assert told == f"Erreur du modèle, {PLACE} : la formule dépend d'elle-même.\n"


def test_an_interruption_is_no_traceback(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(build, "run", interrupt)
    assert main(["build"]) == INTERRUPTED
    assert capsys.readouterr().err == "Interrompu.\n"


@pytest.mark.parametrize("verb", [["check"], ["import"], ["merge"], ["diff", "source"]])
def test_json_is_json_where_there_is_no_answer(
    source: Path, capsys: Capture, verb: list[str]
) -> None:
    assert main([*verb, "absent.xlsx", "--json"]) == CANNOT_RUN
    told = capsys.readouterr()
    answer = json.loads(told.out)
    assert answer["constats"] == []
    assert answer["echec"] + "\n" == told.err
    assert "absent.xlsx" in answer["echec"]
    assert source.exists()


def test_json_lists_what_is_wrong_in_a_source(source: Path, capsys: Capture) -> None:
    write(source, {"matrice.csv": matrix(row(y2016="beaucoup"))})
    assert main(["import", "copie.xlsx", "--json"]) == PROBLEMS
    found = json.loads(capsys.readouterr().out)["constats"]
    assert ("matrice.csv", 2, "2016", "beaucoup") in [
        (own["fichier"], own["ligne"], own["colonne"], own["trouve"]) for own in found
    ]
    assert all(own["probleme"] and own["remede"] for own in found)
