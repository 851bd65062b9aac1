"""The one next thing, in two voices: grown-up and child."""

from django.utils.translation import gettext_lazy as _

from routines.rules.codes import Code

COMING = {
    Code.NEXT_NOTHING: (
        _("Nothing to do here now."),
        _("Nothing to do here now."),
    ),
    Code.NEXT_OPEN: (
        _("Open a question when you want to talk about this step."),
        _("Start a question about this step."),
    ),
    Code.NEXT_REVIEW: (
        _("Look at it again: ask whether it still works."),
        _("Look at it again: does it still work?"),
    ),
    Code.NEXT_SETTLED: (
        _("This is settled. Read how."),
        _("This is decided. Look how."),
    ),
    Code.NEXT_REPLY: (
        _("Reply to the safety override: you are heard on it."),
        _("A grown-up made a safety rule. Say what you think."),
    ),
    Code.NEXT_CHOOSE: (_("Choose: this is your own."), _("You choose.")),
    Code.NEXT_ADD_IDEA: (
        _("Add the first idea."),
        _("Tell the first idea."),
    ),
    Code.NEXT_GOT_IT: (
        _("Say “got it”, ask, or say that you don’t like it."),
        _("Say “got it”, ask, or say you don’t like it."),
    ),
    Code.NEXT_SAY: (_("Say which one you want, or pass."), _("Choose the one you want.")),
    Code.NEXT_THUMB: (
        _("Say yes, not sure or no to the idea, or pass."),
        _("Say yes, not sure or no."),
    ),
    Code.NEXT_CONCERN: (
        _("Say what matters to you here, or “nothing from me”."),
        _("Say what matters to you."),
    ),
    Code.NEXT_TABLE: (
        _("Put one idea on the table."),
        _("Put one idea on the table."),
    ),
    Code.NEXT_CONSENT: (
        _("Say yes, OK for now, or not OK and what would make it OK."),
        _("Say yes, OK for now, or not OK."),
    ),
    Code.NEXT_CHANGE: (
        _("Change the proposal, so that it gets OK for everybody."),
        _("Find an idea that is OK for everyone."),
    ),
    Code.NEXT_TRIAL_OR_UNCHANGED: (
        _("Try an idea for one to three days, or leave it as it is."),
        _("Try an idea for some days, or leave it as it is."),
    ),
    Code.NEXT_TASK: (
        _("Choose what you will do for it."),
        _("Choose your job."),
    ),
    Code.NEXT_AGREE: (
        _("Agree, and choose a day to look at it again."),
        _("Agree, and choose a day to look at it again."),
    ),
    Code.NEXT_CLOSE: (
        _("Close it: everybody has been told."),
        _("Close it: everyone knows now."),
    ),
    Code.NEXT_ANSWER: (
        _("Answer %(names)s, then close it."),
        _("Answer %(names)s."),
    ),
    Code.NEXT_DECIDE: (
        _("Decide, and answer every voice."),
        _("Decide, and answer everyone."),
    ),
    Code.NEXT_COUNT: (_("Count the votes."), _("Count the votes.")),
    Code.NEXT_ANSWER_ASK: (
        _("Answer %(names)s, who would like to climb."),
        _("Answer %(names)s, who would like to climb."),
    ),
    Code.WAIT_VOICES: (
        _("Still to speak: %(names)s."),
        _("We wait for %(names)s."),
    ),
    Code.WAIT_CONCERNS: (
        _("Still to say what matters to them: %(names)s."),
        _("We wait for what matters to %(names)s."),
    ),
    Code.WAIT_IDEAS: (
        _("The first idea is still to come."),
        _("The first idea is still to come."),
    ),
    Code.WAIT_TABLE: (
        _("An idea is still to be put on the table."),
        _("An idea is still to be put on the table."),
    ),
    Code.WAIT_DECIDER: (
        _("Everybody was heard. %(who)s decides and answers."),
        _("%(who)s decides now and answers you."),
    ),
    Code.WAIT_OWN: (
        _("%(who)s chooses: it is their own."),
        _("%(who)s chooses this."),
    ),
    Code.WAIT_CLOSE: (
        _("Everybody was heard. It can be settled now."),
        _("Everyone has spoken. Soon it is decided."),
    ),
    Code.WAIT_AGREEMENT: (
        _("Everybody has answered. The people it is for take it from here."),
        _("Everyone has answered."),
    ),
}
