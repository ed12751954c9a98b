"""Partnerships as several screens tell of them: how each stands, how far its documents are, and the words for that."""
