"""Addresses of who is here when: the calendar, breaks, and the weeks everybody lives by."""

from django.urls import path

from routines.views import days

D = "h/<int:household_id>/days"

days_urls = [
    path(D, days.days, name="days"),
    path(f"{D}/day", days.days_day, name="days_day"),
    path(f"{D}/break", days.days_break, name="days_break"),
    path(f"{D}/break/<int:pause_id>/end", days.days_break_end, name="days_break_end"),
    path(f"{D}/usual/<int:member_id>", days.days_usual, name="days_usual"),
]
