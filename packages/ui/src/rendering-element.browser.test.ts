import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { TemplateResult } from 'lit/html.js';
import { BaseElement, css, define, foundation, sheetOf } from './index.ts';
import type { Changed, Properties } from './index.ts';

class Greeting extends BaseElement {
  static override properties: Properties = {
    ...BaseElement.properties,
    who: {},
    tone: { attribute: 'data-tone' },
    list: { attribute: false },
    open: { state: true },
  };
  static override styles = [
    foundation,
    css`
      p {
        color: rgb(1 2 3);
      }
    `,
  ];

  declare who: string | null | undefined;
  declare tone: string | null | undefined;
  declare list: readonly string[];
  declare open: boolean | undefined;
  readonly renders: string[][] = [];
  readonly shown: string[][] = [];

  constructor() {
    super();
    this.list = ['by default'];
  }

  protected override willUpdate(changed: Changed): void {
    this.renders.push([...changed]);
    if (changed.has('who')) this.open = true;
  }

  protected override render(): TemplateResult {
    if (this.who === 'nobody') throw new Error('Nobody to greet');
    return html`<p @click=${this.press}>${this.who} ${this.tone} ${this.list.join()} ${this.open}</p>`;
  }

  protected override updated(changed: Changed): void {
    this.shown.push([...changed]);
  }

  press(): void {
    this.tone = 'pressed';
  }

  get words(): string | undefined {
    return this.renderRoot.querySelector('p')?.textContent?.trim();
  }
}
define('test-greeting', Greeting);

describe('an element that renders', () => {
  it('takes attributes, under the name of the property or another, and their absence', async () => {
    const el = await fixture<Greeting>(
      html`<test-greeting who="Ada" data-tone="hi" list="x"></test-greeting>`,
    );
    expect([el.who, el.tone, el.list]).to.deep.equal(['Ada', 'hi', ['by default']]);
    expect(Greeting.observedAttributes).to.deep.equal(['language', 'who', 'data-tone']);
    el.removeAttribute('who');
    expect(el.who).to.equal(null);
  });

  it('renders once for everything that was set, and not for what stays the same', async () => {
    const el = await fixture<Greeting>(html`<test-greeting></test-greeting>`);
    const before = el.renders.length;
    el.who = 'Ada';
    el.tone = 'hi';
    el.who = 'Grace';
    expect(el.words).not.to.contain('Grace');
    await el.updateComplete;
    expect(el.words).to.equal('Grace hi by default true');
    el.who = 'Grace';
    await nextFrame();
    expect(el.renders.slice(before)).to.deep.equal([['who', 'tone']]);
    // What was set just before the render belongs to it.
    expect(el.shown.at(-1)).to.deep.equal(['who', 'tone', 'open']);
  });

  it('renders when asked, although nothing changed', async () => {
    const el = await fixture<Greeting>(html`<test-greeting></test-greeting>`);
    el.requestUpdate();
    el.requestUpdate();
    await el.updateComplete;
    expect(el.renders).to.have.length(2);
    expect(el.renders.at(-1)).to.deep.equal([]);
  });

  it('waits for the page, and keeps its screen when it is moved', async () => {
    const el = document.createElement('test-greeting') as Greeting;
    let done = false;
    void el.updateComplete.then(() => (done = true));
    el.who = 'Ada';
    await nextFrame();
    expect([done, el.words]).to.deep.equal([false, undefined]);
    document.body.append(el);
    await el.updateComplete;
    expect(el.words).to.contain('Ada');
    const paragraph = el.renderRoot.querySelector('p');
    el.who = 'Grace';
    await el.updateComplete;
    document.body.prepend(el);
    await nextFrame();
    expect([el.words, el.renderRoot.querySelector('p')]).to.deep.equal(['Grace  by default true', paragraph]);
    el.remove();
  });

  it('takes over what the page set before the class was there, instead of a default, and once', async () => {
    const el = document.createElement('test-later') as Greeting;
    el.list = ['from the page'];
    document.body.append(el);
    define('test-later', class extends Greeting {});
    await el.updateComplete;
    expect(el.words).to.contain('from the page');
    el.list = ['later'];
    await el.updateComplete;
    document.body.prepend(el);
    await nextFrame();
    expect(el.list).to.deep.equal(['later']);
    el.remove();
  });

  it('says that a render failed, and goes on with the next', async () => {
    const el = await fixture<Greeting>(html`<test-greeting who="Ada"></test-greeting>`);
    el.who = 'nobody';
    const failure = await el.updateComplete.then(
      () => undefined,
      (error: Error) => error.message,
    );
    expect(failure).to.equal('Nobody to greet');
    el.who = 'Grace';
    await el.updateComplete;
    expect(el.words).to.contain('Grace');
  });

  it('is `this` in its listeners', async () => {
    const el = await fixture<Greeting>(html`<test-greeting></test-greeting>`);
    el.renderRoot.querySelector('p')!.click();
    expect(el.tone).to.equal('pressed');
  });

  it('shares its style sheets', async () => {
    const [one, other] = [document.createElement('test-greeting'), document.createElement('test-greeting')];
    const { adoptedStyleSheets } = one.shadowRoot!;
    expect(adoptedStyleSheets).to.deep.equal(other.shadowRoot!.adoptedStyleSheets);
    expect(adoptedStyleSheets[0]).to.equal(sheetOf(foundation));
    document.body.append(one);
    await (one as Greeting).updateComplete;
    expect(getComputedStyle(one.shadowRoot!.querySelector('p')!).color).to.equal('rgb(1, 2, 3)');
    one.remove();
  });
});
