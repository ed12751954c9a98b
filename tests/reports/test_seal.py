import zxingcpp
from PIL import Image, ImageDraw

from tests.reports import samples
from wopdesk.reports.frame import seal
from wopdesk.reports.seal import squares

TEXT = seal(samples.version(), samples.context())


def test_a_reader_finds_the_text_in_the_squares() -> None:
    edge, bars = squares(TEXT)
    step, quiet = 10, 4
    picture = Image.new("L", ((edge + 2 * quiet) * step,) * 2, 255)
    draw = ImageDraw.Draw(picture)
    for x, y, length in bars:
        left, top = (quiet + x) * step, (quiet + edge - 1 - y) * step
        draw.rectangle((left, top, left + length * step - 1, top + step - 1), fill=0)
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == TEXT


def test_the_squares_are_large_enough_to_scan() -> None:
    """At least 0.3 mm each on a seal of 32 points."""
    edge, _ = squares(TEXT)
    assert 32 / edge / 72 * 25.4 >= 0.3
