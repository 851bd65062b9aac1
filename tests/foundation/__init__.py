"""What everything else stands on: settings, the SQLite engine, bundles, headers, logs, the server."""
