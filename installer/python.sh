#!/bin/sh
# Prints the name of a Python that can run WOPDesk (3.11 or newer, with venv); prints nothing and fails if there is none.
for python in python3 python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$python"
        exit 0
    fi
done
exit 1
