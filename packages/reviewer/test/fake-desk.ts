import { WhereforeError } from '@wherefore/core';
import type { Brief, DeskGateway } from '@wherefore/core';
import type {
  BriefPage,
  BriefQuery,
  BriefRecord,
  BriefSummary,
  DeliveryPage,
  DeliveryQuery,
  DeliveryRecord,
  Session,
  StatusChange,
  Target,
  TargetList,
  TargetRetry,
  TargetTest,
} from '@wherefore/core/wire';

const REQUEST = 'We willen een intranet, want collega’s op locatie weten niet wat er speelt';
const at = (words: string) => ({ start: REQUEST.indexOf(words), end: REQUEST.indexOf(words) + words.length });

export const ID = '0198c0de-0000-7000-8000-000000000001';

export const brief: Brief = {
  id: ID,
  schemaVersion: 1,
  language: 'nl',
  request: REQUEST,
  need: {
    who: ['collega’s op locatie', 'de nachtdienst'],
    problem: { statement: 'Collega’s weten niet wat er speelt', howOften: 'elke week' },
    outcome: {
      statement: 'Iedereen weet dezelfde dag wat er verandert',
      measure: { what: 'vragen aan de balie' },
    },
  },
  means: [{ words: 'een intranet' }],
  contact: { wanted: true, channel: 'phone', when: 'dinsdag' },
  answers: [
    { question: 'last-time', words: 'Dinsdag stond ik alleen.' },
    { question: 'for-whom', skipped: true },
  ],
  analysis: {
    language: 'nl',
    spans: [
      { kind: 'means', ...at('een intranet'), cue: 'want', confidence: 0.9 },
      { kind: 'who', ...at('collega’s op locatie'), cue: 'people', confidence: 0.9 },
      {
        kind: 'problem',
        ...at('collega’s op locatie weten niet wat er speelt'),
        cue: 'not-know',
        confidence: 0.9,
      },
    ],
    signals: { meansFirst: true, workaround: false, urgency: false, measurable: false, vague: false },
  },
  requester: { name: 'Fatima Bouali', department: 'Zorg Noord', email: 'f.bouali@example.org' },
};

export function recordOf(changes: Partial<BriefRecord> = {}): BriefRecord {
  return {
    brief,
    status: 'reviewing',
    receivedAt: '2026-11-01T09:00:00.000Z',
    updatedAt: '2026-11-02T09:00:00.000Z',
    version: 2,
    history: [
      { at: '2026-11-01T09:00:00.000Z', status: 'received' },
      { at: '2026-11-02T09:00:00.000Z', status: 'reviewing', reason: 'Ik loop een dienst mee.', by: 'Anna' },
    ],
    ...changes,
  };
}

export function summaryOf(id: string, changes: Partial<BriefSummary> = {}): BriefSummary {
  return {
    id,
    status: 'received',
    receivedAt: '2026-11-01T09:00:00.000Z',
    updatedAt: '2026-11-01T09:00:00.000Z',
    language: 'nl',
    request: `Vraag ${id}`,
    ...changes,
  };
}

export function deliveryOf(id: string, changes: Partial<DeliveryRecord> = {}): DeliveryRecord {
  return {
    id,
    target: 'needs-board',
    title: 'GitHub Issues',
    kind: 'brief',
    briefId: ID,
    request: REQUEST,
    state: 'dead',
    paused: false,
    attempts: 20,
    reason: 'GitHub answered 500',
    createdAt: '2026-11-01T09:00:00.000Z',
    updatedAt: '2026-11-02T09:00:00.000Z',
    ...changes,
  };
}

/** A desk of one's own: keeps one record, lists what it is given, and fails as often as it is told to. */
export class FakeDesk implements DeskGateway {
  readonly calls: string[] = [];
  readonly queries: BriefQuery[] = [];
  readonly changes: { id: string; change: StatusChange; version: number }[] = [];
  signedIn = true;
  record = recordOf();
  /** What comes back for a query; the first page when nothing else is set. */
  pages: (query: BriefQuery) => BriefPage = () => ({
    items: [
      summaryOf(ID, { status: 'reviewing', need: brief.need, department: 'Zorg Noord' }),
      summaryOf('b', { request: 'kunnen we iets met AI' }),
      summaryOf('c', { request: 'De printer staat op storing', department: 'Facilitair' }),
    ],
    departments: ['Facilitair', 'Zorg Noord'],
    counts: { received: 2, reviewing: 1 },
  });
  /** The other systems; none, as on most desks. */
  targets: Target[] = [];
  /** What did not arrive there, in pages of two. */
  stuck: DeliveryRecord[] = [];
  tested: TargetTest = { ok: true, message: 'acme/needs' };
  /** Error codes for the next calls, by method. */
  readonly failures: Partial<Record<keyof DeskGateway, string[]>> = {};

