"""Files as they really come in: a report's PDF, the same in an e-mail, printed anew, rubbish, and nothing at all."""

from pathlib import Path

import pikepdf

from tests.desk.offices import Network
from wopdesk.desk import documents, outbox, printing, submitting
from wopdesk.exchange import mail


def report_pdf(net: Network, period: str = "2026-10") -> Path:
    """The mentee's submitted report as the PDF that it hands out."""
    report = net.report(net.a, period)
    submitting.submit(net.a, report.id)
    path = net.folder / f"monthly-report-{period}.pdf"
    path.write_bytes(printing.paper(net.a, documents.find_document(net.a, report.id)))
    return path


def in_a_mail(file: Path) -> Path:
    """A saved e-mail that carries a file."""
    path = file.with_suffix(".eml")
    attached = mail.Attachment(file.name, file.read_bytes())
    path.write_bytes(mail.draft(["pwon@sample.invalid"], "Report", "Please find it attached.", [attached]))
    return path


def printed(file: Path) -> Path:
    """A PDF as another program saves it anew: its pages without what was attached."""
    path = file.with_name(f"printed-{file.name}")
    with pikepdf.open(file) as paper, pikepdf.new() as fresh:
        fresh.pages.append(paper.pages[0])
        fresh.docinfo["/Creator"] = paper.docinfo.get("/Creator", "")
        fresh.docinfo["/Producer"] = paper.docinfo.get("/Producer", "")
        fresh.save(path)
    return path


def damaged(net: Network) -> Path:
    """A bundle of which one bit changed on its way."""
    (file,) = outbox.export(net.b, "pwon", net.folder / "damaged")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    return file


def rubbish(folder: Path) -> list[Path]:
    """Files that are nothing to us: a text, and one of no bytes."""
    text, empty = folder / "notes.txt", folder / "empty.pdf"
    text.write_text("Sample notes.")
    empty.touch()
    return [text, empty]
