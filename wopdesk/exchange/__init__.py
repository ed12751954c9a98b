"""Exchange: keys, signatures and the bundles that carry records between offices.

The only place that knows cryptography. Yields verified values; must not know the store, the agenda or a screen.
"""
