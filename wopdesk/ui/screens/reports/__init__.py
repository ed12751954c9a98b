"""All documents of this office."""
