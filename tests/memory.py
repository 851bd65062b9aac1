"""What a process remembers of pages it has shown, and how to forget it."""


def forget_everything():
    """Forget whatever was read or drawn, as a process that has just begun."""
    from routines.models import mirrors, mornings, pick_memory, pickings, snapshots
    from routines.regions import coming, page, push
    from routines.regions.looking_in import known
    from routines.regions.morning import page as run_page

    for layer in (snapshots, mirrors, mornings, pickings, pick_memory, page, coming, push, run_page, known):
        layer.forget()
