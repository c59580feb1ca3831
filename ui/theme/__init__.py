"""Looks: tokens, fonts and icons; imported by every room of ui."""
