"""Addresses of what makes the tablet an app: its manifest, its worker, its page without a net."""

from django.urls import path

from routines.views import shell

shell_urls = [
    path("tablet/app.webmanifest", shell.app, name="tablet_app"),
    path("tablet/worker.js", shell.worker, name="tablet_worker"),
    path("tablet/offline", shell.offline, name="tablet_offline"),
]
