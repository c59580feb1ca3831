"""Banners: the one slot for what must be known now; imported by ui.overview and ui.window alone."""
