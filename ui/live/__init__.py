"""The call that is open now and how one is told by hand; imported by ui.overview and ui.window."""
