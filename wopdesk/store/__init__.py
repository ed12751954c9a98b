"""The store: one SQLite file with everything an office has received, written and drafted.

The only place that knows SQLAlchemy and SQLite. Must not know how bundles are packed, how papers look, or who asks.
"""
