"""Usage counts by ledger, day and kind, and the sums of a company by day and kind."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    _ledgers()
    _counts()
    _days()


def _ledgers() -> None:
    op.create_table(
        "usage_ledger",
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("member_id", sa.String(32), nullable=False),
        sa.Column("ledger_id", sa.String(32), nullable=False),
        sa.Column("reported_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_usage_ledger"),
        sa.UniqueConstraint("member_id", "ledger_id", name="uq_usage_ledger_member_id_ledger_id"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_usage_ledger_company_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_usage_ledger_member_id"),
    )
    op.create_index(
        "ix_usage_ledger_company_id_reported_us", "usage_ledger", ["company_id", "reported_us"]
    )


def _counts() -> None:
    figures = ("counted", "billed", "over", "outside", "second_leg", "unpriced")
    op.create_table(
        "usage_count",
        sa.Column("ledger", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("holds", sa.Boolean, nullable=False),
        *(sa.Column(figure, sa.Integer, nullable=False) for figure in figures),
        sa.Column("amounts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("ledger", "day", "kind", name="pk_usage_count"),
        sa.ForeignKeyConstraint(["ledger"], ["usage_ledger.number"], name="fk_usage_count_ledger"),
        sqlite_with_rowid=False,
    )


def _days() -> None:
    op.create_table(
        "usage_day",
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("counted", sa.BigInteger, nullable=False),
        sa.Column("outside", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("company_id", "day", "kind", name="pk_usage_day"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_usage_day_company_id"),
        sqlite_with_rowid=False,
    )
