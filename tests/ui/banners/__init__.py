"""Tests of ui/banners."""
