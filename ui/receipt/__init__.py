"""The receipt: why a figure is what it is; imported by ui.overview and ui.window alone."""
