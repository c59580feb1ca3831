"""Tests of reading Aircall."""
