"""The words that go beside a file, in English and Urdu: what it is, what it says in short, what is to be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from wopdesk.desk import authorship, documents, listing
from wopdesk.desk.desk import Desk
from wopdesk.desk.documents import Document
from wopdesk.programme.agenda import month_due
from wopdesk.programme.filed import ACCEPTED, RETURNED, Filed
from wopdesk.programme.months import is_month, month_name, written
from wopdesk.programme.partnership import read_partnership
from wopdesk.programme.wording import Wording

_MONTHLY = "monthly_report"
_FIGURES, _QUESTIONS, _LENGTH = 3, 2, 160

_ON_TIME = Wording("Submitted on {day}.", "{day} کو جمع کی گئی۔")
_DUE = Wording("Submitted on {day}, due by {due}.", "{day} کو جمع کی گئی (آخری تاریخ {due})۔")
_VERSION = Wording("This is version {number}.", "یہ نسخہ {number} ہے۔")
_RETURNED = Wording("It came back to be corrected.", "یہ درستی کے لیے واپس آئی تھی۔")
_ACCEPTED = Wording("It was accepted.", "یہ منظور ہو چکی ہے۔")
_ABOUT = Wording("About: {subject}", "موضوع: {subject}")
_NIL = Wording("Nothing was done this month: {reason}", "اس ماہ کوئی کام نہیں ہوا: {reason}")
_FIGURE = Wording("{name}: {value}", "{name}: {value}")
_TARGET = Wording("{name}: {value} (target {target})", "{name}: {value} (ہدف {target})")
_ONE_WANTED = Wording("We ask for advice: {question}", "ہمیں مشورہ درکار ہے: {question}")
_MANY_WANTED = Wording("We ask for advice on {count} questions:", "ہمیں {count} سوالات پر مشورہ درکار ہے:")
_NOT_WANTED = Wording("We ask for no advice this month.", "اس ماہ ہمیں کوئی مشورہ درکار نہیں۔")
_ATTACHED = Wording("Attached: {file}", "منسلک: {file}")
_DO = Wording(
    "Read the PDF, or drop it on the WOPDesk window to take its data in and to answer.",
    "پی ڈی ایف پڑھیں، یا ڈیٹا وصول کرنے اور جواب دینے کے لیے اسے WOPDesk کی ونڈو پر ڈالیں۔",
)
_READ = Wording(
    "Read the PDF. Its data follows once our office is connected with PWON in WOPDesk.",
    "پی ڈی ایف پڑھیں۔ ہمارا دفتر WOPDesk میں پی ڈبلیو او این سے جڑ جائے تو اس کا ڈیٹا بھی بھیجا جائے گا۔",
)
_BUNDLE = Wording(
    "{own} sends {office} its news for WOPDesk.", "{own} کی جانب سے {office} کے لیے WOPDesk کی تازہ معلومات۔"
)
_BUNDLE_DO = Wording(
    "Save the file, then drop it on the WOPDesk window. It shows what is in it before anything is taken in. When you "
    "have it, please send a file back, so that we know that it arrived.",
    "فائل محفوظ کریں، پھر اسے WOPDesk کی ونڈو پر ڈالیں۔ کچھ بھی وصول کرنے سے پہلے یہ دکھاتا ہے کہ فائل میں کیا ہے۔ "
    "ملنے پر براہِ کرم جواب میں ایک فائل بھیجیں تاکہ ہمیں معلوم ہو کہ یہ پہنچ گئی۔",
)
_BUNDLE_SUBJECT = Wording("WOPDesk: {own} to {office}", "WOPDesk: {own} کی جانب سے {office} کو")


def subject(desk: Desk, document: Document, language: str) -> str:
    """The subject of a mail with a record's PDF."""
    about = read_partnership(one.filed for one in documents.documents(desk, "partnership", document.home))
    return " – ".join(filter(None, (about.code, _title(document, language), _owner(desk, document))))


