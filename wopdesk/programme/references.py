"""The reference printed on a document, from the template in kind.toml: `{partnership}/MR/{about/period}`."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([^{}]+)\}")
_MISSING = "…"


def reference(template: str, answers: Mapping[str, str], partnership: str) -> str:
    """Fill a template: `{partnership}` is the partnership's code, anything else the path of an answer.

    What has no answer yet shows as an ellipsis, so that an unfinished reference cannot be taken for a finished one.
    """
    values = {**answers, "partnership": partnership}
    return _PLACE.sub(lambda place: values.get(place[1], "").strip() or _MISSING, template)
