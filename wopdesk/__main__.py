"""Start WOPDesk: hand the command line to whoever serves it.

Owns the way in and nothing else; it must stay quick, since everything imported here delays the first answer.
"""

from wopdesk.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
