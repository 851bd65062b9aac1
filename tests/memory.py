"""What a process remembers of pages it has shown, and how to forget it."""


def forget_everything():
    """Forget whatever was read or drawn, as a process that has just begun."""
    from routines.models import mirrors, mornings, pick_memory, pickings, snapshots
    from routines.regions import coming, page, push
    from routines.regions.looking_in import known
    from routines.regions.mirror import page as mirror_page
    from routines.regions.morning import page as run_page
    from routines.regions.report import kept as reports
    from routines.regions.review import mirror as review_mirror

    read = (snapshots, mirrors, mornings, pickings, pick_memory)
    for layer in (*read, page, coming, push, run_page, known, mirror_page, review_mirror, reports):
        layer.forget()
