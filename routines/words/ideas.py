"""What happens next with an idea, in words for a child: before it is sent, and once it is."""

from django.utils.translation import gettext_lazy as _

from routines.rules.idea import Becomes, Follows, Way
from routines.rules.state import Person
from routines.words import sentence
from routines.words.names import joined

# What will happen, and what happens now.
NEXT = {
    Follows.ONE_DECIDES: (
        _("Your idea goes on the list. Everyone sees it. Then %(who)s decides and answers you."),
        _("Your idea is on the list. Everyone sees it. %(who)s decides and answers you."),
    ),
    Follows.ALL_VOTE: (
        _("Your idea goes on the list. Then everyone votes."),
        _("Your idea is on the list. Everyone can vote for it."),
    ),
    Follows.ALL_AGREE: (
        _("Your idea goes on the list. Then we decide together."),
        _("Your idea is on the list. We decide together."),
    ),
    Follows.YOU_CHOOSE: (
        _("Your idea goes on your list. You choose."),
        _("Your idea is on your list. You choose."),
    ),
    Follows.THEY_CHOOSE: (
        _("Your idea goes on the list. %(who)s chooses."),
        _("Your idea is on the list. %(who)s chooses."),
    ),
    Follows.ALL_ARE_ASKED: (
        _("Everyone gets asked. Your idea comes first."),
        _("Everyone gets asked now. Your idea comes first."),
    ),
    Follows.ALL_TALK: (
        _("Everyone gets to see what you ask, and can bring ideas."),
        _("Everyone sees what you ask now, and can bring ideas."),
    ),
    Follows.SAY_WISHED: (
        _("This is decided. I will tell them your idea, and that you would like a say."),
        _("This is decided. They see your idea now, and that you would like a say. A grown-up answers you."),
    ),
    Follows.SAY_WISHED_UNASKED: (
        _("Nobody is asking about this now. I will tell them your idea, and that you would like a say."),
        _("They see your idea now, and that you would like a say. A grown-up answers you."),
    ),
    Follows.SAY_WISHED_BEFORE: (
        _("You asked for a say already. I will tell them this idea too."),
        _("They see this idea now too. A grown-up answers you."),
    ),
    Follows.TOLD: (
        _("I will tell them your idea. They read it here."),
        _("They see your idea now."),
    ),
    Follows.TOLD_OTHERS: (
        _("This is for %(names)s. I will tell them your idea."),
        _("This is for %(names)s. They see your idea now."),
    ),
    Follows.TOLD_OWNER: (
        _("%(who)s chooses this. I will tell %(who)s your idea."),
        _("%(who)s chooses this, and sees your idea now."),
    ),
    Follows.TOLD_IT_IS_YOURS: (
        _("This one is yours. I will tell the grown-ups your idea, so that you can choose it."),
        _("This one is yours. The grown-ups see your idea now."),
    ),
    Follows.TOLD_SAFETY: (
        _("This keeps us safe, so we do not vote on it. I will tell them your idea."),
        _("This keeps us safe, so we do not vote on it. They see your idea now."),
    ),
    Follows.TOLD_FULL: (
        _("There are many ideas already. I will tell them yours too."),
        _("There are many ideas already. They see yours now too."),
    ),
}


def next_words(way: Way, reader: Person, *, sent: bool = False) -> str:
    """Return what happens next with an idea, or, once `sent`, what happens now."""
    if way.becomes is Becomes.NOTHING:
        return sentence(str(way.code), way.params, reader.kind, reader.age_band)
    params = dict(way.params)
    if "names" in params:
        params["names"] = joined(params["names"])
    return str(NEXT[way.code][sent]) % params
