"""Why something may not be done, or what is still missing, in two voices: grown-up and child.

The child's is for readers of nine to eleven and for reading aloud. Each says what happened and
what to do.
"""

from django.utils.translation import gettext_lazy as _

from routines.rules.codes import Code

PEOPLE = {
    Code.LEFT: (
        _("%(who)s has left this household. Ask a parent to bring them back."),
        _("%(who)s is not here any more. Ask a grown-up."),
    ),
    Code.ACTING_FOR_NOT_YOURS: (
        _("Let %(who)s do this themselves. Only a parent may tap for a child, or for somebody without an account."),
        _("Let %(who)s do it. Nobody taps for somebody else, only a grown-up may help."),
    ),
    Code.PARENTS_ONLY: (
        _("Ask a parent: only parents can do this."),
        _("Ask a grown-up: only they can do this."),
    ),
    Code.PARENTS_AND_TEENS: (
        _("Ask a parent or a teenager: they tick this off."),
        _("Ask a grown-up or a teenager: they tick this off."),
    ),
    Code.NOT_VISIBLE: (
        _("This step is not shared with you. Ask the family to add you to it."),
        _("This step is not for you. Ask a grown-up."),
    ),
    Code.NOT_AFFECTED: (
        _("This is up to %(names)s. Write a comment if you want to add something."),
        _("This is for %(names)s. You can write a comment."),
    ),
    Code.NOT_NAMED: (
        _("This step does not name you. Ask a parent to add you first."),
        _("You are not part of this step. Ask a grown-up to add you."),
    ),
    Code.SUPPORTER_TAKES_PART: (
        _("The family does this part. Say what you think, or bring an idea."),
        _("The family does this part. Say what you think."),
    ),
    Code.PERSON_NOT_HERE: (
        _("Choose somebody who is in this household now."),
        _("Choose somebody from your family."),
    ),
}

PLAN = {
    Code.PLAN_NOT_YOURS: (
        _("Change steps that are only for you. For this one, bring an idea or ask to climb."),
        _("You can change your own steps. For this one, bring an idea."),
    ),
    Code.PROPOSE_INSTEAD: (
        _("Bring it as an idea or a comment: parents and teens change the plan."),
        _("Tell your idea instead: grown-ups and teenagers change the plan."),
    ),
    Code.ADD_FOR_YOURSELF: (
        _("Add a step for yourself alone, or put it on Co-design or Co-produce so all have a say."),
        _("Make the step only for you, or one that everyone decides on."),
    ),
    Code.ONLY_YOURSELF: (
        _("Keep this step for yourself alone. Ask a parent to add other people."),
        _("This step is only for you. Ask a grown-up to add others."),
    ),
    Code.ARCHIVED: (
        _("This was put away. Bring it back first."),
        _("This was put away. Ask a grown-up to bring it back."),
    ),
    Code.NOT_ARCHIVED: (
        _("This is in use already. There is nothing to bring back."),
        _("This is already here."),
    ),
    Code.ARCHIVE_QUESTION_OPEN: (
        _("People are being asked about this step. Settle the question, then put the step away."),
        _("We are still deciding this. Wait until it is settled."),
    ),
    Code.LIMITS_FIXED: (
        _("What is fixed stays as it is while people are asked. Settle the question first."),
        _("What is fixed stays the same while we decide."),
    ),
    Code.PEOPLE_FIXED: (
        _("The people stay the same while they are asked. Settle the question first."),
        _("The people stay the same while we decide."),
    ),
    Code.RUNG_FIXED: (
        _("How this is decided stays the same while people are asked. Settle the question first."),
        _("How we decide stays the same until we are done."),
    ),
    Code.RUNG_BY_CLIMBING: (
        _("Use climb or step down to move this step, so that everybody sees it."),
        _("Use the ladder to move this step, so that everyone sees it."),
    ),
    Code.SAFETY_STAYS_INFORM: (
        _("A matter of safety stands on Inform: explained, never voted on. Choose Inform for it."),
        _("Things that keep us safe are explained. We do not vote on them."),
    ),
    Code.SAFETY_IS_FOR_PARENTS: (
        _("Ask a parent: they say what is a matter of safety."),
        _("Ask a grown-up: they look after what keeps us safe."),
    ),
    Code.OVER_TO_YOU_IS_INFORM: (
        _("Put a step on Inform before handing it over."),
        _("Ask a grown-up to hand this over to you."),
    ),
    Code.HANDING_OVER_IS_FOR_PARENTS: (
        _("Ask a parent: they hand steps over, or take them back."),
        _("Ask a grown-up to hand this over to you."),
    ),
    Code.LEAST_OVER_MINUTES: (
        _("This step keeps at least %(least)s minutes, so %(total)s are too few. Give it more, or lower the least."),
        _("This needs %(least)s minutes at least, so %(total)s are too few. Give it more."),
    ),
    Code.SMALL_STEPS_MANY: (
        _("%(most)s small steps are enough. Put some together, or leave some out."),
        _("%(most)s small steps are enough. Put some together."),
    ),
    Code.SMALL_STEP_LONG: (
        _("Make “%(idea)s” shorter: a small step has room for %(longest)s characters."),
        _("Make “%(idea)s” a bit shorter."),
    ),
}

