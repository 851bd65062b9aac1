"""Why something may not be done in a morning, or what is still missing, in two voices: grown-up and child."""

from django.utils.translation import gettext_lazy as _

from routines.rules.codes import Code

LIVING = {
    Code.NO_MORNING: (
        _("This morning is not there any more. Go back to today."),
        _("This morning is gone. Go back to today."),
    ),
    Code.MORNING_RUNS: (
        _("This morning is running already. Open it to join in."),
        _("We have started already. Come and join in."),
    ),
    Code.MORNING_OVER: (
        _("This morning is over. You can still say how it was."),
        _("This morning is over. You can say how it was."),
    ),
    Code.MORNING_PAUSED: (
        _("This routine has a break today. End the break first if you want to start it."),
        _("We have a break today. Ask a grown-up if you want to start."),
    ),
    Code.NOBODY_HERE: (
        _("Nobody this routine is for is here today. Change who is here, or choose another routine."),
        _("Nobody is here for this today. Choose something else."),
    ),
    Code.NO_STEPS_YET: (
        _("Add a step to this routine first."),
        _("There is nothing to do in it yet. Ask a grown-up to add a step."),
    ),
    Code.TAPS_OVER: (
        _("This morning ended more than a day ago and stays as it is. Look at today instead."),
        _("This morning was too long ago. Look at today."),
    ),
    Code.NOT_IN_IT_TODAY: (
        _("This step is for %(names)s today. Ask them, or look at your own steps."),
        _("This is for %(names)s today. Look at your own steps."),
    ),
    Code.NOT_IN_THE_MORNING: (
        _("You had no part in this morning. Ask those who had how it was for them."),
        _("You were not part of this morning. Ask the others how it was."),
    ),
    Code.STEP_SKIPPED: (
        _("This step is skipped today. Go on with the next one."),
        _("We skip this today. Go on with the next one."),
    ),
    Code.STEP_DONE: (
        _("Everybody has done this already. Change one that is still to come."),
        _("This is done already. Choose one that is still to come."),
    ),
    Code.NO_SMALL_STEPS: (
        _("This step has no small steps. Add some in the plan if they would help."),
        _("This has no small steps. Just do it your way."),
    ),
    Code.WHICH_SMALL_STEP: (
        _("That small step is not there any more. Look at the list again."),
        _("That small step is gone. Look again."),
    ),
    Code.NOT_LEFT_YET: (
        _("Nobody has left yet. Go on with the morning."),
        _("We have not left yet. Go on."),
    ),
    Code.BACK_TOO_LATE: (
        _("You left more than an hour ago, so this morning stays as it was. You can still say how it was."),
        _("We left long ago. You can say how it was."),
    ),
}

CHANGING = {
    Code.SAFETY_TODAY: (
        _("This keeps people safe, so it is done today too, and in its place. Ask why if it is not clear."),
        _("This keeps us safe, so we do it. You can ask why."),
    ),
    Code.TODAY_TITLE_FIRST: (
        _("Write what you do instead, or what comes in."),
        _("Say what we do."),
    ),
    Code.TODAY_MINUTES: (
        _("Choose how long it takes: %(least)s to %(most)s minutes."),
        _("Choose how long it takes."),
    ),
    Code.WHERE_TO: (
        _("Choose another step it comes after, or the beginning."),
        _("Choose where it goes."),
    ),
    Code.NOTHING_TO_BE_LATE_FOR: (
        _("There is no time to leave today, so there is nothing to be late for. Just take the time."),
        _("We need not leave at a time. Just take your time."),
    ),
    Code.LATER_MINUTES: (
        _("Choose %(least)s to %(most)s more minutes."),
        _("Choose how many more minutes."),
    ),
    Code.TODAY_ASKED_ALREADY: (
        _("Somebody has asked for this already. Answer that, or wait for the others."),
        _("Somebody asked for this already. Wait for the others."),
    ),
    Code.TODAY_ASK_GONE: (
        _("This was answered or taken back a moment ago. Look at what is planned now."),
        _("This is decided already. Look what we do now."),
    ),
    Code.NOT_ASKED_TODAY: (
        _("%(names)s can answer this. Tell them what you think."),
        _("%(names)s can answer this. Tell them what you think."),
    ),
    Code.NOBODY_TO_DECIDE: (
        _("Nobody who could agree to this is here. Leave it as it is, or ask them by phone."),
        _("Nobody is here who can say yes. Leave it as it is today."),
    ),
}

