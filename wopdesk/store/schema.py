"""The tables of a data file: what is kept for ever, what can be computed again, and what never leaves this computer."""

from __future__ import annotations

import sqlalchemy as sa

SCHEMA = 1
"""Version of the durable and local tables; kept in the file's header."""
VIEWS = 2
"""Version of the views, and of what they say; another one means that they are built anew."""

durable = sa.MetaData()
"""Batches as received, segments with their signatures, statements, blobs."""
views = sa.MetaData()
"""Can be dropped and rebuilt with the same result."""
local = sa.MetaData()
"""Drafts, settings, and what went to and came from whom. Never sent."""

OP_BITS = 16
"""An operation's number is its batch's number, these bits to the left, and its position in the batch."""
LAST = (1 << OP_BITS) - 1
"""The largest position of an operation in its batch; a mask that gives the position."""


def literal(number: int) -> sa.ColumnElement[int]:
    """A number that is part of a statement's text."""
    return sa.literal_column(str(number), sa.Integer)


space = sa.Table(
    "space",
    durable,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("nonce", sa.String, nullable=False),
)
author = sa.Table(
    "author",
    durable,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("key", sa.String, nullable=False, unique=True),
)
segment = sa.Table(
    "segment",
    durable,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("space", sa.Integer, nullable=False),
    sa.Column("author", sa.Integer, nullable=False),
    sa.Column("after", sa.String, nullable=False),  # ids, separated by blanks
    sa.Column("signature", sa.LargeBinary, nullable=False),
)
batch = sa.Table(
    "batch",
    durable,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.LargeBinary(32), nullable=False, unique=True),
    sa.Column("space", sa.Integer, nullable=False),
    sa.Column("author", sa.Integer, nullable=False),
    sa.Column("segment", sa.Integer, index=True),  # the first that brought it; empty: own and not yet signed
    sa.Column("line", sa.LargeBinary, nullable=False),
)
segment_line = sa.Table(  # only of segments that bring a batch which was there already
    "segment_line",
    durable,
    sa.Column("segment", sa.Integer, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("batch", sa.Integer, nullable=False, index=True),
)
statement = sa.Table(
    "statement",
    durable,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
    sa.Column("signature", sa.LargeBinary, nullable=False),
    sa.Column("signer", sa.String, nullable=False),
)
blob = sa.Table(
    "blob",
    durable,
    sa.Column("sha256", sa.String, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
brought = sa.Table(  # whose bundle brought a blob, and in which circles; it is passed on in no other ones
    "brought",
    durable,
    sa.Column("blob", sa.String, primary_key=True),
    sa.Column("space", sa.String, primary_key=True),
    sa.Column("sender", sa.String, primary_key=True),
)

record = sa.Table(
    "record",
    views,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("id", sa.String, nullable=False, unique=True),
    sa.Column("home", sa.String),  # these are empty until a founding reveals them
    sa.Column("owner", sa.String),
    sa.Column("kind", sa.String, index=True),
    sa.Column("by", sa.String),
    sa.Column("text", sa.String),
)
founded = sa.Table(
    "founded",
    views,
    sa.Column("record", sa.Integer, primary_key=True),
    sa.Column("space", sa.Integer, primary_key=True),
)
op = sa.Table(
    "op",
    views,
    sa.Column("n", sa.Integer, primary_key=True),
    sa.Column("space", sa.Integer, nullable=False),
    sa.Column("record", sa.Integer, nullable=False),
    sa.Column("field", sa.String, nullable=False),
    sa.Column("value", sa.String),
    sa.Column("is_blob", sa.Integer, nullable=False),
    sa.Column("state", sa.Integer, nullable=False),
    sa.Index("op_cell", "record", "field"),
)
ONE: sa.ColumnClause[int] = sa.literal_column("1", sa.Integer)
"""Written out, so that an index of the few operations that name files serves the question for them."""
sa.Index("op_file", op.c.n, sqlite_where=op.c.is_blob == ONE, postgresql_where=op.c.is_blob == ONE)
batch_of_op = batch.c.n == op.c.n.op(">>")(literal(OP_BITS))
"""Joins an operation with its batch."""
op_at = op.c.n == batch.c.n.op("<<")(literal(OP_BITS)).op("|")(sa.bindparam("position"))
"""Joins a batch with its operation at the position that is given; quick where the batch is known."""
awaited = sa.Table(  # parents that are named but not here
    "awaited",
    views,
    sa.Column("batch", sa.LargeBinary(32), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("op", sa.Integer, primary_key=True, index=True),
)
unreadable = sa.Table(
    "unreadable",
    views,
    sa.Column("batch", sa.Integer, primary_key=True),
    sa.Column("reason", sa.String, nullable=False),
)
verdict = sa.Table(  # what decided about a segment's batches; segment 0: own batches not yet signed
    "verdict",
    views,
    sa.Column("space", sa.Integer, primary_key=True),
    sa.Column("author", sa.Integer, primary_key=True),
    sa.Column("segment", sa.Integer, primary_key=True),
    sa.Column("said", sa.String, nullable=False),
)

piece = sa.Table(  # of large blobs whose other pieces are still on their way
    "piece",
    local,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
setting = sa.Table(
    "setting",
    local,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)
draft = sa.Table(
    "draft",
    local,
    sa.Column("record", sa.String, primary_key=True),
    sa.Column("field", sa.String, primary_key=True),
    sa.Column("value", sa.String),
    sa.Column("at", sa.String, nullable=False),
)
kept_back = sa.Table(  # own batches of jointly written records that were not shared with the partners yet
    "kept_back",
    local,
    sa.Column("batch", sa.Integer, primary_key=True),
    sa.Column("record", sa.String, nullable=False),
)
peer = sa.Table(  # the latest `have` of each installation heard of
    "peer",
    local,
    sa.Column("key", sa.String, primary_key=True),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("bundle", sa.String, nullable=False),
    sa.Column("have", sa.String, nullable=False),
    sa.Column("want", sa.String, nullable=False),
    sa.Column("heard", sa.String, nullable=False),
)
sent = sa.Table(  # segments and blobs that went to an office
    "sent",
    local,
    sa.Column("office", sa.String, primary_key=True),
    sa.Column("item", sa.String, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
)
received = sa.Table(
    "received",
    local,
    sa.Column("bundle", sa.String, primary_key=True),
    sa.Column("sender", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("summary", sa.String, nullable=False),
)
refused = sa.Table(
    "refused",
    local,
    sa.Column("sha256", sa.String, primary_key=True),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
