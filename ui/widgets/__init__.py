"""Small parts of every page; imported by features and the window, import only ui.theme."""
