"""A file comes back as it was typed; a change touches its own line, and reads as it was meant."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sourcefiles.rawcsv import RawCsv, UnreadableCsvError, new_csv, parse_raw
from tests.reading.tables import load

KNOWN = ("code", "texte", "note")
BOM = b"\xef\xbb\xbf"


class Typed(NamedTuple):
    """A file as someone typed it: rows of cells, quotes included; the header is among them."""

    mark: bytes
    delimiter: str
    end: str
    rows: list[list[str]]
    header: int
    last_end: str

    def content(self) -> bytes:
        lines = [self.delimiter.join(row) for row in self.rows]
        return self.mark + (self.end.join(lines) + self.last_end).encode()

    @property
    def records(self) -> list[int]:
        """Return the places of the rows under the header that hold something."""
        return [
            place
            for place, row in enumerate(self.rows)
            if place > self.header and any(cell.strip('" \u00a0') for cell in row)
        ]


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


@st.composite
def typed_files(draw: st.DrawFn) -> Typed:
    delimiter = draw(st.sampled_from(";,\t"))
    plain = st.text(st.sampled_from("ab é'=0 \u00a0" + "".join({*";,"} - {delimiter})), max_size=4)
    within = st.text(st.sampled_from("ab=\"';,\t\r\n "), max_size=6)
    inner_quote = st.builds("a{}".format, st.sampled_from(['"', '""', 'b"c']))
    cell = st.one_of(plain, st.builds(quoted, within), inner_quote)
    names = draw(st.permutations(KNOWN))
    header = [draw(st.sampled_from([name, quoted(name), f" {name}"])) for name in names]
    row = st.builds(
        lambda first, *rest: [f"r{first}", *rest], st.integers(0, 9), *[cell] * (len(names) - 1)
    )
    blank = st.sampled_from([["", "", ""], [" ", '""', ""], ["\u00a0"]])
    sep = draw(st.sampled_from([[], [["sep=", ""]]]))
    above = [*sep, *draw(st.lists(st.just(["", "", ""]), max_size=1))]
    below = draw(st.lists(st.one_of(row, row, blank), min_size=1, max_size=5))
    end = draw(st.sampled_from(["\r\n", "\n", "\r"]))
    return Typed(
        draw(st.sampled_from([BOM, b""])),
        delimiter,
        end,
        [*above, header, *below],
        len(above),
        draw(st.sampled_from(["", end])),
    )


@settings(max_examples=50)
@given(typed_files())
def test_a_file_comes_back_byte_for_byte(typed: Typed) -> None:
    raw = parse_raw(typed.content(), KNOWN)
    assert raw.content() == typed.content()
    assert raw.delimiter == typed.delimiter
    assert raw.header == typed.header
    assert [line.cells for line in raw.records()] == [typed.rows[at] for at in typed.records]


@settings(max_examples=50)
@given(typed_files(), st.data())
def test_a_cell_that_is_set_touches_nothing_else(typed: Typed, data: st.DataObject) -> None:
    if not typed.records:
        return
    raw = parse_raw(typed.content(), KNOWN)
    nth = data.draw(st.integers(0, len(typed.records) - 1))
    column = data.draw(st.sampled_from(KNOWN))
    raw.set(list(raw.records())[nth], column, "neuf")
    header = [cell.strip('" ') for cell in typed.rows[typed.header]]
    row = typed.rows[typed.records[nth]]
    place = header.index(column)
    row[place] = '"neuf"' if row[place].startswith('"') else "neuf"
    assert raw.content() == typed.content()


@settings(max_examples=50)
@given(typed_files(), st.data())
def test_a_line_that_is_added_touches_nothing_else(typed: Typed, data: st.DataObject) -> None:
    raw = parse_raw(typed.content(), KNOWN)
    after = data.draw(st.sampled_from([None, *range(len(typed.records))]))
    raw.insert(None if after is None else list(raw.records())[after], {"note": "n", "code": "c"})
    header = [cell.strip('" ') for cell in typed.rows[typed.header]]
    place = len(typed.rows) if after is None else typed.records[after] + 1
    typed.rows.insert(place, [{"note": "n", "code": "c"}.get(name, "") for name in header])
    assert raw.content() == typed.content()


@settings(max_examples=50)
@given(typed_files(), st.data())
def test_a_line_that_is_deleted_takes_its_own_end_along(typed: Typed, data: st.DataObject) -> None:
    if not typed.records:
        return
    raw = parse_raw(typed.content(), KNOWN)
    nth = data.draw(st.integers(0, len(typed.records) - 1))
    raw.delete(list(raw.records())[nth])
    place = typed.records[nth]
    was_last = place == len(typed.rows) - 1
    del typed.rows[place]
    assert (
        raw.content()
        == typed._replace(last_end=typed.end if was_last else typed.last_end).content()
    )


TEXTS = st.text(
    st.sampled_from("ab=+-@'\t\"; ,\né\uff1d\uff0b\uff0d\uff20\u00a0"), min_size=1, max_size=8
).filter(lambda text: text.strip(" \t\n\u00a0"))
"""Texts as they are read: line ends are LF, and a text of blanks is none."""


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from(";,\t"), st.booleans())
def test_any_text_is_read_as_it_was_set(text: str, delimiter: str, was_quoted: bool) -> None:
    row = ["a", '"x"' if was_quoted else "x", ""]
    content = "\r\n".join(delimiter.join(cells) for cells in (KNOWN, row)) + "\r\n"
    raw = parse_raw(content.encode(), KNOWN)
    raw.set(next(raw.records()), "texte", text)
    with TemporaryDirectory() as folder:
        table = load(Path(folder), raw.content())
    assert table.findings == []
    assert table.records[0]["texte"] == text
    assert table.records[0]["code"] == "a"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("=1+1", "'=1+1"),
        ("+33", "'+33"),
        ("- de 18 ans", "'- de 18 ans"),
        ("@ONG", "'@ONG"),
        ("\tretrait", "'\tretrait"),
        ("\uff1dA1", "'\uff1dA1"),
        ("'=1+1", "''=1+1"),
        ("'80", "'80"),
        ("l'État", "l'État"),
        ("un;deux", '"un;deux"'),
        ("=un;deux", '"\'=un;deux"'),
        ('dit "oui"', '"dit ""oui"""'),
        ("un\ndeux", '"un\ndeux"'),
        (" un", '" un"'),
        ("1,5", "1,5"),
    ],
)
def test_how_a_text_is_typed(tmp_path: Path, text: str, typed: str) -> None:
    raw = parse_raw(b"code;texte\na;b\n", KNOWN)
    line = next(raw.records())
    raw.set(line, "texte", text)
    assert raw.content() == f"code;texte\na;{typed}\n".encode()
    assert raw.text(line, "texte") == text.strip()
    assert load(tmp_path, raw.content()).records[0]["texte"] == text


