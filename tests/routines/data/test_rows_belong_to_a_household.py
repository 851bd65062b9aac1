"""Every row of a household says whose it is, and every verb's rows say the same."""

import pytest
from django.apps import apps

from households.models import Account, Facilitator, Household, Organisation, OrganisationInvitation
from tests.routines.verbs.deeds import DEEDS
from tests.routines.verbs.every import VERBS

# People and what they belong to outside of any family.
OUTSIDE = (Account, Household, Facilitator, Organisation, OrganisationInvitation)
MODELS = [
    model
    for app in ("households", "routines")
    for model in apps.get_app_config(app).get_models()
    if model not in OUTSIDE
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_row_carries_its_household(model):
    field = model._meta.get_field("household")
    assert not field.null
    assert field.related_model is Household


def test_everything_the_family_does_is_stored_as_theirs(morning):
    for name in ("agreed", "decided_for_a_trial", "granted_wish"):
        DEEDS[name](morning)()
    VERBS["reply"](morning).do(actor=morning.actor(morning.leo), at=morning.now)
    for model in MODELS:
        if model.__name__ in ("Member", "Event", "Tap", "Invitation"):
            continue
        assert set(model.objects.values_list("household_id", flat=True)) <= {morning.household.id}
