"""Tests of ui/plan_page."""
