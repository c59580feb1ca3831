"""Tests of the shape of the source: who imports whom, how long things are, what they are called."""