ASKING = {
    Code.NO_STEP: (
        _("This step is not there any more. Go back to the routine."),
        _("This step is gone. Go back."),
    ),
    Code.NO_QUESTION: (
        _("Nothing is being asked here. Open a question first."),
        _("Nobody is asking anything here yet."),
    ),
    Code.QUESTION_OPEN: (
        _("A question is open on this step already. Settle that one first."),
        _("There is a question already. Answer that one first."),
    ),
    Code.CLOSED: (
        _("This question has just closed. Look at how it was settled, or open a new one."),
        _("This question is finished. Look what was decided."),
    ),
    Code.NOBODY_AFFECTED: (
        _("Say whom this step is for, then ask them."),
        _("Say who this step is for first."),
    ),
    Code.INFORM_OPENS_PARENT: (
        _("Ask a parent: they explain what is decided here. You can ask to climb."),
        _("A grown-up explains this one. You can ask to climb the ladder."),
    ),
    Code.CONSULT_OPENS_PARENT_OR_TEEN: (
        _("Ask a parent or a teenager to open this question."),
        _("Ask a grown-up or a teenager to start this question."),
    ),
    Code.WHY_FIRST: (
        _("Write why, so that a child can read it."),
        _("Say why first."),
    ),
    Code.DECIDER_FIRST: (
        _("Name who decides and answers every voice."),
        _("Say who decides."),
    ),
    Code.DECIDER_IS_PARENT_OR_TEEN: (
        _("Name a parent or a teenager: %(who)s has a voice here but cannot be who decides."),
        _("Choose a grown-up or a teenager to decide."),
    ),
    Code.LIMITS_FIRST: (
        _("Write what is fixed before anybody votes."),
        _("Say what cannot change before we vote."),
    ),
    Code.QUESTION_FIRST: (
        _("Write the question first."),
        _("Say what you want to ask."),
    ),
    Code.PROBLEM_FIRST: (
        _("Name the problem you want to solve together."),
        _("Say what is hard, so we can solve it together."),
    ),
    Code.DEADLINE_AHEAD: (
        _("Give people until tomorrow at least, or leave the day empty."),
        _("Give everyone until tomorrow at least."),
    ),
    Code.TOO_LONG: (
        _("Make this shorter: %(longest)s characters fit, %(over)s are too many."),
        _("Make this a bit shorter."),
    ),
    Code.CHANGED_MEANWHILE: (
        _("Somebody changed this while you were writing. Compare, then choose what stays."),
        _("Somebody changed this too. Look at both, then choose."),
    ),
}

