"""Tests of rounds with the plan server."""
