"""One partnership: where it stands, its documents, its advice, its figures, what was done in it."""
