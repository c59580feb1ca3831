"""Pieces of text and time that several states share, free of Qt; imported by every room of ui."""
