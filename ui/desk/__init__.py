"""Where the window meets the actions; imports ui.window, ui.background and app.actions."""
