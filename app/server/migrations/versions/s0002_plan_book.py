"""The plan book: statements of plans, seats, annual seats, links, profile and contract."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    _statements(
        "plan_statement",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("line", sa.String(16), nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("anchor_day", sa.Integer, nullable=False),
        sa.UniqueConstraint("id", name="uq_plan_statement_id"),
    )
    _statements(
        "seat_statement",
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("committed", sa.Integer, nullable=False),
        sa.Column("additional", sa.Integer, nullable=False),
        sa.Column("without_bundle", sa.Integer, nullable=False),
    )
    _statements(
        "annual_statement",
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("until", sa.String(10), nullable=False),
        sa.Column("seats", sa.Integer, nullable=False),
    )
    _links()
    for name in ("profile_statement", "contract_statement"):
        _statements(name, sa.Column("document", sa.Text, nullable=False))


def _links() -> None:
    _statements(
        "link_statement",
        sa.Column("member_id", sa.String(32), nullable=False),
        sa.Column("start_us", sa.BigInteger, nullable=False),
        sa.Column("linked", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_link_statement_member_id"),
    )


def _statements(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column(
            "number",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("company_id", sa.String(32), nullable=False),
        *parts,
        sa.Column("recorded_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("number", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=f"fk_{name}_company_id"),
    )
    op.create_index(f"ix_{name}_company_id_number", name, ["company_id", "number"])
