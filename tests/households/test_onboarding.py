"""The strip that leads an empty household to its first question."""

from django.template.loader import render_to_string

from households.rules.onboarding import onboarding


def strip(**facts):
    way = onboarding(**facts, people_url="/people", routine_url="/start", question_url="/plan")
    return render_to_string("households/onboarding.html", {"onboarding": way})


def test_the_next_step_has_the_one_button():
    html = strip(people=1, routines=0, questions=0)
    assert html.count("button-main") == 1
    assert 'href="/people"' in html
    assert html.count('aria-current="step"') == 1


def test_what_is_done_is_ticked():
    html = strip(people=3, routines=1, questions=0)
    assert html.count("Done:") == 2
    assert 'href="/plan"' in html
    assert 'href="/people"' not in html
