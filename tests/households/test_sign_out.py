import pytest
from django.urls import reverse

from households.adapter import AccountAdapter
from households.live import listening
from tests.cast import client_of, found, fresh


@pytest.mark.django_db(transaction=True)
class TestOpenScreensProveAnew:
    def test_after_signing_out(self):
        maya = fresh(found())
        other = fresh(found("Seaside", founder="Uma", account=maya.account))
        with listening() as changes:
            client_of(maya).post(reverse("account_logout"))
        assert {change.household_id for change in changes} == {maya.household_id, other.household_id}
        assert all(change.kinds == {"rights"} and change.revision == 0 for change in changes)

    def test_after_a_new_password(self):
        maya = fresh(found())
        with listening() as changes:
            AccountAdapter().set_password(maya.account, "another-quiet-morning")
        assert [(change.household_id, change.kinds) for change in changes] == [(maya.household_id, {"rights"})]

    def test_nobody_is_told_of_a_stranger(self):
        found()
        with listening() as changes:
            client_of(None).post(reverse("account_logout"))
        assert changes == []
