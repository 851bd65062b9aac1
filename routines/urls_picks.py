"""Addresses of picks: those of the plan, today's, and turns that are shared."""

from django.urls import path

from routines.views import bundles, pickings, picks
from routines.views.tablet import picks as tablet_picks

H = "h/<int:household_id>/"
P = H + "p/<int:pick_id>/"
O = P + "options/<int:choice_id>/"  # noqa: E741
K = H + "k/<int:picking_id>/"
T = "tablet/m/<int:member_id>/k/<int:picking_id>/"
B = H + "bundles/<int:bundle_id>/"

picks_urls = [
    path(H + "picks", picks.picks, name="picks"),
    path(H + "s/<int:step_id>/picks/new", picks.pick_new, name="pick_new"),
    path(P, picks.pick, name="pick"),
    path(P + "edit", picks.pick_edit, name="pick_edit"),
    path(P + "archive", picks.pick_archive, name="pick_archive"),
    path(P + "restore", picks.pick_restore, name="pick_restore"),
    path(P + "options", picks.pick_option, name="pick_option"),
    path(O + "archive", picks.pick_option_archive, name="pick_option_archive"),
    path(O + "restore", picks.pick_option_restore, name="pick_option_restore"),
    path(H + "bundles", bundles.bundle_new, name="bundle_new"),
    path(B + "say", bundles.bundle_say, name="bundle_say"),
    path(B + "end", bundles.bundle_end, name="bundle_end"),
    path(H + "m/<int:morning_id>/picks", pickings.picks_strip, name="picks_strip"),
    path(K, pickings.picking, name="picking"),
    path(K + "tap", pickings.picking_tap, name="picking_tap"),
    path(K + "veto", pickings.picking_veto, name="picking_veto"),
    path(K + "treat", pickings.picking_treat, name="picking_treat"),
    path(T + "pick", tablet_picks.pick, name="tablet_pick"),
    path(T + "more", tablet_picks.more, name="tablet_more"),
]
