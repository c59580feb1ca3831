"""Readers that turn export files into facts, and writers; may import app.domain only."""
