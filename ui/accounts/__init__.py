"""The Accounts page and its dialogs; imported by ui.window and ui.desk."""
