import io
from dataclasses import replace

import pikepdf
import pytest

from tests.reports import samples
from tests.reports.paper import Paper, read
from wopdesk.records.digest import sha256
from wopdesk.reports import blocks, monthly_report
from wopdesk.reports.blocks import Block, Document
from wopdesk.reports.pdf import render


def _document(*parts: Block, **more: str) -> Document:
    return Document("Note", "WOP-PK-014/N", "A note", "WASA Faisalabad", parts, status="Version 1", **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def monthly() -> Paper:
    return read(render(monthly_report.document(samples.version(), samples.context())))


def test_the_same_report_always_has_the_same_bytes() -> None:
    report = monthly_report.document(samples.version(), samples.context())
    first = render(report)
    render(_document(blocks.Paragraph(samples.URDU * 3)))
    assert render(report) == first


def test_every_font_is_ours_and_embedded(monthly: Paper) -> None:
    families = {name.split("+")[1].split("-")[0] for name in monthly.fonts}
    assert families == {"Inter", "NotoNaskhArabicUI"}
    assert monthly.unembedded == frozenset()


def test_each_page_says_of_how_many_it_is_and_carries_reference_version_and_code(monthly: Paper) -> None:
    code = " ".join(samples.version().digest[start : start + 4] for start in (0, 4, 8, 12))
    assert len(monthly.pages) == 3
    for number, page in enumerate(monthly.pages, 1):
        assert f"Page {number} of 3" in page
        assert "WOP-PK-014/MR/2026-10  ·  Version 2, submitted 6 November 2026" in page
        assert code in page


def test_bookmarks_follow_the_headings(monthly: Paper) -> None:
    assert [mark[:1] for mark in monthly.bookmarks if mark[1] == " "] == ["1", "2", "3", "4", "5", "6"]
    assert monthly.bookmarks[:2] == ("Help wanted", "The month at a glance")


def test_bookmarks_may_begin_with_any_level() -> None:
    headings = [blocks.Heading(f"Level {level}", level=level) for level in (2, 1, 2, 2, 1)]
    assert read(render(_document(*headings))).bookmarks == ("Level 2", "Level 1", "Level 1")


def test_properties_name_title_author_and_code(monthly: Paper) -> None:
    assert monthly.info["/Title"] == "Monthly report, October 2026"
    assert monthly.info["/Author"] == "WASA Faisalabad"
    assert samples.version().digest[:4] in monthly.info["/Keywords"]
    assert "WOP-PK-014/MR/2026-10" in monthly.info["/Subject"]
    assert monthly.info["/CreationDate"] == "D:20261106000000Z"


def test_the_seal_is_drawn_once_and_used_on_each_page() -> None:
    data = render(monthly_report.document(samples.version(), samples.context()))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        seals = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        used = [page for page in pdf.pages if any("seal" in name for name in page.resources.XObject)]
        assert (len(seals), len(used)) == (1, len(pdf.pages))


def test_photos_are_found_again_by_their_digest(monthly: Paper) -> None:
    """The third has consent "no" and must not be on paper."""
    digests = list(samples.PHOTOS)
    assert {sha256(jpeg) for jpeg in monthly.jpegs} == set(digests[:2])


@pytest.mark.parametrize("jpeg", [b"", b"\xff\xd8\xff\xe0 no photo", samples.photo(70)[:20], samples.with_size(60_000)])
def test_a_photo_that_cannot_be_read_does_not_stop_the_paper(jpeg: bytes) -> None:
    paper = read(render(_document(blocks.Photos((blocks.Photo("Pump 3", jpeg),)))))
    assert "Pump 3" in paper.text
    assert "This photo cannot be read." in paper.text


def test_long_text_is_complete_over_several_pages() -> None:
    words = " ".join(f"word{number}" for number in range(900))
    table = blocks.Table((blocks.Column("No."), blocks.Column("Text", 5)), (("1", words), ("2", "end")))
    paper = read(render(_document(table, blocks.Paragraph(words), blocks.Callout("Call", words))))
    for number in range(900):
        assert paper.text.count(f"word{number} ") == 3
    assert len(paper.pages) > 3


@pytest.mark.parametrize("place", ["callout", "facts", "title", "heading", "chart", "signer", "caption", "tile"])
def test_no_place_is_too_small_for_five_thousand_characters(place: str) -> None:
    text = samples.LONG[:5000]
    block: dict[str, Block] = {
        "callout": blocks.Callout(text, text),
        "facts": blocks.Facts(((text, text), ("a", "b"))),
        "title": blocks.Title(text, text, text),
        "heading": blocks.Heading(text, "1"),
        "chart": blocks.Chart(text, ("May", "Jun"), (1.0, 2.0)),
        "signer": blocks.Signatures((blocks.Signer(text, text, text), blocks.Signer("b"))),
        "caption": blocks.Photos((blocks.Photo(text, samples.photo(80)),)),
        "tile": blocks.Tiles((blocks.Tile(text, text, text), blocks.Tile("b", "c"))),
    }
    paper = read(render(_document(block[place], blocks.Paragraph("The end."))))
    assert "The end." in paper.text
    assert " ".join(text.split())[-60:].lower() in paper.text.lower()


def test_a_long_word_is_broken_and_complete() -> None:
    paper = read(render(_document(blocks.Paragraph("x" * 5000), blocks.Table((blocks.Column("a"),), (("y" * 5000,),)))))
    assert paper.text.count("x") == 5000
    assert paper.text.count("y") == 5000


def test_text_that_looks_like_markup_is_printed_as_typed() -> None:
    parts: list[Block] = [
        blocks.Paragraph(samples.HOSTILE),
        blocks.Callout(samples.HOSTILE, "x"),
        blocks.Heading(samples.HOSTILE, "1"),
        blocks.Photos((blocks.Photo(samples.HOSTILE),)),
        blocks.Table(
            (blocks.Column(samples.HOSTILE, 5),), ((samples.HOSTILE,), (blocks.Detailed("a", samples.HOSTILE),))
        ),
    ]
    paper = read(render(_document(*parts)))
    assert paper.text.count(samples.HOSTILE) == 7
    assert paper.bookmarks == (f"1  {samples.HOSTILE}",)


def test_urdu_is_kept_as_it_was_typed() -> None:
    table = blocks.Table((blocks.Column("سرگرمی"), blocks.Column("%", 1, blocks.END)), ((samples.URDU, "۴۵"),))
    paper = read(render(_document(blocks.Paragraph(samples.URDU), table, blocks.Heading("نتائج", "1"))))
    assert paper.text.count(samples.URDU) == 2
    assert "۴۵" in paper.text
    assert "نتائج" in paper.bookmarks[0]


def test_urdu_over_several_pages_is_complete() -> None:
    words = " ".join(f"لفظ{number}" for number in range(1200))
    paper = read(render(_document(blocks.Paragraph(words))))
    assert len(paper.pages) > 1
    assert [f"لفظ{number}" for number in range(1200)] == [word for word in paper.text.split() if word.startswith("لفظ")]


def test_control_characters_and_unknown_letters_do_not_stop_the_paper() -> None:
    paper = read(render(_document(blocks.Paragraph("a\x00b\x1b\tc 漢字 🚰 d\r\ne"))))
    assert "ab" in paper.text
    assert "d e" in paper.text


def test_marks_stand_on_every_page() -> None:
    paper = read(
        render(replace(_document(blocks.Paragraph(samples.LONG * 2)), watermark="DRAFT", warning="UNCONFIRMED OFFICE"))
    )
    assert len(paper.pages) > 1
    assert all("DRAFT" in page and "UNCONFIRMED OFFICE" in page for page in paper.pages)


def test_forty_rows_repeat_the_head_on_each_page() -> None:
    rows = tuple((f"Activity {number}", "What was done in the zone on each of the days. " * 3) for number in range(40))
    paper = read(render(_document(blocks.Table((blocks.Column("Name of it"), blocks.Column("Words", 3)), rows))))
    assert all("Name of it" in page for page in paper.pages)
    assert [number for number in range(40) if f"Activity {number} " not in paper.text] == []
