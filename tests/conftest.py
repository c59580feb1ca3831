"""The rules every test runs under; each stands in a small module of its own in tests/support."""

pytest_plugins = [
    "pytester",
    "tests.support.surroundings",
    "tests.support.quiet_log",
    "tests.support.leftovers",
    "tests.support.qt_leftovers",
    "tests.support.qt_patience",
    "tests.support.order",
    "tests.support.workers",
    "tests.support.tools",
    "tests.support.keyrings",
    "tests.support.keyring_daemon",
    "tests.support.postgres",
]
