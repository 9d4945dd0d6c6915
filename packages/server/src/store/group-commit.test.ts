import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { groupCommit } from './group-commit.ts';

it('commits what arrives in one turn together, in order, and never more than the size at once', async () => {
  const commits: number[][] = [];
  const { add } = groupCommit<number, number>((items) => {
    commits.push(items);
    return items.map((item) => ({ value: item * 10 }));
  }, 3);
  const results = await Promise.all([1, 2, 3, 4, 5].map(add));
  assert.deepEqual(results, [10, 20, 30, 40, 50]);
  assert.deepEqual(commits, [
    [1, 2, 3],
    [4, 5],
  ]);
  assert.equal(await add(6), 60);
});

it('waits for those who follow closely, and not for more than the size', async () => {
  const commits: number[][] = [];
  const { add } = groupCommit<number, number>((items) => {
    commits.push(items);
    return items.map((value) => ({ value }));
  }, 4);
  const all: Promise<number>[] = [];
  for (const together of [[1, 2], [3], [4, 5], [6, 7], [8]]) {
    all.push(...together.map(add));
    await turn();
  }
  await Promise.all(all);
  assert.deepEqual(commits, [[1, 2, 3, 4], [5], [6, 7, 8]]);
});

it('lets nobody wait who is alone', async () => {
  const commits: string[][] = [];
  const { add } = groupCommit<string, string>((items) => {
    commits.push(items);
    return items.map((value) => ({ value }));
  });
  void add('a');
  await turn();
  assert.deepEqual(commits, [['a']]);
});

it('answers nobody before the commit is over', async () => {
  const events: string[] = [];
  const { add } = groupCommit<string, string>((items) => {
    events.push(`commit ${items.join()}`);
    return items.map((value) => ({ value }));
  });
  await Promise.all(['a', 'b'].map((item) => add(item).then((value) => events.push(`answer ${value}`))));
  assert.deepEqual(events, ['commit a,b', 'answer a', 'answer b']);
});

it('gives each caller its own error, and the error of the whole commit to all', async () => {
  const { add } = groupCommit<string, string>((items) => {
    if (items.includes('break')) throw new Error('disk');
    return items.map((value) => (value === 'bad' ? { error: new Error('row') } : { value }));
  });
  const settled = await Promise.allSettled(['good', 'bad'].map(add));
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected'],
  );
  for (const one of [add('good'), add('break')]) await assert.rejects(one, /disk/);
  assert.equal(await add('good'), 'good');
});

it('commits at once when told to', async () => {
  const { add, flush } = groupCommit<string, string>((items) => items.map((value) => ({ value })));
  const one = add('a');
  flush();
  assert.equal(await one, 'a');
});
