"""The family around a table: short ways to meet."""

from zoneinfo import ZoneInfo

from households.models import Event, Household, Member
from routines.actions.meeting import begin_meeting, end_meeting, note, pass_chair
from routines.actions.take_back import take_back
from routines.models import Meeting, MeetingNote
from routines.models.snapshots import routine_states
from routines.regions.look import Look
from routines.regions.meeting.page import HeldPage, held_page, meeting_view
from routines.regions.meeting.values import MeetingView, ThingView
from tests.routines.morning import Morning


class Table:
    """Meetings of the family of `Morning`, most of which Maya taps."""

    def __init__(self, family: Morning) -> None:
        self.family = family

    def _about(self, who: Member | None) -> dict:
        return {"actor": self.family.actor(who or self.family.maya), "at": self.family.now}

    def begin(self, chair: Member | None = None, by: Member | None = None, **about) -> Event:
        return begin_meeting(**{**self._about(by), "chair_id": chair and chair.id, **about})

    def begun(self, chair: Member | None = None) -> int:
        """Begin a meeting and return its id."""
        return self.begin(chair).subject_key

    def pass_on(self, meeting: int, to: Member | None = None, by: Member | None = None) -> Event | None:
        return pass_chair(**self._about(by), meeting_id=meeting, chair_id=to and to.id)

    def note(self, meeting: int, key: str, text: str = "", by: Member | None = None, **about) -> Event | None:
        return note(**{**self._about(by), "meeting_id": meeting, "key": key, "text": text, **about})

    def end(self, meeting: int, by: Member | None = None) -> Event:
        return end_meeting(**self._about(by), meeting_id=meeting)

    def held(self, chair: Member | None = None, **notes: str) -> int:
        """Hold a whole meeting: `held(question_12="Music")`."""
        meeting = self.begun(chair)
        for key, text in notes.items():
            self.note(meeting, key.replace("_", "-"), text)
        self.end(meeting)
        return meeting

    def take_back(self, event: Event, by: Member | None = None) -> Event:
        return take_back(**self._about(by), event_id=event.id)

    def row(self, meeting: int) -> Meeting:
        return Meeting.objects.get(id=meeting)

    def notes(self, meeting: int) -> dict[str, str]:
        return dict(MeetingNote.objects.filter(meeting_id=meeting).values_list("key", "text"))

    def look(self, who: Member | None = None) -> Look:
        """Return how somebody looks at the household now."""
        people, now = self.family.people(), self.family.now
        household = Household.objects.get(id=self.family.household.id)
        viewer = next(each for each in people if each.id == (who or self.family.maya).id)
        today = now.astimezone(ZoneInfo(household.time_zone)).date()
        return Look(household.id, household.revision, viewer, people, now, today, household.time_zone)

    def view(self, who: Member | None = None) -> MeetingView:
        look = self.look(who)
        return meeting_view(look, routine_states(look.household_id, look.now))

    def earlier(self, before: int | None = None) -> HeldPage:
        return held_page(self.look(), before)

    def things(self) -> dict[str, ThingView]:
        """Return what there is to talk about, by its keys, in order."""
        return {thing.key: thing for thing in self.view().things}

    def keys(self) -> list[str]:
        return list(self.things())