DAYS = {
    Code.WHO_IS_IT_FOR: (
        _("Choose whom this is about."),
        _("Choose who this is about."),
    ),
    Code.ONLY_FOR_YOURSELF: (
        _("Say this for yourself only. Ask a parent about the others."),
        _("You can say this only for yourself. Ask a grown-up about the others."),
    ),
    Code.PAUSE_KIND: (
        _("Choose what it is: a holiday, somebody sick, or something else."),
        _("Say what it is: holiday, sick, or something else."),
    ),
    Code.PAUSE_DAYS: (
        _("Choose a first day, and a last day that is not before it. Without a last day it goes on until you end it."),
        _("Choose the first day, then the last day."),
    ),
    Code.PAUSE_OVER: (
        _("That break would be over already. Choose a last day from today on, or leave it empty."),
        _("That is over already. Choose today or a later day."),
    ),
    Code.DAY_FIRST: (
        _("Choose a day."),
        _("Choose a day."),
    ),
    Code.DAY_OVER: (
        _("That day is over and stays as it was. Choose today or a later day."),
        _("That day is over. Choose today or a later day."),
    ),
    Code.DAYS_FAR: (
        _("That is more than a year away. Choose days within a year from today."),
        _("That is too far away. Choose a nearer day."),
    ),
    Code.NO_PAUSE: (
        _("This break is over already. There is nothing to end."),
        _("This break is over already."),
    ),
    Code.ASK_PARENT_OR_TEEN: (
        _("Ask a parent or a teenager to do this with you."),
        _("Ask a grown-up or a teenager to do this with you."),
    ),
}

PICKS = {
    Code.PICK_CLIMB_FIRST: (
        _("Climb to Co-design first: only there do fair turns decide."),
        _("First this must climb the ladder. Then you can take turns."),
    ),
    Code.PICK_OWN_MATTER: (
        _("This is %(who)s’s own. %(who)s chooses, without turns."),
        _("This belongs to %(who)s. %(who)s chooses."),
    ),
    Code.PICK_SAFETY: (
        _("This keeps people safe, so nobody picks. Explain it instead."),
        _("This keeps us safe, so we do not pick here."),
    ),
    Code.PICK_GONE: (
        _("This is not picked any more. Look at the step again."),
        _("There is nothing to pick here any more."),
    ),
    Code.PICK_SETTLED: (
        _("Picking is over for today. What you tap next time counts again."),
        _("Picking is over for today. Next time you can pick again."),
    ),
    Code.PICK_NOT_YOURS: (
        _("%(names)s pick this. Ask a parent to add you to the step."),
        _("%(names)s pick this. Ask a grown-up if you want to pick too."),
    ),
    Code.PICK_TEXT_FIRST: (
        _("Write what is picked each morning, such as breakfast or the song in the car."),
        _("Say what we pick each morning."),
    ),
    Code.PICK_TWO_FIRST: (
        _("Write at least %(least)s things to pick from: one alone is no choice."),
        _("We need %(least)s things to pick from."),
    ),
    Code.PICK_TREAT: (
        _("Today this is a treat: %(who)s picks. Next time everybody picks again."),
        _("Today %(who)s picks. Next time it is everybody’s turn again."),
    ),
    Code.PICK_LATER_ONES: (
        _("Something else was picked by the same turns since. Skip or swap the step for today instead."),
        _("We picked something else since. Ask a grown-up to change the step for today."),
    ),
    Code.BUNDLE_TWO: (
        _("Choose at least two picks that are to share their turns."),
        _("Choose two picks that share their turns."),
    ),
    Code.BUNDLE_ALREADY: (
        _("“%(idea)s” shares its turns already, or is being asked to. End that first."),
        _("“%(idea)s” shares its turns already."),
    ),
    Code.BUNDLE_NOT_YOURS: (
        _("This is between %(names)s, who pick there."),
        _("This is for %(names)s, who pick there."),
    ),
    Code.BUNDLE_GONE: (
        _("This is settled or over already. Look at the picks again."),
        _("This is over already. Look at the picks again."),
    ),
}

NOTICING = {
    Code.FELT_TOO_LATE: (
        _("How it was can be said until the end of the next day. Say how today is instead."),
        _("That was too long ago. Say how today is."),
    ),
    Code.FELT_FIRST: (
        _("Choose how it felt."),
        _("Tap how it felt."),
    ),
    Code.AGAIN_FIRST: (
        _("Choose yes, maybe or no, or say what was hard."),
        _("Tap yes, maybe or no, or say what was hard."),
    ),
    Code.NOT_YOUR_ACCOUNT: (
        _("Leave this to %(who)s: everybody shares only their own account."),
        _("Only %(who)s can share this."),
    ),
    Code.ONLY_PUSHED_IS_SHARED: (
        _("Only “pushed” is kept back, so there is nothing to share here."),
        _("The others see this already."),
    ),
    Code.NOT_TO_YOURSELF: (
        _("Choose somebody else: this is between people."),
        _("Choose somebody else."),
    ),
    Code.REPAIR_GONE: (
        _("This was taken back. There is nothing to answer."),
        _("This was taken back."),
    ),
    Code.REPAIR_NOT_TO_YOU: (
        _("This is for %(who)s to answer, in their own time."),
        _("This is for %(who)s to answer."),
    ),
    Code.REPAIR_ANSWERED: (
        _("This was answered already. Look at the answer below it."),
        _("This was answered already."),
    ),
}

MORNINGS = LIVING | CHANGING | DAYS | PICKS | NOTICING
