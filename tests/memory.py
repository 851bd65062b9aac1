"""What a process remembers of pages it has shown, and how to forget it."""


def forget_everything():
    """Forget whatever was read or drawn, as a process that has just begun."""
    from routines.models import mornings, pick_memory, pickings, snapshots
    from routines.regions import coming, page, push
    from routines.regions.morning import page as run_page

    for layer in (snapshots, mornings, pickings, pick_memory, page, coming, push, run_page):
        layer.forget()
