import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Desk } from '../desk/desk.ts';
import './all.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789';

describe('define/desk', () => {
  const fetchBefore = globalThis.fetch;
  const asked: string[] = [];

  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${new URL(request.url).pathname} ${await request.text()}`.trim());
      const problem = { type: 'about:blank', title: 'Sign in first', status: 401, code: 'not-signed-in' };
      return new Response(JSON.stringify(problem), {
        status: 401,
        headers: { 'content-type': 'application/problem+json' },
      });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetchBefore;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('takes the token of a sign-in link out of the address, and sends it only after a press', async () => {
    const entries = history.length;
    history.replaceState(null, '', `#sign-in=${TOKEN}`);
    const el = await fixture<Desk>(html`<wherefore-desk endpoint="/api" language="en"></wherefore-desk>`);
    expect(location.hash).to.equal('');
    expect(history.length).to.equal(entries);
    await waitUntil(() => el.shadowRoot?.querySelector('button'));
    expect(asked).to.deep.equal(['GET /api/v1/session']);
    el.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => asked.length === 2);
    expect(asked[1]).to.equal(`POST /api/v1/session {"token":"${TOKEN}"}`);
    await waitUntil(() => el.shadowRoot?.querySelector('[role=alert]'));
  });

  it('is signed out without a link, and asks only who is signed in', async () => {
    const el = await fixture<Desk>(html`<wherefore-desk language="en"></wherefore-desk>`);
    await waitUntil(() => el.shadowRoot?.querySelector('h1'));
    expect(el).to.be.instanceOf(Desk);
    expect(asked).to.deep.equal(['GET /v1/session']);
  });
});