def test_a_text_is_shown_without_its_quotes_and_the_spaces_around_it() -> None:
    raw = parse_raw(b'code;texte\n" a ";"dit ""oui"""\nb;\'=1\nc\n', KNOWN)
    first, second, short = raw.records()
    assert (raw.text(first, "code"), raw.text(first, "texte")) == ("a", 'dit "oui"')
    assert raw.text(second, "texte") == "=1"
    assert (raw.text(short, "texte"), raw.text(short, "note")) == ("", "")


def test_a_short_line_is_filled_up_to_the_cell_that_is_set() -> None:
    raw = parse_raw(b"code;texte;note\na\nb;c;d\n", KNOWN)
    raw.set(next(raw.records()), "note", "n")
    assert raw.content() == b"code;texte;note\na;;n\nb;c;d\n"


def test_each_line_keeps_its_own_end() -> None:
    content = b"code;texte\r\na;b\nc;d\re;f\r\n"
    raw = parse_raw(content, KNOWN)
    assert raw.content() == content
    raw.insert(next(raw.records()), {"code": "n"})
    assert raw.content() == b"code;texte\r\na;b\nn;\nc;d\re;f\r\n"


def test_a_last_line_without_end_gets_one_only_where_a_line_comes_after_it() -> None:
    raw = parse_raw(b"code;texte\na;b\nc;d", KNOWN)
    first, last = raw.records()
    raw.insert(first, {"code": "n"})
    assert raw.content() == b"code;texte\na;b\nn;\nc;d"
    raw.insert(last, {"code": "z"})
    assert raw.content() == b"code;texte\na;b\nn;\nc;d\nz;"


