"""What an evaluation ends with where a value cannot be what is needed of it."""

from __future__ import annotations


class Mismatch(ValueError):
    """A value cannot be what a function needs."""
