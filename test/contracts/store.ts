/** What every store has to do, whatever it is made of. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';
import type { Brief } from '@wherefore/core/brief';
import type { RestoredBrief, Store, StoreQuery } from '@wherefore/server';

const T0 = '2026-03-01T08:00:00.000Z';
const T1 = '2026-03-01T09:00:00.000Z';
const T2 = '2026-03-01T10:00:00.000Z';

const hashOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const idOf = (index: number): string => `019a0000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;

function briefOf(index: number, more: Partial<Brief> = {}): Brief {
  return { id: idOf(index), schemaVersion: 1, language: 'nl', request: `Vraag ${index}`, ...more };
}

function entryOf(brief: Brief, receivedAt = T0) {
  return { brief, receivedAt, follow: { revision: 1, hash: hashOf(brief.id) } };
}

/** @param open Gives an empty store; cleans up after itself with `t.after`. */
export function storeContract(name: string, open: (t: TestContext) => Store): void {
  describe(`store contract: ${name}`, () => {
    describe('keeping briefs', () => {
      it('gives back what was stored, as received', async (t) => {
        const store = open(t);
        const brief = briefOf(1, { means: [{ words: 'een app' }], requester: { name: 'Jan' } });
        const added = await store.add(entryOf(brief));
        assert.deepEqual(added, { outcome: 'stored', receivedAt: T0, followRevision: 1 });
        assert.deepEqual(await store.get(brief.id), {
          brief,
          status: 'received',
          receivedAt: T0,
          updatedAt: T0,
          version: 1,
          history: [{ at: T0, status: 'received' }],
        });
        assert.equal(await store.get(idOf(2)), undefined);
      });

      it('knows the same brief again and keeps the first receipt', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const again = await store.add(entryOf(briefOf(1), T2));
        assert.deepEqual(again, { outcome: 'same', receivedAt: T0, followRevision: 1 });
      });

      it('knows the same brief after its state changed', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        await store.changeStatus(idOf(1), {
          status: 'later',
          reason: 'Vol',
          by: 'Fatima',
          at: T1,
          version: 1,
        });
        assert.equal((await store.add(entryOf(briefOf(1), T2))).outcome, 'same');
        assert.equal((await store.get(idOf(1)))?.status, 'later');
      });

      it('refuses another brief under the same id and leaves the first as it was', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const other = await store.add(entryOf(briefOf(1, { request: 'Iets anders' }), T2));
        assert.equal(other.outcome, 'differs');
        assert.equal((await store.get(idOf(1)))?.brief.request, 'Vraag 1');
      });

      it('makes one row of fifty equal briefs at once', async (t) => {
        const store = open(t);
        const all = await Promise.all(Array.from({ length: 50 }, () => store.add(entryOf(briefOf(1)))));
        assert.equal(all.filter(({ outcome }) => outcome === 'stored').length, 1);
        assert.equal(all.filter(({ outcome }) => outcome === 'same').length, 49);
        assert.equal((await store.list({ limit: 100 })).items.length, 1);
      });

      it('does not let a row that cannot be kept sink its neighbours', async (t) => {
        const store = open(t);
        const bad = { ...briefOf(2), request: 1n as unknown as string };
        const [one, two, three] = await Promise.allSettled(
          [briefOf(1), bad, briefOf(3)].map((brief) => store.add(entryOf(brief))),
        );
        assert.deepEqual([one?.status, two?.status, three?.status], ['fulfilled', 'rejected', 'fulfilled']);
        const { items } = await store.list({ limit: 10 });
        assert.deepEqual(
          items.map(({ id }) => id),
          [idOf(3), idOf(1)],
        );
      });

      it('keeps every character, also those that databases trip over', async (t) => {
        const store = open(t);
        const request = 'nul \u0000, half \ud83d, heel 🙂, \u2028, "quote\'s" en \\ én İ ﷺ';
        const brief = briefOf(1, { request, requester: { department: ' Zorg\u0000\ud83d ' } });
        await store.add(entryOf(brief));
        assert.deepEqual((await store.get(brief.id))?.brief, brief);
        assert.equal((await store.add(entryOf(brief))).outcome, 'same');
        assert.deepEqual((await store.list({ limit: 1 })).departments, ['Zorg \ufffd']);
      });

      it('gives copies away', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const record = await store.get(idOf(1));
        if (record) record.brief.request = 'changed by a caller';
        assert.equal((await store.get(idOf(1)))?.brief.request, 'Vraag 1');
      });
    });

    describe('the list', () => {
      it('is newest first and stays whole while briefs come in', async (t) => {
        const store = open(t);
        for (let index = 1; index <= 7; index++) await store.add(entryOf(briefOf(index)));
        const seen: string[] = [];
        let before: number | undefined;
        for (let page = 0; page < 10; page++) {
          const { items, nextPosition } = await store.list({ limit: 3, before });
          seen.push(...items.map(({ id }) => id));
          await store.add(entryOf(briefOf(100 + page)));
          if (nextPosition === undefined) break;
          before = nextPosition;
        }
        assert.deepEqual(seen, [7, 6, 5, 4, 3, 2, 1].map(idOf));
      });

      it('says when a page was the last, also when it is full', async (t) => {
        const store = open(t);
        assert.deepEqual(await store.list({ limit: 2 }), { items: [], departments: [], counts: {} });
        for (let index = 1; index <= 2; index++) await store.add(entryOf(briefOf(index)));
        assert.equal('nextPosition' in (await store.list({ limit: 2 })), false);
        assert.equal('nextPosition' in (await store.list({ limit: 1 })), true);
      });

      it('holds nothing about the person', async (t) => {
        const store = open(t);
        const brief = briefOf(1, {
          need: { who: ['cliënten'] },
          means: [{ words: 'een app' }],
          requester: {
            name: 'Jan Jansen',
            email: 'jan@example.org',
            department: 'Zorg',
            role: 'Verzorgende',
          },
          contact: { wanted: true, person: 'Jan', when: 'maandag' },
          currentWay: { tools: ['WhatsApp'] },
        });
        await store.add(entryOf(brief));
        assert.deepEqual((await store.list({ limit: 1 })).items, [
          {
            id: brief.id,
            status: 'received',
            receivedAt: T0,
            updatedAt: T0,
            language: 'nl',
            request: 'Vraag 1',
            need: { who: ['cliënten'] },
            means: [{ words: 'een app' }],
            department: 'Zorg',
          },
        ]);
      });

      const rows: [string, StoreQuery | Omit<StoreQuery, 'limit'>, number[]][] = [
        ['everything', {}, [4, 3, 2, 1]],
        ['a state', { status: 'later' }, [2]],
        ['a state nobody has', { status: 'merged' }, []],
        ['a department', { department: 'Zorg' }, [3, 1]],
        ['a department with blanks around it', { department: ' Zorg ' }, [3, 1]],
        ['a department in other capitals is another', { department: 'zorg' }, []],
        ['a word in the request', { q: 'intranet' }, [1]],
        ['capitals and accents', { q: 'CLIENTEN' }, [2]],
        ['accents that the text does not have', { q: 'íntranét' }, [1]],
        ['a curly apostrophe', { q: 'collega’s' }, [1]],
        ['a straight apostrophe', { q: "collega's" }, [1]],
        ['a part of a word', { q: 'ranet' }, [1]],
        ['all words, in any order', { q: '  weten   intranet ' }, [1]],
        ['not when one word is missing', { q: 'intranet fax' }, []],
        ['who', { q: 'vrijwilligers' }, [3]],
        ['the problem', { q: 'dubbel werk' }, [3]],
        ['the outcome', { q: 'minder bellen' }, [3]],
        ['the means', { q: 'prikbord' }, [3]],
        ['not the name of the requester', { q: 'Jansen' }, []],
        ['not the contact wish', { q: 'dinsdag' }, []],
        ['a percent sign is a percent sign', { q: '100%' }, [4]],
        ['an underscore is an underscore', { q: '_' }, [4]],
        ['a quote is a quote', { q: "'; DROP TABLE brief --" }, []],
        ['blanks only look for nothing', { q: ' \u0000 ' }, [4, 3, 2, 1]],
        ['all filters together', { q: 'vraag intranet', status: 'received', department: 'Zorg' }, [1]],
      ];
      for (const [what, query, found] of rows) {
        it(`finds by ${what}`, async (t) => {
          const store = await filled(open(t));
          const { items } = await store.list({ limit: 10, ...query });
          assert.deepEqual(
            items.map(({ id }) => id),
            found.map(idOf),
          );
        });
      }

      it('counts states within the search and the department, not within the state or the page', async (t) => {
        const store = await filled(open(t));
        const counts = async (query: Partial<StoreQuery>) =>
          (await store.list({ limit: 1, ...query })).counts;
        assert.deepEqual(await counts({}), { received: 3, later: 1 });
        assert.deepEqual(await counts({ status: 'later' }), { received: 3, later: 1 });
        assert.deepEqual(await counts({ department: 'Zorg' }), { received: 2 });
        assert.deepEqual(await counts({ q: 'clienten' }), { later: 1 });
      });

      it('names every department once, by the alphabet', async (t) => {
        const store = await filled(open(t));
        assert.deepEqual((await store.list({ limit: 1, q: 'nergens' })).departments, [
          'Één loket',
          'Facilitair',
          'Zorg',
        ]);
      });
    });

    describe('changing the state', () => {
      const change = {
        status: 'accepted',
        reason: 'Dit lossen we op',
        by: 'Fatima',
        at: T1,
        version: 1,
      } as const;

      it('writes the state and the history together', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const changed = await store.changeStatus(idOf(1), change);
        assert.deepEqual(changed, {
          brief: briefOf(1),
          status: 'accepted',
          receivedAt: T0,
          updatedAt: T1,
          version: 2,
          history: [
            { at: T0, status: 'received' },
            { at: T1, status: 'accepted', reason: 'Dit lossen we op', by: 'Fatima' },
          ],
        });
        assert.deepEqual(await store.get(idOf(1)), changed);
        assert.equal((await store.list({ limit: 1, status: 'accepted' })).items[0]?.updatedAt, T1);
      });

      it('refuses a version that is not the current one', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        for (const version of [0, 2]) {
          assert.equal(await store.changeStatus(idOf(1), { ...change, version }), 'version-mismatch');
        }
        assert.equal((await store.get(idOf(1)))?.version, 1);
      });

      it('lets one of two win', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const both = await Promise.all([
          store.changeStatus(idOf(1), change),
          store.changeStatus(idOf(1), { ...change, status: 'declined' }),
        ]);
        assert.equal(both.filter((one) => one === 'version-mismatch').length, 1);
        assert.equal((await store.get(idOf(1)))?.history.length, 2);
      });

      it('does not know an unknown brief', async (t) => {
        assert.equal(await open(t).changeStatus(idOf(1), change), 'not-found');
      });
    });

    describe('restoring a brief from another store', () => {
      const changes = [
        { status: 'reviewing', reason: 'We zoeken het uit', by: 'Fatima', at: T1 },
        { status: 'declined', reason: 'Het kan niet', by: 'Piet', at: T2 },
      ] as const;
      const restored = (changed: Partial<RestoredBrief> = {}): RestoredBrief => ({
        ...entryOf(briefOf(1, { requester: { department: 'Zorg' } })),
        changes,
        ...changed,
      });

      it('keeps its times, its history, its follow link and what the list goes by', async (t) => {
        const store = open(t);
        const follow = { revision: 3, hash: hashOf('moved') };
        assert.equal(await store.restore(restored({ follow })), 'stored');
        const record = await store.get(idOf(1));
        assert.deepEqual(record, {
          brief: restored().brief,
          status: 'declined',
          receivedAt: T0,
          updatedAt: T2,
          version: 3,
          history: [{ at: T0, status: 'received' }, ...changes],
        });
        const found = await store.getForFollow(idOf(1));
        assert.deepEqual([found?.revision, [...(found?.hash ?? [])]], [3, [...hashOf('moved')]]);
        const page = await store.list({ limit: 1, status: 'declined', department: 'Zorg', q: 'vraag' });
        assert.deepEqual(
          [page.items[0]?.updatedAt, page.counts, page.departments],
          [T2, { declined: 1 }, ['Zorg']],
        );
      });

      it('keeps where it is in other systems, and goes on listening there', async (t) => {
        const store = open(t);
        const known = { target: 'tickets', id: '12', url: 'https://example.org/12', label: '#12' };
        const heard = { state: 'Doing', status: 'reviewing', checkedAt: T1 } as const;
        const links = [
          { ...known, ...heard, pollAt: T2 },
          { target: 'mail', id: 'm', label: 'Mail', checkedAt: T1 },
        ];
        await store.restore(restored({ links }));
        // The second time it is there already.
        assert.equal(
          await store.restore(restored({ links: [{ ...known, id: '13', checkedAt: T1 }] })),
          'same',
        );
        const linked = { ...known, ...heard, briefId: idOf(1), quiet: 0 };
        const { links: kept, open: waiting } = await store.traceOf(idOf(1));
        assert.deepEqual(kept, [{ ...links[1], briefId: idOf(1), quiet: 0 }, linked]);
        assert.deepEqual(waiting, []);
        assert.deepEqual(await store.findLink('tickets', '12'), linked);
        assert.equal(await store.claimLink('tickets', { at: T1, until: T2 }), undefined);
        assert.deepEqual(await store.claimLink('tickets', { at: T2, until: T2 }), linked);
        assert.equal(await store.claimLink('mail', { at: T2, until: T2 }), undefined);
      });

      it('goes on from there', async (t) => {
        const store = open(t);
        await store.restore(restored());
        const change = { status: 'accepted', reason: 'Toch wel', by: 'Fatima', at: T2 } as const;
        assert.equal(await store.changeStatus(idOf(1), { ...change, version: 2 }), 'version-mismatch');
        const changed = await store.changeStatus(idOf(1), { ...change, version: 3 });
        assert.deepEqual(changed, {
          ...(await store.get(idOf(1))),
          version: 4,
          history: [{ at: T0, status: 'received' }, ...changes, change],
        });
        assert.equal((await store.add(restored())).outcome, 'same');
      });

      it('changes nothing the second time', async (t) => {
        const store = open(t);
        await store.restore(restored());
        const before = await store.get(idOf(1));
        assert.equal(await store.restore(restored({ follow: { revision: 9, hash: null } })), 'same');
        assert.deepEqual(await store.get(idOf(1)), before);
        assert.equal((await store.getForFollow(idOf(1)))?.revision, 1);
      });

      it('says when the brief or only its history differs, and leaves what is there', async (t) => {
        const store = open(t);
        await store.restore(restored());
        const before = await store.get(idOf(1));
        for (const other of [
          restored({ brief: briefOf(1) }),
          restored({ changes: changes.slice(0, 1) }),
          restored({ changes: [changes[0], { ...changes[1], reason: 'Anders' }] }),
          restored({ receivedAt: T1 }),
        ]) {
          assert.equal(await store.restore(other), 'differs');
          assert.deepEqual(await store.get(idOf(1)), before);
        }
      });

      it('takes many at once, in their order', async (t) => {
        const store = open(t);
        const all = Array.from({ length: 30 }, (_, index) => restored({ brief: briefOf(index) }));
        await Promise.all(all.map((one) => store.restore(one)));
        const { items } = await store.list({ limit: 100 });
        assert.deepEqual(
          items.map(({ id }) => id),
          all.map(({ brief }) => brief.id).toReversed(),
        );
        assert.equal((await store.get(idOf(7)))?.history.length, 3);
      });
    });

    describe('follow links', () => {
      it('finds the brief with the hash that was kept', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        const found = await store.getForFollow(idOf(1));
        assert.deepEqual(found?.record, await store.get(idOf(1)));
        assert.deepEqual([...(found?.hash ?? [])], [...hashOf(idOf(1))]);
        assert.equal(found?.revision, 1);
        assert.equal(await store.getForFollow(idOf(2)), undefined);
      });

      it('can be revoked and given again', async (t) => {
        const store = open(t);
        await store.add(entryOf(briefOf(1)));
        assert.equal(await store.replaceFollow(idOf(1), { revision: 1, hash: null }), true);
        assert.equal((await store.getForFollow(idOf(1)))?.hash, null);
        assert.equal(await store.replaceFollow(idOf(1), { revision: 2, hash: hashOf('new') }), true);
        const renewed = await store.getForFollow(idOf(1));
        assert.deepEqual([...(renewed?.hash ?? [])], [...hashOf('new')]);
        assert.equal(renewed?.revision, 2);
        assert.equal((await store.add(entryOf(briefOf(1)))).followRevision, 2);
        assert.equal(await store.replaceFollow(idOf(2), { revision: 1, hash: null }), false);
      });
    });

    describe('signing in', () => {
      const signIn = { hash: hashOf('link'), name: 'Fatima', role: 'reviewer', expiresAt: T1 } as const;
      const session = { hash: hashOf('session'), at: T0, expiresAt: T2 };

      it('turns a link into a session, once', async (t) => {
        const store = open(t);
        await store.addSignIn(signIn, T0);
        const expected = { name: 'Fatima', role: 'reviewer', seenAt: T0, expiresAt: T2 };
        assert.deepEqual(await store.exchangeSignIn(signIn.hash, session), expected);
        assert.deepEqual(await store.getSession(session.hash), expected);
        assert.equal(
          await store.exchangeSignIn(signIn.hash, { ...session, hash: hashOf('second') }),
          undefined,
        );
        assert.equal(await store.getSession(hashOf('second')), undefined);
      });

      it('lets one of two clicks at once win', async (t) => {
        const store = open(t);
        await store.addSignIn(signIn, T0);
        const both = await Promise.all(
          ['a', 'b'].map((id) => store.exchangeSignIn(signIn.hash, { ...session, hash: hashOf(id) })),
        );
        assert.equal(both.filter((one) => one !== undefined).length, 1);
      });

      it('refuses a link that is unknown or expired', async (t) => {
        const store = open(t);
        await store.addSignIn(signIn, T0);
        assert.equal(await store.exchangeSignIn(hashOf('other'), session), undefined);
        assert.equal(await store.exchangeSignIn(signIn.hash, { ...session, at: T1 }), undefined);
      });

      it('ends the session that the new one replaces', async (t) => {
        const store = open(t);
        await store.addSignIn(signIn, T0);
        await store.addSignIn({ ...signIn, hash: hashOf('link 2') }, T0);
        await store.exchangeSignIn(signIn.hash, session);
        const next = { ...session, hash: hashOf('session 2'), replaces: session.hash };
        await store.exchangeSignIn(hashOf('link 2'), next);
        assert.equal(await store.getSession(session.hash), undefined);
        assert.notEqual(await store.getSession(next.hash), undefined);
      });

      it('notes use and ends a session', async (t) => {
        const store = open(t);
        await store.addSignIn(signIn, T0);
        await store.exchangeSignIn(signIn.hash, session);
        await store.touchSession(session.hash, T1);
        assert.equal((await store.getSession(session.hash))?.seenAt, T1);
        await store.endSession(session.hash);
        await store.endSession(session.hash);
        assert.equal(await store.getSession(session.hash), undefined);
      });
    });

    it('says that it can write', async (t) => {
      await open(t).probe();
    });
  });
}

async function filled(store: Store): Promise<Store> {
  const briefs = [
    briefOf(1, {
      request: 'Vraag: wij willen een Intranet, want collega’s weten niet wat er speelt',
      requester: { name: 'Jan Jansen', department: 'Zorg' },
      contact: { wanted: true, when: 'dinsdag' },
    }),
    briefOf(2, { request: 'Vraag over cliënten', requester: { department: 'Één loket' } }),
    briefOf(3, {
      request: 'Vraag',
      need: {
        who: ['Vrijwilligers'],
        problem: { statement: 'Dubbel werk' },
        outcome: { statement: 'Minder bellen' },
      },
      means: [{ words: 'een prikbord' }],
      requester: { department: ' Zorg' },
    }),
    briefOf(4, { request: 'Vraag 100% _', requester: { department: 'Facilitair' } }),
  ];
  for (const brief of briefs) await store.add(entryOf(brief));
  await store.changeStatus(idOf(2), { status: 'later', reason: 'Vol', by: 'Fatima', at: T1, version: 1 });
  return store;
}
