"""Forms on paper, to be filled in by hand."""

from __future__ import annotations

from pathlib import Path

from wopdesk import xlsform
from wopdesk.desk.forming import source_of
from wopdesk.programme.kinds import load_kind
from wopdesk.reports.blank import Subject, document
from wopdesk.reports.pdf import render


def blank(target: str, folder: Path, language: str = "en") -> bytes:
    """A kind's form, or that of an XLSForm file, as a PDF without answers.

    Args:
        target: A kind under the folder, or a file.
        folder: The folder of forms.
        language: Of questions and of fixed words; a form that lacks it is printed in its own.

    Raises:
        DeskFault: there is no such kind.
        FormError: the file is no form that can be used.
    """
    if Path(target).suffix:
        form = xlsform.load(target if target.endswith(".xml") else source_of(target, folder))
        return render(document(form.definition, Subject(form.title), language))
    place = source_of(target, folder).parent
    kind, form = load_kind(place), xlsform.load(place / "form.xml")
    signs = tuple(who.rpartition(":")[2] for who in kind.signs)
    return render(document(form.definition, Subject(kind.title.in_language(language), kind.code, signs), language))
