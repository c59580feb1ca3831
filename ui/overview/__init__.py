"""The page that answers at a glance: composes the features; imported by ui.window and ui.start."""
