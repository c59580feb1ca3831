"""Tests of ui/company."""
