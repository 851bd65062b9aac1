"""What was drawn, recorded and said too late about one question, so that its addresses have something to show."""

from routines.models import Drawing, LateVoice, Option, Recording, snapshots


def heard_and_seen(cast, question, option, now):
    """Add one of each, and return their ids by the names addresses use."""
    about = {"household": cast.household}
    drawing = Drawing.objects.create(**about, member=cast.bo, png=b"\x89PNG", made_at=now)
    Option.objects.filter(id=option).update(drawing=drawing)
    recording = Recording.objects.create(
        **about, question_id=question, sound=b"OggS", kind="audio/ogg", recorded_by=cast.maya, recorded_at=now
    )
    late = LateVoice.objects.create(**about, question_id=question, member=cast.bo, say="yes", arrived_at=now)
    snapshots.forget()
    return {"drawing_id": drawing.id, "recording_id": recording.id, "late_id": late.id}
