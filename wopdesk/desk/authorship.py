"""Whose work a document is. Several offices write a work plan, and who founded its record may have written nothing."""

from __future__ import annotations

from wopdesk.desk import documents
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document, Submitted
from wopdesk.programme.agenda import writer
from wopdesk.programme.partnership import Partnership, read_partnership


def author(document: Document, partnership: Partnership) -> str:
    """The office whose work it is; before anybody submitted what several may write, the one that has to.

    Args:
        document: the record.
        partnership: the one to which it belongs.
    """
    return document.author or partnership.office(writer(document.kind)) or document.founding.owner


def author_here(desk: Desk, document: Document) -> str:
    """`author`, with the partnership as this desk knows it."""
    if document.author:
        return document.author
    return author(document, read_partnership(one.filed for one in documents.documents(desk, home=document.home)))


def submitter(document: Document, version: Submitted) -> str:
    """The office that made a version; the record's owner where it is not known whose key that was."""
    return version.office or document.founding.owner
