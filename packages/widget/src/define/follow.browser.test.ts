import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Follow } from '../follow/follow.ts';
import './follow.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789';

describe('define/follow', () => {
  const fetchBefore = globalThis.fetch;
  const asked: Request[] = [];

  beforeEach(() => {
    asked.length = 0;
    globalThis.fetch = async (input, init) => {
      asked.push(new Request(input, init));
      const problem = { type: 'about:blank', title: 'Not found', status: 404, code: 'not-found' };
      return new Response(JSON.stringify(problem), {
        status: 404,
        headers: { 'content-type': 'application/problem+json' },
      });
    };
  });
  afterEach(() => {
    globalThis.fetch = fetchBefore;
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('takes the token from the address, leaves it there, and sends it in a body only', async () => {
    history.replaceState(null, '', `#${TOKEN}`);
    const el = await fixture<Follow>(html`<wherefore-follow endpoint="/api/"></wherefore-follow>`);
    await waitUntil(() => el.shadowRoot?.querySelector('h1'));
    expect(location.hash).to.equal(`#${TOKEN}`);
    expect(asked.map((request) => [request.method, new URL(request.url).pathname])).to.deep.equal([
      ['POST', '/api/v1/follow'],
    ]);
    expect(asked[0]?.url).not.to.contain(TOKEN);
    expect(await asked[0]?.json()).to.deep.equal({ token: TOKEN });
    expect(el.outerHTML).not.to.contain(TOKEN);
  });

  it('follows another link in the same tab, until it is taken off the page', async () => {
    const el = await fixture<Follow>(html`<wherefore-follow></wherefore-follow>`);
    location.hash = TOKEN;
    await waitUntil(() => el.token === TOKEN);
    el.remove();
    const changed = new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
    location.hash = 'other';
    await changed;
    expect(el.token).to.equal(TOKEN);
  });

  it('keeps a gateway that the page gave', async () => {
    const gateway = { follow: () => Promise.reject(new Error('not asked')) };
    const el = await fixture<Follow>(html`<wherefore-follow .gateway=${gateway}></wherefore-follow>`);
    expect(el.gateway).to.equal(gateway);
    expect(el).to.be.instanceOf(Follow);
    expect(asked.length).to.equal(0);
  });
});
