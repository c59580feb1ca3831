"""What the ledger keeps of connections, on real SQLite files."""