def of_record(desk: Desk, document: Document, file: str, language: str) -> str:
    """The message beside a record's PDF.

    Args:
        desk: the desk.
        document: a submitted record.
        file: the PDF's name.
        language: `en` or `ur`.
    """
    filed = document.filed
    parts = (
        [subject(desk, document, language), *_standing(desk, document, language)],
        _said(filed, language),
        _wanted(document, language),
        [_say(_ATTACHED, language, file=file), _say(_DO if desk.identity.root else _READ, language)],
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def bundle_subject(desk: Desk, office: str, language: str) -> str:
    """The subject of a mail with a bundle for an office, given by name."""
    return _say(_BUNDLE_SUBJECT, language, own=desk.identity.name, office=office)


def of_bundle(desk: Desk, office: str, files: Sequence[str], language: str) -> str:
    """The message beside bundles for an office, given by name."""
    lines = [
        _say(_BUNDLE, language, own=desk.identity.name, office=office),
        *(_say(_ATTACHED, language, file=file) for file in files),
        _say(_BUNDLE_DO, language),
    ]
    return "\n".join(lines) + "\n"


def _say(words: Wording, language: str, **values: object) -> str:
    return words.in_language(language).format_map(values)


def _title(document: Document, language: str) -> str:
    """`Monthly report October 2026`: a month is written out."""
    title, mark = documents.title_of(document, language), document.founding.text
    return title.replace(mark, month_name(mark).in_language(language)) if is_month(mark) else title


def _owner(desk: Desk, document: Document) -> str:
    author = authorship.author_here(desk, document)
    return listing.office_names(desk).get(author, author[:8])


def _standing(desk: Desk, document: Document, language: str) -> list[str]:
    latest, mark = document.latest, document.founding.text
    if latest is None:
        return []
    due = month_due(document.kind, desk.shelf.programme, mark) if is_month(mark) else None
    day = datetime.fromisoformat(latest.at).astimezone(desk.clock().tzinfo).date()
    number = latest.version.number
    found = [_say(_DUE if due else _ON_TIME, language, day=_day(day, language), due=_day(due, language))]
    found += [_say(_VERSION, language, number=number)] if number > 1 else []
    states = {ACCEPTED: _ACCEPTED, RETURNED: _RETURNED}
    return found + ([_say(states[document.state], language)] if document.state in states else [])


def _day(day: date | None, language: str) -> str:
    return written(day).in_language(language) if day else ""


def _said(filed: Filed, language: str) -> list[str]:
    """What it is about; the first figures that were given, each with its target; why nothing was done."""
    if about := filed.get("about/subject"):
        return [_say(_ABOUT, language, subject=_short(about))]
    if filed.get("about/nil_return") == "yes":
        return [_say(_NIL, language, reason=_short(filed.get("about/nil_reason")))]
    given = [row for row in filed.repeat("progress/figures") if row.get("value")][:_FIGURES]
    return [
        _say(
            _TARGET if row.get("target") else _FIGURE,
            language,
            name=row.get("figure") or row.id,
            value=f"{row.get('value')} {row.get('unit')}".strip(),
            target=row.get("target"),
        )
        for row in given
    ]


def _wanted(document: Document, language: str) -> list[str]:
    """What is asked of the mentor; nothing for kinds that ask nothing."""
    if document.kind.layout != _MONTHLY:
        return []
    questions = [_short(row.get("question")) for row in document.filed.repeat("requests/asked")]
    if not questions:
        return [_say(_NOT_WANTED, language)]
    if len(questions) == 1:
        return [_say(_ONE_WANTED, language, question=questions[0])]
    more = ["…"] if len(questions) > _QUESTIONS else []
    return [_say(_MANY_WANTED, language, count=len(questions)), *(f"– {one}" for one in questions[:_QUESTIONS]), *more]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LENGTH else line[:_LENGTH].rsplit(" ", 1)[0] + " …"
