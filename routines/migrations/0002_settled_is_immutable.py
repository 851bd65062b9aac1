"""Settled means immutable: the database itself refuses to rewrite what a closed question holds.

What belongs to a question is written before it closes, in the same transaction.
"""

from django.db import migrations

CLOSED = "(SELECT closed_at FROM routines_question WHERE id = {row}.question_id) IS NOT NULL"
ANSWERED = (
    "(SELECT q.closed_at FROM routines_question q JOIN routines_decision d ON d.question_id = q.id"
    " WHERE d.id = {row}.decision_id) IS NOT NULL"
)

# name: (table, written when, columns or "" for all, condition)
TRIGGERS = {
    "voice_of_closed_question_not_added": ("routines_voice", "INSERT", "", CLOSED.format(row="NEW")),
    "voice_of_closed_question_is_immutable": (
        "routines_voice",
        "UPDATE",
        "",
        f"{CLOSED.format(row='NEW')} OR {CLOSED.format(row='OLD')}",
    ),
    "option_of_closed_question_not_added": ("routines_option", "INSERT", "", CLOSED.format(row="NEW")),
    "option_of_closed_question_is_immutable": (
        "routines_option",
        "UPDATE",
        "",
        f"{CLOSED.format(row='NEW')} OR {CLOSED.format(row='OLD')}",
    ),
    "decision_of_closed_question_not_added": ("routines_decision", "INSERT", "", CLOSED.format(row="NEW")),
    "decision_is_immutable": (
        "routines_decision",
        "UPDATE",
        "household_id, question_id, kind, called_rung, option_id, text, reason, decided_by_id, at, trial_until,"
        " review_on, tally, tie_rule, turn_member_id",
        "1 = 1",
    ),
    "decision_taken_back_once": ("routines_decision", "UPDATE", "taken_back_at", "OLD.taken_back_at IS NOT NULL"),
    "answer_of_closed_question_not_added": ("routines_answer", "INSERT", "", ANSWERED.format(row="NEW")),
    "answer_is_immutable": ("routines_answer", "UPDATE", "", "1 = 1"),
    "question_closes_once": ("routines_question", "UPDATE", "", "OLD.closed_at IS NOT NULL"),
}


def forwards(apps, schema_editor):
    {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor](schema_editor)


def backwards(apps, schema_editor):
    for name, (table, *_) in TRIGGERS.items():
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()")
        else:
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")


def _sqlite(schema_editor):
    for name, (table, verb, columns, condition) in TRIGGERS.items():
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb}{_of(columns)} ON {table} WHEN {condition} "
            f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
        )


def _postgresql(schema_editor):
    """A condition that asks another table must stand inside the function."""
    for name, (table, verb, columns, condition) in TRIGGERS.items():
        schema_editor.execute(
            f"CREATE FUNCTION {name}() RETURNS trigger AS $$ BEGIN IF {condition} THEN "
            f"RAISE EXCEPTION '{name}' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {name} BEFORE {verb}{_of(columns)} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


def _of(columns):
    return f" OF {columns}" if columns else ""


class Migration(migrations.Migration):
    dependencies = [("routines", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards, elidable=False)]