VOICES = {
    Code.INFORM_NO_IDEAS: (
        _("This is decided, so there is nothing to choose. Ask to climb if it should be."),
        _("This is decided. You can ask to climb the ladder."),
    ),
    Code.IDEA_NOT_YOURS: (
        _("Ideas come from %(names)s here. Write a comment if you have one."),
        _("Ideas come from %(names)s here. Tell yours in a comment."),
    ),
    Code.IDEA_FIRST: (_("Write your idea first."), _("Say your idea first.")),
    Code.IDEA_THERE: (
        _("“%(idea)s” is on the list already. Choose it there."),
        _("“%(idea)s” is there already. Tap it."),
    ),
    Code.IDEAS_ENOUGH: (
        _("%(most)s ideas are enough. Choose among them, or take one of yours back."),
        _("There are %(most)s ideas now. Choose one."),
    ),
    Code.OWN_MATTER: (
        _("This is %(who)s’s own. Nobody votes on it."),
        _("This belongs to %(who)s. Nobody votes on it."),
    ),
    Code.OWN_MATTER_CHOOSE: (
        _("This is %(who)s’s own. It is settled when %(who)s chooses."),
        _("%(who)s chooses this."),
    ),
    Code.NOT_OWN_MATTER: (
        _("This is not for one person alone. Say what you want with the others."),
        _("This is for more people. Say what you want too."),
    ),
    Code.THEIR_OWN_CHOICE: (
        _("Leave this to %(who)s: it is their own."),
        _("%(who)s chooses this."),
    ),
    Code.NOTHING_ON_TABLE: (
        _("Put an idea on the table first, then everybody answers it."),
        _("Put an idea on the table first."),
    ),
    Code.SAY_FIRST: (_("Choose what you want to say."), _("Tap what you want to say.")),
    Code.SAY_NOT_HERE: (
        _("That does not answer this question any more. Look at it again and choose."),
        _("Look at the question again, then tap."),
    ),
    Code.WHICH_ONE: (_("Choose one of the ideas."), _("Tap one of the ideas.")),
    Code.OPTION_GONE: (
        _("That idea is not there any more. Choose another one."),
        _("That idea is gone. Choose another one."),
    ),
    Code.SAY_SOMETHING: (
        _("Write something, or choose a sticker."),
        _("Write something, or tap a sticker."),
    ),
}

TOGETHER = {
    Code.ONLY_COPRODUCE: (
        _("This belongs to Co-produce. Climb there first if you want to decide together."),
        _("That is for steps where we decide together."),
    ),
    Code.CONCERNS_FIRST: (
        _("Hear what matters to everybody first. Still to say: %(names)s."),
        _("First everyone says what matters to them. We wait for %(names)s."),
    ),
    Code.NO_IDEA_YET: (_("Add an idea first."), _("Tell an idea first.")),
    Code.ALREADY_ON_TABLE: (
        _("This is on the table already. Change it, try it for some days, or take another idea."),
        _("This is on the table already. Try another idea."),
    ),
    Code.TRIAL_LENGTH: (
        _("Choose a trial of one, two or three days."),
        _("Try it for one, two or three days."),
    ),
    Code.TASK_FIRST: (
        _("Write what you will do."),
        _("Say what your job is."),
    ),
    Code.NOT_OK_OPEN: (
        _("Ask what would make it OK for %(names)s, and change the proposal."),
        _("It is not OK for %(names)s yet. Ask what would help."),
    ),
    Code.NOBODY_SAID_YES: (
        _("Find something somebody wants: nobody has said yes to this."),
        _("Nobody said yes. Try another idea."),
    ),
    Code.TRIAL_NEEDS_ALL: (
        _("A trial needs everybody’s yes or OK. Ask %(names)s."),
        _("To try it, everyone must say yes or OK. Ask %(names)s."),
    ),
    Code.REVIEW_FIRST: (
        _("Choose a day on which you look at it again."),
        _("Choose a day to look at it again."),
    ),
    Code.REVIEW_DATE: (
        _("Choose a day after today, and within a year, to look at it again."),
        _("Choose a day that is still to come."),
    ),
    Code.CONSENT_THERE: (
        _("Everybody can live with it: agree now."),
        _("It is OK for everyone. You can agree now."),
    ),
    Code.THREE_ROUNDS_FIRST: (
        _("Try once more: after three proposals you may leave it as it is. This is number %(round)s."),
        _("Try another idea first. We stop after three tries."),
    ),
}

SAFETY = {
    Code.GROUND_FIRST: (
        _("Choose the ground: danger, health, law or harm to others."),
        _("Say what is dangerous about it."),
    ),
    Code.GROUND_NOT_VALID: (
        _("Only danger, health, law or harm to others is a ground. Otherwise, ask the others."),
        _("That is not a reason to forbid it. Talk about it."),
    ),
    Code.LATE_IS_NO_GROUND: (
        _("Being late is no ground. Ask the others, or choose to be late on purpose."),
        _("Being late is not dangerous. Talk about it."),
    ),
    Code.REASON_FIRST: (
        _("Write the reason, so that everybody can read it."),
        _("Say why."),
    ),
    Code.REDESIGN: (
        _("Add another idea first: a real choice must remain."),
        _("Add another idea first, so there is still something to choose."),
    ),
    Code.RULED_OUT_ALREADY: (
        _("This idea was ruled out already. Read the reason below it."),
        _("This idea is already crossed out."),
    ),
    Code.AFTER_REVEAL_DANGER_ONLY: (
        _("Everybody has voted. Now only a danger you have just noticed rules an idea out."),
        _("Everyone has voted. Only something dangerous can be crossed out now."),
    ),
    Code.OVERRIDE_THERE: (
        _("A safety override is in force already. End that one first."),
        _("There is already a safety rule here."),
    ),
    Code.NO_OVERRIDE: (
        _("No safety override is in force. The decision is back already."),
        _("There is no safety rule here any more."),
    ),
    Code.EXPIRY_FIRST: (
        _("Choose when it ends. The end of today is usual."),
        _("Choose when it ends."),
    ),
    Code.EXPIRY_AHEAD: (
        _("Choose an end that is still to come, seven days ahead at most."),
        _("Choose an end in the next seven days."),
    ),
}

