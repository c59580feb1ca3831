"""The tables of people: companies, members, tokens, invitations, attempts to sign in, the audit.

Instants are whole microseconds, ids 32 hexadecimal digits. The migrations make these tables; a test
compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
#: A number that the database counts up itself; SQLite does so for one type of column alone.
counted_up = BigInteger().with_variant(Integer(), "sqlite")

company = Table(
    "company",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("revision", BigInteger, nullable=False),
    Column("usage_revision", BigInteger, nullable=False),
    Column("created_us", BigInteger, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("company_id", String(32), ForeignKey("company.id"), nullable=False, index=True),
    Column("name", String(120), nullable=False),
    Column("role", String(16), nullable=False),
    Column("licence", String(16), nullable=False),
    Column("joined_us", BigInteger, nullable=False),
    Column("left_us", BigInteger),
)

token = Table(
    "token",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("member_id", String(32), ForeignKey("member.id"), nullable=False, index=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("device", String(120), nullable=False),
    Column("created_us", BigInteger, nullable=False),
    Column("used_us", BigInteger),
    Column("revoked_us", BigInteger),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("company_id", String(32), ForeignKey("company.id"), nullable=False, index=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("role", String(16), nullable=False),
    Column("licence", String(16), nullable=False),
    # Whom it signs in: said when it is made for somebody who is there, else when it is used.
    Column("member_id", String(32), ForeignKey("member.id")),
    Column("made_by", String(32), ForeignKey("member.id")),
    Column("created_us", BigInteger, nullable=False),
    Column("expires_us", BigInteger, nullable=False),
    Column("used_us", BigInteger),
    Column("revoked_us", BigInteger),
)

attempt = Table(
    "attempt",
    metadata,
    Column("address", String(64), primary_key=True),
    Column("failed", Integer, nullable=False),
    Column("last_us", BigInteger, nullable=False),
    Column("until_us", BigInteger, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    Column("id", counted_up, primary_key=True, autoincrement=True),
    Column("company_id", String(32), ForeignKey("company.id"), nullable=False),
    Column("at_us", BigInteger, nullable=False),
    Column("member_id", String(32), ForeignKey("member.id")),
    Column("by", String(120), nullable=False),
    Column("what", String(64), nullable=False),
    Column("facts", Text, nullable=False),
    Index(None, "company_id", "id"),
)
