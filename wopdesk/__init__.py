"""WOPDesk: an offline desk for Water Operators' Partnerships.

Imports inside this package point down only: ui and cli, then desk, then store, exchange and reports, then programme,
then records and xlsform. The contract is in pyproject.toml and `make check` keeps it.
"""

__version__ = "0.1.0"
