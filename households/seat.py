"""Who looks from a shared tablet: its key becomes a tablet, a face on it a seat, a seat an actor. Fails closed."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.core import signing
from django.http import HttpResponse

from households.live.change import Viewer
from households.models import HiddenFace, Member, Tablet

# Those who may sit down at a tablet. Adults have screens of their own: a child could tap their face.
AT_A_TABLET = (Member.Kind.CHILD, Member.Kind.TEEN)
# A tap made offline counts for as long as it may take until the tablet meets its net again.
SEAT_LASTS = timedelta(days=14)
# The tablet itself leaves after a minute; one that was switched off meanwhile could not.
SEAT_RESTS = timedelta(minutes=10)
SALT = "households.seat"
# Those that are nobody's own, then those of who sits.
SHARED_PAGES = ("faces", "now")
OWN_PAGES = ("seat", "run")
PAGES = SHARED_PAGES + OWN_PAGES


def key_hash(key: str) -> str:
    """Return what is stored of a tablet's key. It is random and long, so one round of SHA-256 is enough."""
    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def give_key(response: HttpResponse, key: str) -> None:
    """Let a tablet keep its key, out of reach of scripts, for as long as browsers allow."""
    response.set_cookie(
        settings.TABLET_COOKIE_NAME,
        key,
        max_age=settings.TABLET_COOKIE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def tablet_of(cookies: Mapping[str, str]) -> Tablet | None:
    """Return the tablet in use whose key is among these cookies, with its household, or None. One query."""
    key = cookies.get(settings.TABLET_COOKIE_NAME)
    if not key:
        return None
    return Tablet.objects.in_use().select_related("household").filter(key_hash=key_hash(key)).first()


def faces_on(tablet: Tablet):
    """Return who may sit down at a tablet, in the household's order, as a queryset."""
    hidden = HiddenFace.objects.filter(household_id=tablet.household_id, tablet_id=tablet.id)
    members = Member.objects.of(tablet.household_id).here().filter(kind__in=AT_A_TABLET)
    return members.exclude(id__in=hidden.values("member_id")).in_order()


def face_on(tablet: Tablet, member_id: int) -> Member | None:
    """Return one of them with the tablet's household, or None."""
    member = faces_on(tablet).filter(id=member_id).first()
    if member is not None:
        member.household = tablet.household
    return member


def seat_token(tablet: Tablet, member: Member) -> str:
    """Return the proof that somebody sat down here; their taps carry it, also those sent days later."""
    return signing.dumps([tablet.id, member.id], salt=SALT)


def proves_seat(token: str, tablet: Tablet, member_id: int) -> bool:
    """Return whether a tap's proof is for this tablet and this member, and not too old."""
    try:
        return signing.loads(token, salt=SALT, max_age=SEAT_LASTS) == [tablet.id, member_id]
    except signing.BadSignature:
        return False


def lapsed(tablet: Tablet, at: datetime) -> bool:
    """Return whether somebody's seat is still taken although the tablet was not seen for long: it was off."""
    return tablet.seat_id is not None and at - max(tablet.last_seen_at, tablet.seat_at) > SEAT_RESTS


def seen(tablet: Tablet, at: datetime) -> None:
    """Remember when a tablet was last seen, to the minute: most requests write nothing."""
    if at - tablet.last_seen_at >= timedelta(minutes=1):
        Tablet.objects.in_use().filter(household_id=tablet.household_id, id=tablet.id).update(last_seen_at=at)


def tablet_viewer(cookies: Mapping[str, str], household_id: int, query: Mapping[str, str]) -> Viewer | None:
    """Return what a tablet's live stream may show, or None. `query` only says which of its pages is open."""
    tablet = tablet_of(cookies)
    if tablet is None or tablet.household_id != household_id:
        return None
    page = query.get("page", "")
    if page in SHARED_PAGES:
        return _viewer(tablet, page)
    member = face_on(tablet, tablet.seat_id) if tablet.seat_id else None
    if page not in OWN_PAGES or member is None or query.get("member") != str(member.id):
        return None
    return _viewer(tablet, page, member)


def viewer_at(tablet: Tablet, member: Member | None = None, page: str = "") -> Viewer:
    """Return the viewer a tablet is while it shows a page: without one its faces, or what a member is asked."""
    return _viewer(tablet, page or ("seat" if member else "faces"), member)


def _viewer(tablet: Tablet, page: str, member: Member | None = None) -> Viewer:
    return Viewer(
        household_id=tablet.household_id,
        member_id=member.id if member else 0,
        kind=str(member.kind) if member else "tablet",
        language=(member and member.language) or tablet.household.language,
        page=page,
        tablet_id=tablet.id,
    )
