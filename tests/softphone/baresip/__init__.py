"""Tests of baresip as a live source: its parts, against a stand-in, and the program itself."""
