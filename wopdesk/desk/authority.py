"""What PWON's authority says: whose key speaks for which office, and which office takes part where."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from wopdesk.desk import partners, welcome, wishes
from wopdesk.desk.desk import Desk
from wopdesk.desk.faults import DeskFault
from wopdesk.exchange import keyfolder
from wopdesk.exchange.bundle import Bundle, write
from wopdesk.exchange.codes import same_code, short_code
from wopdesk.exchange.envelope import Envelope, Sender, new_id
from wopdesk.exchange.keys import SigningKey, allowed_signers
from wopdesk.exchange.signed import Signed, sign_statement
from wopdesk.places import program_name
from wopdesk.records.ids import Key, OfficeId, Space
from wopdesk.records.kinds import MENTEE, ROLES
from wopdesk.records.segment import NAMESPACE as SEGMENT_NAMESPACE
from wopdesk.records.statement import EVERY_SPACE, Admit, Authority, Member, Office
from wopdesk.records.statement import NAMESPACE as STATEMENT_NAMESPACE
from wopdesk.sentence import Sentence
from wopdesk.store import outgoing
from wopdesk.store.outgoing import Caller

BUNDLE_NAMESPACE = "bundle@wopdesk"


@dataclass(frozen=True)
class Request:
    """An installation that has written and waits for approval.

    Attributes:
        key: its key.
        office: the office that it says it is.
        name: as it calls itself.
        heard: when its last bundle came.
        code: the short code of its key, to be read on the telephone; never shown before it is compared.
        own: whether it asks to be a further computer of this office.
        role: the one that it says its office has in the programme; empty where it does not say.
    """

    key: Key
    office: OfficeId
    name: str
    heard: str
    code: str
    own: bool
    role: str = ""


def authority_key(desk: Desk) -> SigningKey:
    """PWON's authority key, where this desk holds it.

    Raises:
        DeskFault: it does not.
    """
    for public in keyfolder.kept(keyfolder.folder_of(desk.store.path)):
        if public in desk.standing.authorities and public != desk.identity.root:
            return desk.key(public)
    raise DeskFault("Only PWON's own desk can do this.", "Ask the coordinator.")


def requests(desk: Desk) -> list[Request]:
    """Installations that wait for approval, the longest waiting first."""
    with desk.store.reading() as connection:
        heard = outgoing.callers(connection)
    waiting = [peer for peer in heard if partners.waits(desk, peer.key, peer.office)]
    said = wishes.said_roles(desk) if waiting else {}
    found = [_request(desk, peer, said.get((peer.key, peer.office), "")) for peer in waiting]
    return sorted(found, key=lambda one: (one.heard, one.key))


def _request(desk: Desk, peer: Caller, role: str) -> Request:
    own = peer.office == desk.office
    return Request(peer.key, OfficeId(peer.office), peer.name, peer.heard, short_code(peer.key), own, role)


def find_request(desk: Desk, wanted: str) -> Request:
    """A request by the office's name or code, or the beginning of its key or of the office's id.

    Raises:
        DeskFault: none or several.
    """
    known = requests(desk)
    label = wanted.strip().lower()
    found = [
        one
        for one in known
        if label in {one.name.lower(), welcome.code_of(one.name)}
        or (label and (one.key.startswith(label) or one.office.startswith(label)))
    ]
    if len(found) != 1:
        listed = ", ".join(f"{one.name} ({one.key[:8]})" for one in known) or "none"
        raise DeskFault(
            Sentence("No single request is called '{wanted}'.", wanted=wanted),
            Sentence("Waiting for approval: {listed}.", listed=listed),
        )
    return found[0]


def approve(desk: Desk, wanted: str, code: str, role: str = "") -> OfficeId:
    """Let an installation speak for its office, after its code was compared on the telephone; the office's id.

    Args:
        desk: PWON's desk.
        wanted: which request.
        code: as it was heard.
        role: the office's in the programme; by default the one that it says, or mentee where it says none.

    Raises:
        DeskFault: the code is another one, it takes the place of an office of another name, or this is not PWON's desk.
    """
    authority = authority_key(desk)
    request = find_request(desk, wanted)
    _check_is_itself(desk, request)
    _compare(code, request.code, request.name)
    role = role or request.role or MENTEE
    if role not in ROLES:
        raise DeskFault(
            Sentence("'{role}' is no role.", role=role), Sentence("Say one of: {listed}.", listed=", ".join(ROLES))
        )
    label = welcome.code_of(request.name)
    taken = {known for office, (known, _) in desk.standing.names.items() if office != request.office}
    label = f"{label}-{request.office[:4]}" if label in taken else label
    programme = desk.identity.programme
    signed = [sign_statement(Office(request.office, label, request.name, request.key), authority)]
    if programme and not partners.takes_part(desk, programme, request.office):
        signed.append(sign_statement(Member(programme.id, request.office, role), authority))
    welcome.take_statements(desk, signed)
    return request.office


def _check_is_itself(desk: Desk, request: Request) -> None:
    """Whoever asks names its office's id itself: the name under which it is called must be that office's, too."""
    _, known = desk.standing.names.get(request.office, ("", request.name))
    if request.name != known:
        raise DeskFault(
            Sentence(
                "{office} asks to speak for {known}, which is approved already.", office=request.name, known=known
            ),
            Sentence(
                "Do not approve it. Ask {known}, on a telephone number that you know, whether it has a new computer.",
                known=known,
            ),
        )


def _compare(typed: str, code: str, name: str) -> None:
    if not same_code(typed, code):
        raise DeskFault(
            Sentence("The check code does not belong to the key that came from {name}.", name=name),
            "Ask for the check code again, on a telephone number that you know. If it stays different, do not approve.",
        )


def admit(desk: Desk, wanted: str, code: str, spaces: tuple[str, ...] = (EVERY_SPACE,)) -> Key:
    """Let a further computer of this office work for it, after its code was compared; its key.

    Raises:
        DeskFault: it says that it belongs to another office, did not sign that it wishes to work for this one, or the
            code is another one.
    """
    request = find_request(desk, wanted)
    if not request.own:
        raise DeskFault(
            Sentence("{office} is another office.", office=request.name),
            "PWON approves offices; a desk admits only computers of its own office.",
        )
    if desk.standing.joins.get(request.key) != desk.office:
        raise DeskFault(
            "That computer has not signed yet that it wishes to work for this office.",
            "Receive a bundle of that computer first.",
        )
    _compare(code, request.code, request.name)
    welcome.take_statements(desk, [sign_statement(Admit(request.key, spaces), desk.key())])
    return request.key


def make_member(desk: Desk, space: Space, office: OfficeId, role: str) -> None:
    """State that an office takes part in a partnership, in a role.

    Raises:
        DeskFault: this is not PWON's desk, or the role is none.
    """
    if role not in ROLES:
        raise DeskFault(
            Sentence("'{role}' is no role.", role=role), Sentence("Say one of: {listed}.", listed=", ".join(ROLES))
        )
    welcome.take_statements(desk, [sign_statement(Member(space.id, office, role), authority_key(desk))])


def invitation(desk: Desk) -> bytes:
    """The bundle that anybody may open: it pins PWON's root key. Its code is read on the telephone."""
    with desk.store.reading() as connection:
        held = outgoing.read_held_statements(connection)
    own = {desk.office}
    named = [one for one in held if introduces(one.signed.body, own)]
    signed = tuple(Signed(one.signed.statement.data, one.signature, one.signed.signer) for one in named)
    authority_key(desk)
    return write(Bundle(envelope(desk, ()), statements=signed), desk.key())


def introduces(body: object, offices: Collection[str]) -> bool:
    """Whether a statement says who PWON is."""
    return isinstance(body, Authority) or (isinstance(body, (Office, Member)) and body.office in offices)


def envelope(desk: Desk, to: tuple[OfficeId, ...]) -> Envelope:
    """The outside of a bundle from this desk, now, without `have` and `want`."""
    own = desk.identity
    return Envelope(new_id(), Sender(own.office, own.key, own.name), tuple(sorted(to)), desk.now, program_name())


def signers(desk: Desk) -> str:
    """The file that `ssh-keygen -Y verify` needs to check bundles, segments and statements with stock tools."""
    voices = [
        (desk.standing.names.get(voice.office, (voice.office, ""))[0], Key(key))
        for key, voice in sorted(desk.standing.voices.items())
    ]
    keys = allowed_signers(voices, (BUNDLE_NAMESPACE, SEGMENT_NAMESPACE, STATEMENT_NAMESPACE))
    authorities = [("authority", Key(key)) for key in sorted(desk.standing.authorities)]
    return keys + allowed_signers(authorities, (STATEMENT_NAMESPACE,))
