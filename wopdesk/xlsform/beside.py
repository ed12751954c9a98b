"""The files that lie beside a form: lists as CSV, as ODK and KoboToolbox take them along as media of the form."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from wopdesk.sentence import Sentence, quoted
from wopdesk.xlsform.bounds import MOST_BYTES, refuse_lines
from wopdesk.xlsform.form import Form
from wopdesk.xlsform.problems import FormError, Problem, refused, too_large
from wopdesk.xlsform.sheet.searching import columns_of, is_column
from wopdesk.xlsform.xml import xml_text

List = list[dict[str, str]]


def lists_beside(form: Form, folder: Path) -> dict[str, List]:
    """The lists of a form that lie in a folder, by name.

    Raises:
        FormError: One of them cannot be read.
        OSError: The same, because of the disk.
    """
    files = {name: folder / f"{name}.csv" for name in sorted(form.lists)}
    return {name: read_list(file) for name, file in files.items() if file.is_file()}


def read_list(file: Path) -> List:
    """The rows of a CSV file, the cells of each by column.

    Raises:
        FormError: It is none, or holds more than any form needs.
        OSError: It cannot be read.
    """
    heads, *lines = _read_lines(file) or [[]]
    return [{head: cell for head, cell in zip(heads, line, strict=False) if head} for line in lines if any(line)]


def _read_lines(file: Path) -> list[list[str]]:
    """The cells of a CSV file, its columns' names first.

    Raises:
        FormError: It is none, or holds more than any form needs.
        OSError: It cannot be read.
    """
    if file.stat().st_size > MOST_BYTES:
        raise too_large(file.name, MOST_BYTES)
    try:
        text = xml_text(file.read_bytes().decode("utf-8-sig"), instead=" ")
    except UnicodeDecodeError as fault:
        raise refused(Sentence("{file} is not written in UTF-8", file=file.name)) from fault
    refuse_lines(text, ",")
    try:
        return [[cell.strip() for cell in line] for line in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error as fault:
        raise refused(Sentence("this is no CSV: {reason}", reason=quoted(fault))) from fault


def faults_beside(form: Form, folder: Path) -> Iterator[Problem]:
    """What `search()` looks for in files that do not lie in the folder of the form, or in columns they do not have."""
    for names, control in form.definition.controls.items():
        search = control.choices.search if control.choices is not None else None
        if search is None:
            continue
        for said in _search_faults(folder / f"{search.file}.csv", list(columns_of(search))):
            yield Problem("form", 0, Sentence("{question}: {fault}", question="/".join(names), fault=said))


def _search_faults(file: Path, columns: list[str]) -> Iterator[Sentence]:
    if not file.is_file():
        yield Sentence("the file {file} does not lie beside the form", file=file.name)
        return
    try:
        known = next(iter(_read_lines(file)), [])
    except FormError as fault:
        yield from (Sentence.of(one.message) for one in fault.problems)
        return
    for column in dict.fromkeys(columns):
        if not is_column(column, known):
            yield Sentence("the file {file} has no column {column}", file=file.name, column=column)
