import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import { TargetSettingsError, openTargets, parseTargetSettings, readTargetSettings } from '@wherefore/server';
import { ticketConnector } from '../../test/tickets.ts';

const settings = (changes: object = {}) => ({
  url: 'https://tickets.example.org',
  token: { env: 'TOKEN' },
  ...changes,
});
const file = (changes: object = {}) => ({
  targets: { helpdesk: { connector: 'tickets', settings: settings(changes) } },
});

function open(value: unknown, env: Record<string, string> = { TOKEN: 'x' }, folder = '.') {
  return openTargets({
    settings: parseTargetSettings(value, 'connectors.json'),
    connectors: [ticketConnector],
    secrets: { env, folder },
    key: new Uint8Array(32),
    now: () => 0,
  });
}

function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-settings-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the settings of the targets', () => {
  it('name a target, its kind, and where its secrets are', () => {
    const [target] = open(file());
    assert.deepEqual([target?.name, target?.title], ['helpdesk', 'Tickets']);
  });

  it('can name two of a kind, which people can tell apart', () => {
    const { helpdesk } = file().targets;
    const titles = open({ targets: { helpdesk, facilities: helpdesk } }).map(({ title }) => title);
    assert.deepEqual(titles, ['Tickets (helpdesk)', 'Tickets (facilities)']);
  });

  it('take secrets from a file beside them, without the line end', (t) => {
    const folder = temporary(t);
    writeFileSync(join(folder, 'token'), 'x\n');
    const [byFile] = open(file({ token: { file: 'token' } }), {}, folder);
    const [byEnv] = open(file());
    assert.equal(byFile?.fingerprint, byEnv?.fingerprint);
  });

  it('have a fingerprint that changes with every setting and shows none', () => {
    const [one] = open(file());
    const [same] = open(file());
    const [otherSecret] = open(file(), { TOKEN: 'y' });
    const [otherSetting] = open(file({ quiet: true }));
    assert.equal(one?.fingerprint, same?.fingerprint);
    assert.equal(new Set([one, otherSecret, otherSetting].map((each) => each?.fingerprint)).size, 3);
  });

  const SECRET = 'pa55w0rd-in-the-file';
  const wrong: [string, unknown, RegExp, Record<string, string>?][] = [
    ['no object', [], /connectors\.json/],
    ['an unknown key', { targets: {}, target: {} }, /does not know target/],
    [
      'a name that fits no address',
      { targets: { 'Help Desk': { connector: 'tickets', settings: {} } } },
      /lower-case letters/,
    ],
    [
      'an unknown connector',
      { targets: { a: { connector: 'jirra', settings: {} } } },
      /targets\.a\.connector: there is no such connector\. There is: tickets\./,
    ],
    [
      'a secret in the clear',
      file({ token: SECRET }),
      /targets\.helpdesk\.settings\.token is a secret\. Keep it in an environment variable or a file/,
    ],
    ['a secret in the clear, in a list', file({ token: [SECRET] }), /settings\.token\.0 is a secret/],
    [
      'a variable that is not set',
      file(),
      /targets\.helpdesk\.settings\.token needs the environment variable TOKEN, which is not set/,
      {},
    ],
    [
      'a file that is not there',
      file({ token: { file: 'nowhere' } }),
      /nowhere, which can't be read \(ENOENT\)/,
    ],
    [
      'a setting of another type',
      file({ quiet: SECRET }),
      /targets\.helpdesk\.settings\.quiet: has to be there, as boolean/,
    ],
    [
      'a setting too few',
      file({ url: undefined }),
      /targets\.helpdesk\.settings\.url: has to be there, as string/,
    ],
    [
      'a setting that only the connector knows to be wrong',
      file({ url: SECRET }),
      /targets\.helpdesk\.settings: the connector "tickets" can't work with these/,
    ],
    [
      'a network rule with a typing error',
      {
        targets: { a: { connector: 'tickets', settings: settings(), network: { h: { allowPrivat: true } } } },
      },
      /targets\.a\.network\.h: does not know allowPrivat/,
    ],
  ];
  for (const [what, value, message, env] of wrong) {
    it(`with ${what} say what to do, and repeat no value`, () => {
      assert.throws(
        () => open(value, env),
        (error) => {
          assert.ok(error instanceof TargetSettingsError);
          assert.match(error.message, message);
          assert.doesNotMatch(error.message, /pa55w0rd/);
          return true;
        },
      );
    });
  }

  it('that are no JSON, or not there, say where', (t) => {
    const path = join(temporary(t), 'connectors.json');
    assert.throws(() => readTargetSettings(path), /can't be read \(ENOENT\)/);
    writeFileSync(path, `{ "token": "${SECRET}", }`);
    assert.throws(
      () => readTargetSettings(path),
      (error) =>
        error instanceof TargetSettingsError &&
        /not JSON/.test(error.message) &&
        !error.message.includes(SECRET),
    );
  });
});
