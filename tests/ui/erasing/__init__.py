"""Tests of ui/erasing."""
