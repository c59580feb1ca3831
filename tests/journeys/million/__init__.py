"""Journeys through the real window on a million entries; each works on a copy of its own."""
