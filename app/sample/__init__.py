"""Invents a sample month and writes it as export files; may import app.domain only."""
