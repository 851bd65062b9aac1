"""Today's picks: who is asked, until when, and what comes of the taps by Fair Share (`routines.rules.fair_share`).

Nobody has to end a pick: past its time the result is a pure function of what is stored, so whoever looks next sees it,
and whoever acts next writes it down.
"""
