import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { startTeams } from '../../test/targets/teams.ts';
import { HOSTILE, contractDelivery } from '../testing/connector-faults.ts';
import { testConnector } from '../testing/index.ts';
import { teams } from './teams.ts';

const context = { fetch: (request: Request) => fetch(request), now: Date.now };
const { signal } = new AbortController();

describe('the Teams connector', () => {
  for (const { name, run } of testConnector({ connector: teams, start: startTeams, twice: 'two' }))
    it(name, run);

  it('starts no workflow to try the settings, and says that it did not', async (t) => {
    const target = await startTeams();
    t.after(target.stop);
    assert.match(await teams.connect(target.config, context).test(signal), /only a first brief shows/);
    assert.deepEqual(target.server.asked, []);
  });

  it('puts words into text runs, which have no Markdown', async (t) => {
    const target = await startTeams();
    t.after(target.stop);
    await teams
      .connect(target.config, context)
      .create(contractDelivery({ need: undefined, request: HOSTILE }), signal);
    assert.doesNotMatch(JSON.stringify(target.cards[0]!.body), /"TextBlock"|"msteams"/);
  });
});
