"""Functions that are no functions of values: libxml2's own about nodes, and those that emission rewrites.

Those of `ON_ITSELF` look at the node they stand on where they are given nothing else; those of `NAMING` do not look
at its value.
"""

from __future__ import annotations

from wopdesk.xlsform.functions.registry import REGISTRY, Function

SPECIAL = {
    function.name: function
    for function in (
        Function("true", "truth", 0, 0),
        Function("false", "truth", 0, 0),
        Function("last", "number", 0, 0),
        Function("position", "number", 0, 1),
        Function("local-name", "text", 0, 1),
        Function("name", "text", 0, 1),
        Function("namespace-uri", "text", 0, 1),
        Function("lang", "truth", 1, 1),
        Function("current", "nodes", 0, 0),
        Function("indexed-repeat", "nodes", 3, 11),
        Function("once", "text", 1, 1),
        Function("jr:choice-name", "text", 2, 2),
        Function("jr:itext", "any", 1, 1),
    )
}

NAMING = frozenset({"local-name", "name", "namespace-uri"})
ON_ITSELF = NAMING | {"normalize-space", "number", "string", "string-length"}


def known(name: str) -> Function | None:
    """What is known of a function by the name forms use, `None` if there is none."""
    return SPECIAL.get(name) or REGISTRY.get(name)
