"""Tests of ui/accounts."""
