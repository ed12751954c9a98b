"""Where forms, resources and data lie: in the source tree, in an installed wheel and in an installer.

Every part of the program may ask here; this module asks nobody.
"""

from pathlib import Path

from platformdirs import user_data_path

from wopdesk import __version__

_PACKAGE = Path(__file__).resolve().parent


def forms_folder() -> Path:
    """The folder with `programme.toml` and one folder per kind of document."""
    return _folder("forms")


def resources_folder() -> Path:
    """The folder with fonts, icons, translations, theme and sample data."""
    return _folder("resources")


def default_data_file() -> Path:
    """The data file that is opened when no other is named. Neither the file nor its folder need exist yet."""
    return user_data_path("WOPDesk", appauthor=False, roaming=False) / "office.wopdesk"


def _folder(name: str) -> Path:
    """A wheel and an installer carry the folder inside the package, the source tree has it beside the package."""
    packed = _PACKAGE / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


def program_name() -> str:
    """Name and version of the program, as bundles and papers carry it: `WOPDesk 0.1.0`."""
    return f"WOPDesk {__version__}"
