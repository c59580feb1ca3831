"""Copies of the ledger: made while others write, checked, compared and put back."""
