"""Files that are not read: what each is told, and what to do about it."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from zipfile import ZIP_BZIP2, ZipFile

import pytest

from generator.errors import CannotRunError, WorkbookRefusedError
from generator.reader import open_workbook
from tests.reader.archives import (
    SPACES,
    TYPES,
    relations,
    sheet_xml,
    small_parts,
    write_archive,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refusal(path: Path) -> str:
    """Return what the person is told."""
    with pytest.raises(WorkbookRefusedError) as refused:
        open_workbook(path)
    assert isinstance(refused.value, CannotRunError)
    message = str(refused.value)
    assert message == f"{path} : {refused.value.reason}. {refused.value.remedy}"
    return message


def small(path: Path, **more: str | bytes) -> Path:
    """Return a small workbook, with parts of these names added (`__` for `/`) or emptied of it."""
    parts: dict[str, str | bytes] = dict(small_parts(sheet_xml("<row><c><v>1</v></c></row>")))
    return write_archive(path, parts | {key.replace("__", "/"): more[key] for key in more})


def test_the_small_workbook_is_read(tmp_path: Path) -> None:
    assert len(open_workbook(small(tmp_path / "petit.xlsx")).sheets) == 1


def test_absent(tmp_path: Path) -> None:
    assert "introuvable" in refusal(tmp_path / "absent.xlsx")


def test_a_folder(tmp_path: Path) -> None:
    assert "c'est un dossier" in refusal(tmp_path)


def test_a_path_through_a_file(tmp_path: Path) -> None:
    assert "lecture impossible" in refusal(small(tmp_path / "a.xlsx") / "b.xlsx")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "tube.xlsx")
    assert "pas un fichier ordinaire" in refusal(tmp_path / "tube.xlsx")


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(_path: Path) -> None:
        raise PermissionError

    path = small(tmp_path / "a.xlsx")
    monkeypatch.setattr(Path, "read_bytes", deny)  # for root, rights are no obstacle
    assert "lecture refusée" in refusal(path)


def test_a_disk_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> None:
        raise OSError(5, "Input/output error")

    path = small(tmp_path / "a.xlsx")
    monkeypatch.setattr(Path, "read_bytes", fail)
    assert "lecture impossible (Input/output error)" in refusal(path)


@pytest.mark.parametrize("name", ["~$Matrice.xlsx", ".~lock.Matrice.xlsx#"])
def test_a_lock_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x05Awa" + bytes(160))
    told = refusal(path)
    assert "verrou" in told
    assert told.endswith("Indiquez le classeur lui-même : Matrice.xlsx.")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "fichier vide"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protégé par un mot de passe"),
        (OLE + "Workbook".encode("utf-16-le"), "ancien format d'Excel (.xls)"),
        (OLE + "Book".encode("utf-16-le"), "ancien format d'Excel (.xls)"),
        (OLE + "WordDocument".encode("utf-16-le"), "pas un classeur"),
        ("code;activité\nI-1;Écrire\n".encode(), "fichier de texte (CSV ?)"),
        ("code;activité\n".encode("cp1252"), "fichier de texte (CSV ?)"),
        ("code\tactivité\n".encode("utf-16"), "fichier de texte (CSV ?)"),
        (b"<html><table>", "page HTML"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html>", "page HTML"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "XML 2003"),
        (b"%PDF-1.7\n\x00", "document PDF"),
        (b"\x00\x01\x02", "pas un classeur .xlsx, ou il est endommagé"),
        (b"PK\x05\x06" + bytes(18), "archive zip"),
    ],
)
def test_another_kind_of_file(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "faux.xlsx"
    path.write_bytes(data)
    assert told in refusal(path)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "OpenDocument (.ods)"),
        ({"_rels/.rels": relations("officeDocument word/document.xml")}, "document Word"),
        ({"_rels/.rels": relations("officeDocument ppt/presentation.xml")}, "présentation"),
        ({"_rels/.rels": relations("officeDocument xl/workbook.bin")}, "binaire (.xlsb)"),
        ({"photo.jpg": "x"}, "archive zip"),
        ({"[Content_Types].xml": TYPES, "xl/workbook.xml": "x"}, "_rels/.rels manque"),
    ],
)
def test_another_kind_of_archive(tmp_path: Path, parts: dict[str, str], told: str) -> None:
    assert told in refusal(write_archive(tmp_path / "faux.xlsx", parts))


def test_strict(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    book = f'<workbook xmlns="{strict}"><sheets/></workbook>'
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    path = small(
        tmp_path / "strict.xlsx",
        **{"xl__workbook.xml": book, "_rels__.rels": relations(f"{kind} xl/workbook.xml")},
    )
    told = refusal(path)
    assert "Strict Open XML" in told
    assert "Classeur Excel (.xlsx)" in told


@pytest.mark.parametrize("kept", [0.999, 0.9, 0.5, 0.1, 0.01])
def test_a_file_cut_short(tmp_path: Path, kept: float) -> None:
    path = small(tmp_path / "coupe.xlsx")
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * kept)])
    assert "fichier incomplet" in refusal(path)


def test_a_bit_that_flipped(tmp_path: Path) -> None:
    path = small(tmp_path / "abime.xlsx", xl__worksheets__sheet1__xml=b"")
    data = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        place = archive.getinfo("xl/workbook.xml").header_offset + 60
    data[place] ^= 4
    path.write_bytes(data)
    assert "endommagé : xl/workbook.xml illisible" in refusal(path)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"xl__workbook.xml": ""}, "xl/workbook.xml illisible"),
        ({"xl__workbook.xml": f"<worksheet {SPACES}/>"}, "xl/workbook.xml illisible"),
        ({"xl__workbook.xml": f"<workbook {SPACES}/>"}, "sans aucune feuille"),
        ({"xl__worksheets__sheet1.xml": ""}, "xl/worksheets/sheet1.xml illisible"),
        ({"xl__worksheets__sheet1.xml": "<worksheet>"}, "xl/worksheets/sheet1.xml illisible"),
        (
            {"xl___rels__workbook.xml.rels": relations("worksheet worksheets/sheet2.xml")},
            "la feuille « Feuil1 » manque",
        ),
        ({"xl___rels__workbook.xml.rels": relations()}, "rId1 ne mène nulle part"),
        (
            {
                "xl___rels__workbook.xml.rels": relations(
                    "worksheet worksheets/sheet1.xml", "styles styles.xml"
                )
            },
            "xl/styles.xml manque",
        ),
        ({"_rels__.rels": relations("officeDocument xl/autre.xml")}, "xl/autre.xml manque"),
    ],
)
def test_a_part_that_is_missing_or_damaged(
    tmp_path: Path, parts: dict[str, str], told: str
) -> None:
    assert told in refusal(small(tmp_path / "abime.xlsx", **parts))


@pytest.mark.parametrize(
    "name", ["../dehors.xml", "xl/../../dehors.xml", "/dehors.xml", "..\\dehors.xml", "C:/a.xml"]
)
def test_a_part_whose_name_leads_elsewhere(tmp_path: Path, name: str) -> None:
    assert "nom de fichier dangereux" in refusal(small(tmp_path / "a.xlsx", **{name: "x"}))
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/Workbook.XML"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice(tmp_path: Path, name: str) -> None:
    path = small(tmp_path / "double.xlsx")
    with ZipFile(path, "a") as archive:
        archive.writestr(name, "x")
    assert f"deux fois {name}" in refusal(path)


def patch_flags(path: Path, name: str) -> None:
    """Mark a part as encrypted in the archive's directory."""
    data = bytearray(path.read_bytes())
    place = data.rindex(name.encode()) - 46 + 8
    data[place : place + 2] = struct.pack("<H", 1)
    path.write_bytes(data)


