"""Everybody side by side: the page a tablet rests on while a morning runs. It is nobody's own."""

from households.models import Tablet
from routines.regions.morning.around import morning_view
from routines.regions.morning.asks import asks_view
from routines.regions.morning.bar import milliseconds
from routines.regions.morning.cards import person_view
from routines.regions.morning.scene import MorningScene, morning_scene
from routines.regions.tablet.faces import signers_of
from routines.regions.tablet.morning.cards import card_of
from routines.regions.tablet.morning.parts import done_of
from routines.regions.tablet.morning.values import NowView
from routines.regions.tablet.room import Room
from routines.rules.morning.deeds import MorningDeed
from routines.rules.morning.resting import in_hand, rests_until
from routines.rules.tablet import in_groups

# How many columns can be told apart and tapped side by side.
SIDE_BY_SIDE = 5


def now_view(room: Room, tablet: Tablet) -> NowView | None:
    """Return the morning a tablet rests on, or None where it shows its faces.

    Two queries beside the room's own: who may sit here, and whether there is something to pick. It rests only where
    somebody of them has a part.
    """
    if room.morning is None:
        return None
    signers = signers_of(room, tablet)
    faces = in_hand(room.morning, tuple(signer.person for signer in signers))
    if not faces:
        return None
    scene = morning_scene(room.common_look(), room.morning)
    asks = asks_view(scene)
    coded = {signer.person.id for signer in signers if signer.has_code}
    cards = tuple(card_of(scene, person, asks, has_code=person.id in coded) for person in faces)
    others = tuple(person for person in scene.people if person not in faces)
    return NowView(
        revision=room.household.revision,
        morning=morning_view(scene),
        groups=in_groups(cards, SIDE_BY_SIDE),
        others=tuple(person_view(scene, person, together=False) for person in others),
        signers=tuple(signer for signer in signers if signer.person in faces),
        may_come_back=bool(scene.may(MorningDeed.BACK_AFTER_LEAVING, speaker=faces[0])),
        picks=room.picks_open,
        done=done_of(scene.morning),
        changes_at=changes_at(scene),
    )


def rests_here(room: Room, tablet: Tablet) -> bool:
    """Return whether a tablet rests on a morning rather than on its faces."""
    if room.morning is None:
        return False
    return bool(in_hand(room.morning, tuple(signer.person for signer in signers_of(room, tablet))))


def changes_at(scene: MorningScene) -> int:
    """Return when a morning looks different without a tap, in milliseconds; once they are off, when it is gone."""
    until = rests_until(scene.morning)
    return milliseconds(until if until else scene.at.changes_at)
