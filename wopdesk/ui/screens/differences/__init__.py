"""Differences: two persons answered one question differently, and one of them settles it."""