SETTLING = {
    Code.INFORM_SETTLES_PARENT: (
        _("Ask a parent: they answer and close this."),
        _("A grown-up answers and closes this."),
    ),
    Code.DECIDER_ONLY: (
        _("Wait for %(who)s, who decides here and answers every voice."),
        _("%(who)s decides this and answers you."),
    ),
    Code.VOICES_MISSING: (
        _("Wait for everybody’s voice. Still to speak: %(names)s."),
        _("We wait for %(names)s."),
    ),
    Code.SPEAK_FIRST: (
        _("Say what you think, or pass, before you read the others and settle it."),
        _("Say what you think first, or pass."),
    ),
    Code.DECISION_FIRST: (
        _("Choose an idea, or write what you decide."),
        _("Say what you decide."),
    ),
    Code.REASON_FOR_DEPARTING: (
        _("Most wanted something else. Write why you decide differently."),
        _("Most wanted something else. Say why you decide differently."),
    ),
    Code.ANSWER_EACH: (
        _("Answer everybody: we did or we didn’t, because. Still without an answer: %(names)s."),
        _("Answer everyone and say why. Still without an answer: %(names)s."),
    ),
}

CLIMBING = {
    Code.SAFETY_IS_EXPLAINED: (
        _("This is a matter of safety: it is explained, never put to a vote. Ask why instead."),
        _("This keeps us safe, so we do not vote on it. You can ask why."),
    ),
    Code.OWN_ALREADY: (
        _("This is %(who)s’s own already. Nobody can have more say than that."),
        _("%(who)s chooses this already."),
    ),
    Code.CLIMB_IS_FOR_PARENTS: (
        _("Ask to climb: a parent answers."),
        _("Ask to climb: a grown-up answers you."),
    ),
    Code.CLIMB_DIRECTLY: (
        _("Climb directly: you need not ask."),
        _("You can climb, no need to ask."),
    ),
    Code.TOP_RUNG: (
        _("This step stands on the top rung already."),
        _("This is the top of the ladder already."),
    ),
    Code.BOTTOM_RUNG: (
        _("This step stands on the lowest rung already."),
        _("This is the bottom of the ladder already."),
    ),
    Code.WHICH_RUNG: (_("Choose a rung."), _("Choose a rung of the ladder.")),
    Code.NOT_HIGHER: (
        _("Choose a rung above the one it stands on."),
        _("Choose a higher rung."),
    ),
    Code.NOT_LOWER: (
        _("Choose a rung below the one it stands on."),
        _("Choose a lower rung."),
    ),
    Code.REASON_ALL_SEE: (
        _("Write why it steps down. Everybody will see the reason."),
        _("Say why. Everyone will see it."),
    ),
    Code.LIMITS_BEFORE_CODESIGN: (
        _("Say what is fixed before people vote. Settle this question, write what is fixed, then climb."),
        _("First we finish this question and say what cannot change. Then we climb."),
    ),
    Code.ASKED_ALREADY: (
        _("You have asked already. Wait for the answer."),
        _("You asked already. A grown-up will answer you."),
    ),
    Code.ASK_GONE: (
        _("Nobody is asking to climb here now. It was answered or taken back."),
        _("Nobody is asking to climb here now."),
    ),
    Code.YES_OR_NO: (_("Choose yes or not now."), _("Choose yes or not now.")),
    Code.ANSWER_WHY: (
        _("Write why not now: whoever asks gets a reason."),
        _("Say why not now."),
    ),
}

MEETING = {
    Code.MEETING_ON: (
        _("A family meeting is going on already. Open it and join in."),
        _("The family meeting is going on already. Join in."),
    ),
    Code.MEETING_OVER: (
        _("The family meeting is over. Begin the next one to go on."),
        _("The family meeting is over. There will be another one."),
    ),
    Code.CHAIR_OF_THE_FAMILY: (
        _("Choose somebody of the family to chair: a parent, a teenager or a child who is here."),
        _("Choose somebody of the family who is here."),
    ),
}

