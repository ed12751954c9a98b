"""Finds texts of the desk that nobody translated, by listening while they are said."""

from typing_extensions import override

from wopdesk.ui import i18n


class Listening(i18n.Translations):
    """The translations, with a list of what they lack."""

    def __init__(self) -> None:
        super().__init__("ur")
        self.lacking: set[str] = set()

    @override
    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        sourceText: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        text = sourceText if isinstance(sourceText, str) else bytes(sourceText).decode()
        if context == "wopdesk" and text and text not in i18n.words("ur"):
            self.lacking.add(text)
        return super().translate(context, sourceText, disambiguation, n)
