import { expect, test } from 'vitest';
import { Inbox } from '../../src/inference/child/inbox.ts';
import type { ToChild } from '../../src/inference/protocol.ts';

const message = (id: number, urgent: boolean): ToChild => ({
  id,
  urgent,
  task: { kind: 'query', text: '' },
});

function takeAll(inbox: Inbox): (number | string)[] {
  const taken: (number | string)[] = [];
  for (let next = inbox.take(); next; next = inbox.take()) {
    taken.push('id' in next ? next.id : next.load);
  }
  return taken;
}

test('an urgent task goes before those that arrived earlier', () => {
  const inbox = new Inbox();
  inbox.add(message(1, false));
  inbox.add(message(2, true));
  inbox.add(message(3, true));
  expect(takeAll(inbox)).toEqual([2, 3, 1]);
});

test('after four urgent tasks in a row one has its turn that waits', () => {
  const inbox = new Inbox();
  for (const id of [1, 2]) inbox.add(message(id, false));
  for (const id of [11, 12, 13, 14, 15, 16, 17, 18, 19]) inbox.add(message(id, true));
  expect(takeAll(inbox)).toEqual([11, 12, 13, 14, 1, 15, 16, 17, 18, 2, 19]);
});

test('a model is not loaded while something urgent waits', () => {
  const inbox = new Inbox();
  inbox.add({ load: 'reranker', urgent: false });
  for (const id of [11, 12, 13, 14, 15, 16]) inbox.add(message(id, true));
  expect(takeAll(inbox)).toEqual([11, 12, 13, 14, 15, 16, 'reranker']);
});
