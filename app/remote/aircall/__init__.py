"""Aircall as the ledger reads it: its calls of the last six months, and its users.

Imported by the rounds with connections alone, always late: pydantic and httpx are slow to load.
Past texts are not here because Aircall has no list of them.
"""
