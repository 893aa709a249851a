"""`plan.toml`: a value is what its key takes, or it is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.plan import Rate, Settings
from generator.reading.settings import RESERVED, SettingsFile, read_settings
from generator.sheets import common
from tests.reading.samples import Place, place

AXES = ("I", "II")


def load(folder: Path, text: str | bytes, *, whole: bool = True) -> SettingsFile:
    (folder / "plan.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_settings(folder, AXES, whole=whole)


def wrong(folder: Path, text: str | bytes) -> list[Place]:
    found = load(folder, text).findings
    assert all(finding.remedy.endswith(".") for finding in found)
    return [place(finding) for finding in found]


def at(kind: str, line: int, key: str = "", value: str = "") -> Place:
    return Place(kind, "plan.toml", line, key, value)


def test_without_a_file_the_plan_says_nothing(tmp_path: Path) -> None:
    read = read_settings(tmp_path, AXES)
    assert (read.source, read.findings) == (None, [])
    assert read.settings == Settings(sheets={"I": "Axe I", "II": "Axe II"})
    assert read.settings.state_share is None


def test_every_key(tmp_path: Path) -> None:
    read = load(
        tmp_path,
        """
        titre = "Plan"
        pays = "Côte d'Ivoire"
        devise_nationale = "Union"
        sigle = "PANLTdP"
        periode = "2016-2017"
        monnaie = "euros"
        fichier = "plan é 2016"
        part_etat = 0.22
        base_totaux = "Recalculée"
        lignes_reserve = 0
        [feuilles]
        II = "Dispositif"
        [alias]
        "CIGG" = "CICG"
        [taux]
        EUR = { taux = 655.957, date = "parité fixe" }
        USD = { taux = 600, date = 2026-11-25 }
    """,
    )
    assert read.findings == []
    assert read.settings == Settings(
        title="Plan",
        country="Côte d'Ivoire",
        motto="Union",
        acronym="PANLTdP",
        period="2016-2017",
        currency="euros",
        output="plan é 2016",
        state_share=0.22,
        totals_base="Recalculée",
        reserve_rows=0,
        sheets={"I": "Axe I", "II": "Dispositif"},
        aliases={"CIGG": "CICG"},
        rates=(Rate("EUR", 655.957, "parité fixe"), Rate("USD", 600.0, "2026-11-25")),
    )


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("titre = 3", "titre", "3"),
        ('titre = ""', "titre", ""),
        ('titre = "a\\nb"', "titre", "a⏎b"),
        ("pays = true", "pays", "True"),
        ('monnaie = " "', "monnaie", " "),
        ('fichier = "sortie/plan"', "fichier", "sortie/plan"),
        ('fichier = ".."', "fichier", ".."),
        ('fichier = "plan.xlsx"', "fichier", "plan.xlsx"),
        ('fichier = "NUL"', "fichier", "NUL"),
        ('fichier = "com1.2016"', "fichier", "com1.2016"),
        ('fichier = "plan "', "fichier", "plan "),
        ('fichier = ""', "fichier", ""),
        ("part_etat = 22", "part_etat", "22"),
        ("part_etat = -0.1", "part_etat", "-0.1"),
        ("part_etat = nan", "part_etat", "nan"),
        ("part_etat = inf", "part_etat", "inf"),
        ("part_etat = true", "part_etat", "True"),
        ('part_etat = "0.22"', "part_etat", "0.22"),
        ('base_totaux = "publiée"', "base_totaux", "publiée"),
        ("base_totaux = 0", "base_totaux", "0"),
        ("base_totaux = false", "base_totaux", "False"),
        ("base_totaux = []", "base_totaux", "[]"),
        ("lignes_reserve = 51", "lignes_reserve", "51"),
        ("lignes_reserve = -1", "lignes_reserve", "-1"),
        ("lignes_reserve = 1.0", "lignes_reserve", "1.0"),
        ("lignes_reserve = true", "lignes_reserve", "True"),
        ('feuilles = "Axe"', "feuilles", "Axe"),
        ("alias = 3", "alias", "3"),
        ("taux = 655", "taux", "655"),
    ],
)
def test_a_value_that_its_key_does_not_take(
    tmp_path: Path, line: str, key: str, value: str
) -> None:
    assert wrong(tmp_path, f"# un plan\n{line}\n") == [at("setting.type", 2, key, value)]


@pytest.mark.parametrize("share", ["0", "1", "0.0", "1.0", "-0.0", "22e-2"])
def test_a_share_from_0_to_1(tmp_path: Path, share: str) -> None:
    read = load(tmp_path, f"part_etat = {share}")
    assert read.findings == []
    assert str(read.settings.state_share) == str(abs(float(share)))


@pytest.mark.parametrize("year", ["2021", '"2017"', "2017.0", "true", "0"])
def test_a_year_of_the_work_plan_that_is_none_of_the_plans(tmp_path: Path, year: str) -> None:
    (tmp_path / "plan.toml").write_text(f"annee_pta = {year}\n", encoding="utf-8")
    found = read_settings(tmp_path, AXES, (2016, 2017)).findings
    assert [(own.kind, own.column) for own in found] == [("setting.type", "annee_pta")]
    assert "2016, 2017" in found[0].remedy


def test_the_year_of_the_work_plan(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("annee_pta = 2017\n", encoding="utf-8")
    read = read_settings(tmp_path, AXES, (2016, 2017))
    assert (read.settings.work_year, read.findings) == (2017, [])
    assert load(tmp_path, "").settings.work_year is None


def test_a_key_that_is_not_known(tmp_path: Path) -> None:
    found = load(tmp_path, 'titre = "x"\npart_etta = 0.22\n').findings
    assert [place(f) for f in found] == [at("setting.unknown", 2, "part_etta")]
    assert "part_etat" in found[0].remedy


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x" * 256, "text.long"),
        ("a\\u0001b", "text.control"),
        ("RÃ©publique", "text.mojibake"),
    ],
)
def test_a_text_that_no_property_holds(tmp_path: Path, text: str, kind: str) -> None:
    found = wrong(tmp_path, f'pays = "{text}"\n')
    assert [(f.kind, f.line, f.column) for f in found] == [(kind, 1, "pays")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x" * 31, True), ("Axe 1 (nord)", True), ("L'eau", True), ("Éducation & santé", True),
        ("x" * 32, False), ("😀" * 16, False), ("", False), (" ", False), (" Axe", False),
        ("'Axe", False), ("Axe'", False), ("A/B", False), ("A:B", False), ("[A]", False),
        ("A*", False), ("A?", False), ("A\\\\B", False), ("A\\nB", False), ("History", False),
        ("synthèse", False), ("Empreinte", False), ("axe II", False), ("Axe\\u0007", False),
        ("100", False), ("=1+1", False), (">A", False), ("1E5", False), ("VRAI", False),
        ("mars-26", False), ("A~1", False),
    ],
)  # fmt: skip
def test_a_sheet_name_that_excel_takes(tmp_path: Path, name: str, *, expected: bool) -> None:
    found = load(tmp_path, f'[feuilles]\nI = "{name}"\n').findings
    assert [f.kind for f in found] == ([] if expected else ["sheet.name"])
    assert all(f.column in {"feuilles.I", "feuilles.II"} for f in found)


def test_a_sheet_name_that_is_no_text(tmp_path: Path) -> None:
    assert wrong(tmp_path, "[feuilles]\nI = 3\n") == [at("setting.type", 2, "feuilles.I", "3")]


def test_two_axes_with_one_sheet_name(tmp_path: Path) -> None:
    text = '[feuilles]\nI = "Eau"\nII = "EAU"\n'
    assert wrong(tmp_path, text) == [at("sheet.name", 3, "feuilles.II", "EAU")]


def test_an_axis_whose_code_makes_too_long_a_name(tmp_path: Path) -> None:
    found = read_settings(tmp_path, ["A" * 28]).findings
    assert [place(f) for f in found] == [
        at("sheet.name", 0, "feuilles." + "A" * 28, "Axe " + "A" * 28)
    ]
    assert "plan.toml" in found[0].remedy


def test_a_sheet_name_for_an_axis_that_the_matrix_lacks(tmp_path: Path) -> None:
    text = '[feuilles]\nI = "Eau"\nIII = "Routes"\n'
    assert wrong(tmp_path, text) == [at("code.unknown", 3, "feuilles.III", "Routes")]
    assert load(tmp_path, text, whole=False).findings == []


def test_every_sheet_of_the_workbook_is_a_reserved_name() -> None:
    names = [name for key, name in vars(common).items() if key.isupper() and isinstance(name, str)]
    sheets = {name for name in names if name[:1].isupper()}
    assert sheets >= {"Accueil", "Synthèse", "Empreinte"}
    assert sheets <= {*RESERVED, "PLAN"}


@pytest.mark.parametrize(
    ("text", "line", "value"),
    [
        ('titre = "x"\npart_etat = 0,22\n', 2, "part_etat = 0,22"),
        ("titre = « x »\n", 1, "titre = « x »"),
        ('titre = "x\n', 1, 'titre = "x'),
        ("titre\n", 1, "titre"),
        ('titre = "x"\ntitre = "y"\n', 2, 'titre = "y"'),
        ("a = [", 1, "a = ["),
        ("a = " + "[" * 5_000, 1, "a = " + "[" * 56 + "…"),
        ("a = " + "9" * 5_000, 1, "a = " + "9" * 56 + "…"),
        ("[a\n", 1, "[a"),
    ],
)
def test_a_file_that_is_no_toml_names_its_line(
    tmp_path: Path, text: str, line: int, value: str
) -> None:
    assert wrong(tmp_path, text) == [at("toml", line, "", value)]


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    assert wrong(tmp_path, 'titre = "x"\npays = "République"\n'.encode("cp1252"))[0].line == 2
    assert wrong(tmp_path, 'titre = "x"'.encode("utf-16")) == [at("encoding.utf16", 1)]
    assert wrong(tmp_path, b"titre = 3\0") == [at("nul", 1)]


def test_a_file_with_a_mark_and_windows_line_ends(tmp_path: Path) -> None:
    read = load(tmp_path, '\ufefftitre = "x"\r\npays = 3\r\n')
    assert read.settings.title == "x"
    assert [place(f) for f in read.findings] == [at("setting.type", 2, "pays", "3")]


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = 'titer = "x"\npart_etat = 22\n[feuilles]\nI = "Synthèse"\n"II" = 3\n'
    assert sorted(wrong(tmp_path, text), key=lambda f: f.line) == [
        at("setting.unknown", 1, "titer"),
        at("setting.type", 2, "part_etat", "22"),
        at("sheet.name", 4, "feuilles.I", "Synthèse"),
        at("setting.type", 5, "feuilles.II", "3"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        'EUR = { taux = "655,957" }',
        "EUR = { taux = 0 }",
        "EUR = { taux = inf }",
        "EUR = { taux = true }",
        "EUR = 655.957",
        'euro = { taux = 655.957, date = "2026" }',
        "EUR = { taux = 655.957, le = 2026 }",
        "EUR = { taux = 655.957 }",
        'EUR = { taux = 655.957, date = " " }',
    ],
)
def test_an_odd_rate_is_refused(tmp_path: Path, line: str) -> None:
    read = load(tmp_path, f"[taux]\n{line}\n")
    assert [(found.column, read.settings.rates) for found in read.findings] == [
        (f"taux.{line.split(maxsplit=1)[0]}", ())
    ]


@pytest.mark.parametrize(
    "line",
    [
        'CIGG = ""',
        '" " = "CICG"',
        'CIGG = "a\\nb"',
        "CIGG = 1",
        'CIGG = "CICG, PTF"',
        '"ONP / INS" = "ONP"',
        '"MEF (budget)" = "MEF"',
    ],
)
def test_an_odd_alias_is_refused(tmp_path: Path, line: str) -> None:
    read = load(tmp_path, f"[alias]\n{line}\n")
    assert len(read.findings) == 1
    assert read.settings.aliases == {}


@pytest.mark.parametrize(
    "lines",
    [
        ('A = "B"', 'B = "A"'),  # a loop
        ('C = "D"', 'D = "E"'),  # a chain
        ('x = "Un"', 'X = "Deux"'),  # one spelling, two names
    ],
)
def test_aliases_that_contradict_each_other_are_refused(
    tmp_path: Path, lines: tuple[str, str]
) -> None:
    read = load(tmp_path, "[alias]\n" + "\n".join(lines) + "\n")
    assert read.findings
    assert {found.kind for found in read.findings} == {"setting.type"}