def test_a_header_alone_without_end() -> None:
    raw = parse_raw(b"code;texte", KNOWN)
    assert list(raw.records()) == []
    raw.insert(None, {"code": "a", "texte": "b", "ailleurs": "perdu"})
    assert raw.content() == b"code;texte\r\na;b"


def test_the_delimiter_is_the_one_that_finds_the_columns() -> None:
    raw = parse_raw(b'sep=,\n"code","texte;note"\n"a;b;c",d\n', KNOWN)
    assert (raw.delimiter, raw.header) == (",", 1)
    assert raw.text(next(raw.records()), "code") == "a;b;c"


def test_columns_without_a_name_and_blank_ends_stay() -> None:
    content = b"code;;texte;;\na;;b;;\n;;;;\n"
    raw = parse_raw(content, KNOWN)
    line = next(raw.records())
    raw.set(line, "texte", "c")
    assert raw.content() == b"code;;texte;;\na;;c;;\n;;;;\n"


ENCODED = [
    ("utf-8", b""),
    ("utf-8", BOM),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-16-le", b""),
    ("windows-1252", b""),
    ("mac-roman", b""),
    ("cp850", b""),
]
"""Codecs of Python, and the mark before them."""

KEPT = "code;texte;note\r\na;réunion à l'école;\r\n\r\nb;là-bas;où\n"


@pytest.mark.parametrize(("codec", "mark"), ENCODED)
def test_a_file_keeps_its_encoding(codec: str, mark: bytes) -> None:
    raw = parse_raw(mark + KEPT.encode(codec), KNOWN)
    assert raw.content() == mark + KEPT.encode(codec)
    raw.set(list(raw.records())[1], "texte", "été")
    raw.insert(None, {"code": "c", "note": "dès"})
    expected = KEPT.replace("là-bas", "été") + "c;;dès\n"
    assert raw.content() == mark + expected.encode(codec)
    assert list(raw.find_lacking("un.csv", "un.csv")) == []


@pytest.mark.parametrize(("codec", "mark"), ENCODED)
def test_a_new_file_has_the_encoding_of_its_neighbour(codec: str, mark: bytes) -> None:
    raw = new_csv(["code", "note"], parse_raw(mark + KEPT.encode(codec), KNOWN))
    raw.insert(None, {"code": "é"})
    assert raw.content() == mark + "code;note\r\né;\r\n".encode(codec)


def test_an_encoding_that_the_person_says() -> None:
    content = "code;texte\na;à\n".encode("cp850")
    raw = parse_raw(content, KNOWN, "cp850")
    assert raw.text(next(raw.records()), "texte") == "à"
    assert raw.content() == content
    with pytest.raises(UnreadableCsvError):
        parse_raw(content, KNOWN)


def test_texts_that_the_encoding_lacks_are_named() -> None:
    raw = parse_raw("code;texte;x\na;été;é\nb;réunion;ê\n".encode("cp850"), KNOWN)
    first, second = raw.records()
    raw.set(first, "texte", "l’œuvre; d’œuvre")
    raw.set(second, "code", "دراسة")
    found = [
        (one.kind, one.file, one.column, one.value) for one in raw.find_lacking("a.csv", "b.csv")
    ]
    assert found == [
        ("encoding.lacks", "a.csv", "texte", "l’œuvre; d’œuvre"),
        ("encoding.lacks", "a.csv", "code", "دراسة"),
    ]
    assert str(next(raw.find_lacking("a.csv", "b.csv"))) == (
        "a.csv, colonne « texte » : « ’œ » ne s'écrit pas en CP850, l'encodage de b.csv "
        "(trouvé : « l’œuvre; d’œuvre »). Enregistrez b.csv au format « CSV UTF-8 », puis "
        "recommencez."
    )
    with pytest.raises(UnicodeEncodeError):
        raw.content()


def test_a_new_file_is_written_as_its_neighbour() -> None:
    like = parse_raw(BOM + b"code,texte\na,b\n", KNOWN)
    raw: RawCsv = new_csv(["code", "note"], like)
    raw.insert(None, {"code": "a", "note": "un, deux"})
    assert raw.content() == BOM + b'code,note\na,"un, deux"\n'
