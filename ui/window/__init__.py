"""The main window: rail, menus, page and receipt; imported by ui.start alone."""