def test_an_encrypted_part(tmp_path: Path) -> None:
    path = small(tmp_path / "chiffre.xlsx")
    patch_flags(path, "xl/workbook.xml")
    assert "chiffrée (xl/workbook.xml)" in refusal(path)


def test_another_compression(tmp_path: Path) -> None:
    path = small(tmp_path / "autre.xlsx")
    with ZipFile(path, "a", ZIP_BZIP2) as archive:
        archive.writestr("xl/media/a.png", "x")
    assert "xl/media/a.png illisible" in refusal(path)


@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE a [<!ENTITY b "c">]>',
        '<!DOCTYPE workbook SYSTEM "http://exemple.ci/a.dtd">',
        '<?xml version="1.0"?>\n<!DOCTYPE a>',
    ],
)
def test_entities(tmp_path: Path, start: str) -> None:
    book = f"{start}<workbook {SPACES}/>"
    assert "entités" in refusal(small(tmp_path / "a.xlsx", **{"xl__workbook.xml": book}))


@pytest.mark.parametrize(
    "part",
    [
        f"<workbook {SPACES}/>".encode("utf-16"),
        f"<workbook {SPACES}/>".encode("utf-16-be"),
        f'<?xml version="1.0" encoding="cp037"?><workbook {SPACES}/>'.encode(),
        f'<?xml version="1.0" encoding="utf-7"?><workbook {SPACES}/>'.encode(),
    ],
)
def test_a_strange_encoding(tmp_path: Path, part: bytes) -> None:
    assert "codage" in refusal(small(tmp_path / "a.xlsx", **{"xl__workbook.xml": part}))


def test_a_mark_of_utf8(tmp_path: Path) -> None:
    part = b"\xef\xbb\xbf" + sheet_xml("<row><c><v>7</v></c></row>").encode()
    path = small(tmp_path / "a.xlsx", **{"xl__worksheets__sheet1.xml": part})
    assert open_workbook(path).sheets[0].cells[0, 0].value == 7


def test_an_archive_without_its_directory(tmp_path: Path) -> None:
    path = small(tmp_path / "abime.xlsx")
    data = path.read_bytes()
    path.write_bytes(data.replace(b"PK\x01\x02", b"PK\x09\x09"))
    assert "endommagé, illisible" in refusal(path)
