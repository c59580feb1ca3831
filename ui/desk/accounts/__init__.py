"""The accounts' side of the desk: rounds with providers, their page and its dialogs."""
