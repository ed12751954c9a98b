"""Where the keyboard is when a part of a screen is made anew: Qt itself would let it jump to the navigation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

Name = tuple[str, str]
"""The class of a control, and what it is called."""


@contextmanager
def keyboard_kept(page: QWidget) -> Iterator[None]:
    """While something of a page is made anew: afterwards the keyboard is where it was, or where one goes on.

    That is the control that is called the same, else the one after the last that is left before it; the page itself
    where there is none.
    """
    before, focused = stops(page), page.window().focusWidget()  # also while a dialog is just being closed
    at = before.index(focused) if focused in before else None
    names = [_name(one) for one in before]
    yield
    if at is None:
        return
    now = stops(page)
    if focused in now and page.window().focusWidget() is focused:
        return
    place = _place(names, at, [_name(one) for one in now])
    if place is None:
        page.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        _give_keyboard(now[place], page)


def go_on_at_first(of: Sequence[QWidget], page: QWidget) -> None:
    """Let the keyboard go on at the first of these that takes it on a page; also at what is about to be shown."""
    first = next((one for one in of if _takes_keyboard(one, page)), None)
    if first is not None:
        _give_keyboard(first, page)


def stops(page: QWidget) -> list[QWidget]:
    """Where the keyboard stops on a page, in the order in which it comes there; also in what is about to be shown."""
    return [one for one in around(page) if page.isAncestorOf(one) and _takes_keyboard(one, page)]


def around(start: QWidget, *, forwards: bool = True) -> Iterator[QWidget]:
    """All other widgets of the window, from one on, in the order in which Qt itself would come to them."""
    try:
        one = _after(start, forwards=forwards)
        while one is not start:
            yield one
            one = _after(one, forwards=forwards)
    finally:
        # PySide took each for the parent of the next, and would give up what is shown together with what is not
        start.window().findChildren(QWidget)


def _after(widget: QWidget, *, forwards: bool) -> QWidget:
    return (widget.nextInFocusChain() if forwards else widget.previousInFocusChain()) or widget


def _takes_keyboard(one: QWidget, page: QWidget) -> bool:
    stop = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return stop and one.isEnabled() and not any(map(_is_hidden, _from(one, page)))


def _from(one: QWidget, page: QWidget) -> Iterator[QWidget]:
    """It and what it lies in, up to the page."""
    step: QWidget | None = one
    while step is not None and step is not page:
        yield step
        step = step.parentWidget()


def _is_hidden(one: QWidget) -> bool:
    """Whether somebody hid it; what was made just now counts as hidden until the window has painted it."""
    return one.isHidden() and one.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _name(one: QWidget) -> Name:
    return type(one).__name__, one.accessibleName()


def _place(before: Sequence[Name], at: int, now: Sequence[Name]) -> int | None:
    """Where to go on; names that several controls have tell nothing."""
    once = {name for name, count in Counter(before).items() if count == 1}
    once &= {name for name, count in Counter(now).items() if count == 1}
    if before[at] in once:
        return now.index(before[at])
    left = next((now.index(name) for name in reversed(before[:at]) if name in once), -1)
    return min(left + 1, len(now) - 1) if now else None


def _give_keyboard(one: QWidget, page: QWidget) -> None:
    for step in reversed(list(_from(one, page))):
        step.show()  # now, since what is hidden cannot have the keyboard
    one.setFocus(Qt.FocusReason.OtherFocusReason)
