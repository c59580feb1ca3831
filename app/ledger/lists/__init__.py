"""Entries found by words and filters, in any order, read page by page."""
