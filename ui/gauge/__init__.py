"""The gauge: the one number and its arc; imported by ui.overview and ui.window alone."""
