import { render } from 'lit/html.js';
import { sheetOf } from './sheets.ts';

/** How a property is watched. Without options it has an attribute, its own name in lower case. */
export interface PropertyOptions {
  /** Another name for the attribute, or none at all. */
  attribute?: string | false;
  /** The element's own: no attribute either. */
  state?: true;
}

/** The watched properties of an element. */
export type Properties = Record<string, PropertyOptions>;

/** The names of the properties that changed since the last render. */
export type Changed = ReadonlySet<string>;

// Without a browser there are no elements, but their classes can be imported.
const Base = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/**
 * Renders a Lit template into its shadow root, once it is on the page and soon after a watched property changed.
 *
 * Not Lit's own base class: most of that is for what no element of ours does, and every requester would load it.
 * See docs/decisions/0019-own-element-base.md.
 */
export abstract class RenderingElement extends Base {
  static properties: Properties = {};
  static styles: string | readonly string[] = [];

  /** The browser asks for these when it learns the class; that is when its properties become watched. */
  static get observedAttributes(): string[] {
    const { prototype, properties } = this;
    for (const name in properties) watch(prototype, name);
    return Object.entries(properties).flatMap(attributeOf);
  }

  readonly renderRoot = this.attachShadow({ mode: 'open' });
  /** Resolves when what is set now is on screen, for which the element has to be on the page; rejects when it could not be. */
  updateComplete!: Promise<void>;
  #changed = new Set<string>();
  #asked = false;
  #arrive!: () => void;
  readonly #arrived = new Promise<void>((resolve) => (this.#arrive = resolve));

  constructor() {
    super();
    const { properties, styles } = this.constructor as typeof RenderingElement;
    this.renderRoot.adoptedStyleSheets = [styles].flat().map(sheetOf);
    // What the page set before it knew the class would hide the watched properties, and goes before a subclass's defaults.
    const early: Record<string, unknown> = {};
    for (const name in properties) {
      if (!Object.hasOwn(this, name)) continue;
      early[name] = this[name as keyof this];
      delete this[name as keyof this];
    }
    void this.#arrived.then(() => Object.assign(this, early));
    this.requestUpdate();
  }

  connectedCallback(): void {
    this.#arrive();
  }

  disconnectedCallback(): void {}

  attributeChangedCallback(attribute: string, _before: string | null, value: string | null): void {
    const { properties } = this.constructor as typeof RenderingElement;
    const [name] = Object.entries(properties).find((property) => attributeOf(property)[0] === attribute)!;
    Object.assign(this, { [name]: value });
  }

  /** Asks for a render, of a watched property that changed or without one. Asking again before it came is harmless. */
  requestUpdate(changed?: string): void {
    if (changed) this.#changed.add(changed);
    if (this.#asked) return;
    this.#asked = true;
    this.updateComplete = this.#arrived.then(() => this.#update());
  }

  #update(): void {
    const changed = this.#changed;
    let screen;
    try {
      this.willUpdate(changed);
      screen = this.render();
    } finally {
      this.#asked = false;
      this.#changed = new Set();
    }
    render(screen, this.renderRoot, { host: this });
    this.updated(changed);
  }

  /** Before each render; what is set here needs no other one. */
  protected willUpdate(_changed: Changed): void {}

  /** What is on screen. */
  protected abstract render(): unknown;

  /** After each render. */
  protected updated(_changed: Changed): void {}
}

function watch(prototype: RenderingElement, name: string): void {
  // The same one for whoever asks again: another registry may learn the class too.
  const key = Symbol.for(`wherefore:${name}`);
  Object.defineProperty(prototype, name, {
    get(this: Record<symbol, unknown>) {
      return this[key];
    },
    set(this: Record<symbol, unknown> & RenderingElement, value: unknown) {
      if (value === this[key]) return;
      this[key] = value;
      this.requestUpdate(name);
    },
    configurable: true,
    enumerable: true,
  });
}

/** The attribute of a property, if it has one. */
function attributeOf([name, { attribute = name.toLowerCase(), state }]: [string, PropertyOptions]): string[] {
  return attribute === false || state ? [] : [attribute];
}
