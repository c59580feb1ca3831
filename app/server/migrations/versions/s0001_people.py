"""Companies, members, tokens, invitations, attempts to sign in, and the audit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _people()
    _secrets()
    _audit()


def _people() -> None:
    op.create_table(
        "company",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("revision", sa.BigInteger, nullable=False),
        sa.Column("usage_revision", sa.BigInteger, nullable=False),
        sa.Column("created_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_company"),
    )
    op.create_table(
        "member",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("licence", sa.String(16), nullable=False),
        sa.Column("joined_us", sa.BigInteger, nullable=False),
        sa.Column("left_us", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_member_company_id"),
    )
    op.create_index("ix_member_company_id", "member", ["company_id"])


def _secrets() -> None:
    op.create_table(
        "token",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("member_id", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("device", sa.String(120), nullable=False),
        sa.Column("created_us", sa.BigInteger, nullable=False),
        sa.Column("used_us", sa.BigInteger),
        sa.Column("revoked_us", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("digest", name="uq_token_digest"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_token_member_id"),
    )
    op.create_index("ix_token_member_id", "token", ["member_id"])
    op.create_table(
        "invitation",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("licence", sa.String(16), nullable=False),
        sa.Column("member_id", sa.String(32)),
        sa.Column("made_by", sa.String(32)),
        sa.Column("created_us", sa.BigInteger, nullable=False),
        sa.Column("expires_us", sa.BigInteger, nullable=False),
        sa.Column("used_us", sa.BigInteger),
        sa.Column("revoked_us", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_invitation"),
        sa.UniqueConstraint("digest", name="uq_invitation_digest"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_invitation_company_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_invitation_member_id"),
        sa.ForeignKeyConstraint(["made_by"], ["member.id"], name="fk_invitation_made_by"),
    )
    op.create_index("ix_invitation_company_id", "invitation", ["company_id"])


def _audit() -> None:
    op.create_table(
        "attempt",
        sa.Column("address", sa.String(64), nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("last_us", sa.BigInteger, nullable=False),
        sa.Column("until_us", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("address", name="pk_attempt"),
    )
    op.create_table(
        "audit",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("company_id", sa.String(32), nullable=False),
        sa.Column("at_us", sa.BigInteger, nullable=False),
        sa.Column("member_id", sa.String(32)),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("what", sa.String(64), nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name="fk_audit_company_id"),
        sa.ForeignKeyConstraint(["member_id"], ["member.id"], name="fk_audit_member_id"),
    )
    op.create_index("ix_audit_company_id_id", "audit", ["company_id", "id"])