  async signIn(token: string): Promise<Session> {
    this.calls.push(`signIn ${token}`);
    this.#failIfTold('signIn');
    this.signedIn = true;
    return this.#session();
  }

  async session(): Promise<Session | null> {
    this.calls.push('session');
    this.#failIfTold('session');
    return this.signedIn ? this.#session() : null;
  }

  async signOut(): Promise<void> {
    this.calls.push('signOut');
    this.#failIfTold('signOut');
    this.signedIn = false;
  }

  async listBriefs(query: BriefQuery = {}): Promise<BriefPage> {
    this.queries.push(query);
    this.#failIfTold('listBriefs');
    return this.pages(query);
  }

  async getBrief(id: string): Promise<BriefRecord> {
    this.calls.push(`getBrief ${id}`);
    this.#failIfTold('getBrief');
    return { ...this.record, brief: { ...this.record.brief, id } };
  }

  async changeStatus(id: string, change: StatusChange, version: number): Promise<BriefRecord> {
    this.changes.push({ id, change, version });
    this.#failIfTold('changeStatus');
    const entry = { at: '2026-11-03T09:00:00.000Z', ...change, by: 'Anna' };
    this.record = recordOf({
      status: change.status,
      version: version + 1,
      history: [...this.record.history, entry],
    });
    return this.record;
  }

  async listTargets(): Promise<TargetList> {
    this.#failIfTold('listTargets');
    return { items: this.targets };
  }

  async testTarget(target: string): Promise<TargetTest> {
    this.calls.push(`testTarget ${target}`);
    this.#failIfTold('testTarget');
    return this.tested;
  }

  async listDeliveries({ cursor }: DeliveryQuery = {}): Promise<DeliveryPage> {
    this.#failIfTold('listDeliveries');
    const start = Number(cursor ?? 0);
    const items = this.stuck.slice(start, start + 2);
    return { items, ...(this.stuck.length > start + 2 && { nextCursor: String(start + 2) }) };
  }

  async retryDelivery(id: string): Promise<DeliveryRecord> {
    this.calls.push(`retryDelivery ${id}`);
    this.#failIfTold('retryDelivery');
    const known = this.stuck.find((each) => each.id === id) ?? deliveryOf(id);
    this.stuck = this.stuck.filter((each) => each !== known);
    this.targets = this.targets.map((each) => ({ ...each, dead: Math.max(0, each.dead - 1) }));
    const { reason: _reason, ...rest } = known;
    return { ...rest, state: 'waiting', paused: false, attempts: 0, nextAt: '2026-11-03T09:00:00.000Z' };
  }

  async retryTarget(target: string): Promise<TargetRetry> {
    this.calls.push(`retryTarget ${target}`);
    this.#failIfTold('retryTarget');
    const known = this.targets.find((each) => each.target === target);
    const count = (known?.dead ?? 0) + (known?.waiting ?? 0);
    this.stuck = this.stuck.filter((each) => each.target !== target);
    this.targets = this.targets.map((each) => {
      if (each !== known) return each;
      const { paused: _paused, ...rest } = each;
      return { ...rest, waiting: count, dead: 0 };
    });
    return { count };
  }

  #failIfTold(method: keyof DeskGateway): void {
    const code = this.failures[method]?.shift();
    if (code) throw new WhereforeError(code, 'as the test wants it');
  }

  #session(): Session {
    return { name: 'Anna de Vries', role: 'reviewer', expiresAt: '2026-12-01T09:00:00.000Z' };
  }
}

/** The text that is on screen, shadow roots inside included, with spaces as people see them. */
export function textOf(element: Element): string {
  const root = element.shadowRoot ?? element;
  let text = '';
  for (const node of root.childNodes) {
    if (node instanceof Text) text += node.data;
    else if (node instanceof HTMLElement && !node.hidden) text += ` ${textOf(node)} `;
  }
  return text.replace(/\s+/g, ' ').trim();
}
