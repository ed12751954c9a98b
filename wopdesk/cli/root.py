"""The command `wopdesk` itself: its options, the list of its commands, and the window when there is no command."""

from __future__ import annotations

import click

from wopdesk import __version__
from wopdesk.cli.lazy import Entry, LazyGroup, Sections
from wopdesk.cli.settings import Settings, desk_options
from wopdesk.cli.window import open_window

SECTIONS: Sections = {
    "Records": {
        "list": Entry("views", "list_records", "List records, all or of one kind."),
        "show": Entry("views", "show", "Show one record with versions and what is missing."),
        "new": Entry("records", "new", "Start a record and print its id."),
        "set": Entry("records", "set_answers", "Answer questions: PATH=VALUE …"),
        "row": Entry("records", "row", "Add and remove rows of a record's tables."),
        "attach": Entry("records", "attach", "Make a file or photo the answer of a question."),
        "share": Entry("reviews", "share", "Let partners see edits of a record written together."),
        "submit": Entry("reviews", "submit", "Submit a record as a version that never changes."),
        "review": Entry("reviews", "review", "Accept a submitted record, return it, or comment."),
        "agenda": Entry("views", "agenda", "What this office has to do next, and waits for."),
        "history": Entry("views", "show_history", "Everything that was written in a record."),
        "differences": Entry("reviews", "differences", "Where two persons answered differently."),
        "settle": Entry("reviews", "settle", "Settle a difference."),
        "held": Entry("views", "show_held", "What came in and does not count, with the reason."),
    },
    "Send and receive": {
        "open": Entry("window", "open_files", "Open the window and receive files in it; 'open' may be left out."),
        "export": Entry("post", "export", "Write what an office lacks for email or a USB stick."),
        "import": Entry("post", "import_files", "Receive bundles, and PDFs and mails that carry them."),
        "verify": Entry("post", "verify", "Check that files are whole and who signed them."),
    },
    "Papers": {
        "pdf": Entry("papers", "pdf", "Write a record as a PDF that carries its data."),
        "xlsx": Entry("papers", "xlsx", "Write a workbook, such as the register."),
        "blank": Entry("forms_blank", "blank", "Write an empty form to be filled in by hand."),
    },
    "Offices": {
        "init": Entry("founding", "init", "Set up the desk of an office in a new data file."),
        "invite": Entry("offices", "invite", "Write the invitation with which an office joins."),
        "approve": Entry("offices", "approve", "Approve an office that has written."),
        "admit": Entry("offices", "admit", "Let a further computer work for this office."),
        "member": Entry("offices", "member", "Let an office take part in a partnership."),
        "offices": Entry("offices", "offices", "List the offices known here."),
        "cut": Entry("leaving", "cut", "Let a lost computer or a former member count no more."),
        "close": Entry("leaving", "close", "Wait no more for a message that is missing."),
        "return-laptop": Entry("leaving", "return_laptop", "Erase a borrowed computer's data, once it arrived."),
    },
    "Upkeep": {
        "check": Entry("upkeep", "check", "Check the data file from end to end."),
        "backup": Entry("upkeep", "backup", "Make today's backup."),
        "restore": Entry("upkeep", "restore", "List the backups, or bring one back."),
        "recover": Entry("recovering", "recover", "Let PWON speak again with its recovery kit."),
        "forms": Entry("forms", "forms", "Check, compare and try forms; take them to Excel and back; publish them."),
        "demo": Entry("demo", "demo", "Play a sample of three partnerships."),
    },
}


@click.group(
    cls=LazyGroup,
    sections=SECTIONS,
    for_files="open",
    invoke_without_command=True,
    subcommand_metavar="[COMMAND [ARGS]... | FILES...]",
    context_settings={"obj": Settings(), "help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@desk_options
@click.version_option(__version__, prog_name="WOPDesk")
@click.pass_context
def root(ctx: click.Context) -> None:
    """An offline desk for Water Operators' Partnerships. Without a command, its window opens and receives FILES.

    Exit codes: 0 done, 1 refused (why, what is safe and what to do next stand on stderr), 2 not understood.
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(open_window(ctx.obj))
