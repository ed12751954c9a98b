"""`python -m tests.conformance FILE.json [-v]`: how many conformance cases of a file we pass."""

import argparse
from pathlib import Path

from tests.conformance.cases import failure, read


def main() -> None:
    """Print `N passed, M failed of T`, and with -v each failure and whether it is a known exception."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    cases = read(asked.file)
    failures = [(case, found) for case in cases if (found := failure(case))]
    if asked.verbose:
        for case, found in failures:
            known = f" [known: {case.exception}]" if case.exception else ""
            print(f"{case.source}: {case.expression!r} at {case.context}: {found}{known}")  # noqa: T201 - a command
    print(f"{len(cases) - len(failures)} passed, {len(failures)} failed of {len(cases)}")  # noqa: T201 - a command


main()