UNDOING = {
    Code.NOT_YOURS_TO_TAKE_BACK: (
        _("Ask the one who did it: only they can take it back."),
        _("Only the one who did it can take it back."),
    ),
    Code.TOO_LATE_TO_TAKE_BACK: (
        _("Ten minutes are over, so it stays in the history. Change it instead."),
        _("It is too late to take it back. You can change it instead."),
    ),
    Code.TAKEN_BACK_ALREADY: (
        _("This was taken back already."),
        _("This was taken back already."),
    ),
    Code.OTHERS_BUILT_ON_IT: (
        _("Something else rests on this now, so it stays. Change it instead."),
        _("Something else needs this now, so it stays."),
    ),
}

CLOCK = {
    Code.NO_TIME: (
        _("Set a time to see when each step starts."),
        _("There is no time for this yet."),
    ),
    Code.DOES_NOT_FIT: (
        _(
            "%(total)s minutes do not fit into the day with this time: %(over)s are too many. "
            "Shorten a step, or choose another time."
        ),
        _("This is too long for the day. Make a step shorter."),
    ),
    Code.TWO_PLACES: (
        _("Somebody would be in two places at once. Let the steps follow each other, or change whom they are for."),
        _("Nobody can be in two places at once. Do one step after the other."),
    ),
}

REVIEW = {
    Code.REVIEW_OVER: (
        _("This family no longer shares its mornings with you. Nothing was sent."),
        _("They do not look in any more."),
    ),
    Code.REVIEW_ASK_FIRST: (
        _("Write something first."),
        _("Say something first, or tap a picture."),
    ),
    Code.REVIEW_TOO_MANY: (
        _("%(most)s questions are open already. Close one of them first: a family is not a questionnaire."),
        _("There are enough questions for now."),
    ),
    Code.REVIEW_KEEP_ASKED: (
        _("Ten minutes are over, so the question stays. You can close it."),
        _("It is too late to take it back."),
    ),
    Code.REVIEW_ANSWERED: (
        _("Somebody has answered, so the question stays. You can close it."),
        _("Somebody has answered it, so it stays."),
    ),
    Code.REVIEW_FAMILY_ONLY: (
        _("This is between the family and who looks in."),
        _("This is for the family to answer."),
    ),
    Code.REVIEW_CLOSED: (
        _("This question is closed now. What was answered stays."),
        _("This question is over. Nothing more is asked."),
    ),
    Code.REVIEW_IN_THE_PAST: (
        _("This day is over. Choose today or a later one."),
        _("This day is over. Choose another one."),
    ),
    Code.REVIEW_TOO_FAR: (
        _("Choose a day within half a year."),
        _("This day is too far away. Choose another one."),
    ),
    Code.REVIEW_NO_DATE: (
        _("Choose a day for the review."),
        _("Choose a day first."),
    ),
    Code.REVIEW_NOTHING_TO_SIGN: (
        _("There is no summary to sign yet."),
        _("There is nothing to sign yet."),
    ),
    Code.REVIEW_CHANGED: (
        _("The summary has changed meanwhile. Read it as it is now, then go on."),
        _("The words have changed. Read them again."),
    ),
    Code.REVIEW_WHO_SIGNS: (
        _("A parent or a teenager signs for the family."),
        _("A grown-up or a teenager signs."),
    ),
    Code.REVIEW_SESSION_OVER: (
        _("This review was called off. Plan another one."),
        _("This review does not take place."),
    ),
    Code.REVIEW_SIGNED: (
        _("Both sides signed what came of this review, so it stays as it is. What is new belongs in the next one."),
        _("This is signed and stays as it is."),
    ),
    Code.REVIEW_KEEP_SUMMARY: (
        _("A summary is not emptied. Write what came of the review instead."),
        _("The words stay. Write new ones."),
    ),
    Code.REVIEW_NOTE_FIRST: (
        _("Write the note first."),
        _("Write something first."),
    ),
}

REFUSALS = (
    PEOPLE
    | PLAN
    | ASKING
    | VOICES
    | TOGETHER
    | SAFETY
    | SETTLING
    | CLIMBING
    | MEETING
    | REVIEW
    | UNDOING
    | CLOCK
    | {Code.OK: (_("You can do this."), _("You can do this."))}
)
