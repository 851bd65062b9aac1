"""Addresses of looking back: planned and felt, the mornings behind it, and what was answered."""

from django.urls import path

from routines.views.mirror import mirror

H = "h/<int:household_id>/mirror/"

mirror_urls = [
    path(H, mirror.mirror, name="mirror"),
    path(H + "said", mirror.mirror_said, name="mirror_said"),
    path(H + "mornings", mirror.mirror_mornings, name="mirror_mornings"),
]
