import zxingcpp
from PIL import Image, ImageDraw

from tests.reports import samples
from wopdesk.reports import seal
from wopdesk.reports.context import seal as text_of


def test_a_reader_finds_the_text_in_the_squares() -> None:
    text = text_of(samples.version(), samples.context())
    edge, quiet = 400, 60
    picture = Image.new("L", (edge + 2 * quiet, edge + 2 * quiet), 255)
    draw = ImageDraw.Draw(picture)
    for x, y, width, height in seal._squares(text):  # noqa: SLF001 - the very squares that are drawn
        left, top = quiet + x * edge, quiet + (1 - y - height) * edge
        draw.rectangle((left, top, left + width * edge, top + height * edge), fill=0)
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == text


def test_the_squares_are_large_enough_to_scan() -> None:
    """At least 0.29 mm each on a seal of 32 points."""
    text = text_of(samples.version(), samples.context())
    narrowest = min(width for _, _, width, _ in seal._squares(text))  # noqa: SLF001 - the very squares that are drawn
    assert narrowest * 32 / 72 * 25.4 >= 0.29
