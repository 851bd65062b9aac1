// A page's taps in the order they were made: each is kept in the outbox, then sent, and what was tapped before goes first.
// lineOf(answered) gives { pending, take, forget }: `pending` is all that is on its way or waits, by UUID, `take` lets a
// tap in, `forget` drops one that was not sent yet. `answered(record, answer)` is asked when the server has said something.

globalThis.lineOf = (answered) => {
  const pending = new Map();
  let last = Promise.resolve();

  function forget(record) {
    pending.delete(record.tap);
    record.forgotten = true;
    last = last.then(() => outbox.drop(record));
  }

  function take(record) {
    pending.set(record.tap, record);
    const kept = outbox.put(record);
    last = last.then(() => kept).then(() => send(record)).catch((error) => console.error(error));
  }

  async function send(record) {
    if (record.forgotten) return;
    if ([...pending.values()].some((each) => each.number < record.number)) return queue.flush();
    record.tried = true;
    const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
    const answer = await outbox.send(record, token, false);
    if (!outbox.heard(answer)) return queue.failed(answer);
    await outbox.drop(record);
    await answered(record, answer);
  }

  return { pending, take, forget };
};
