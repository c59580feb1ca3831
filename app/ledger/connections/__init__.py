"""Accounts at providers, as the ledger keeps them, and their pages; for actions and sync."""
