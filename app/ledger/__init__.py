"""The ledger: SQLite through SQLAlchemy, the one place that sees rows; imports app.domain only."""
