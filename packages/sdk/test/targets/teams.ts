/** A workflow of Microsoft Teams that posts the Adaptive Card it is sent, after learn.microsoft.com/connectors/teams. */
import type { Card, CardElement } from '../../src/connectors/body/card.ts';
import type { TeamsConfig } from '../../src/connectors/teams.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { Refusal, jsonOf, startTargetServer } from './target-server.ts';
import type { TargetServer } from './target-server.ts';

const SIGNATURE = 'signature-of-this-test';

export interface TeamsTarget extends RunningTarget<TeamsConfig> {
  server: TargetServer;
  cards: Card[];
}

export async function startTeams(): Promise<TeamsTarget> {
  const cards: Card[] = [];
  const path = '/workflows/7f2/triggers/manual/paths/invoke';
  const server = await startTargetServer((asked) => {
    if (asked.method !== 'POST' || asked.path !== path)
      throw new Refusal(404, { error: { code: 'WorkflowNotFound' } });
    if (asked.query.get('sig') !== SIGNATURE || !asked.query.has('sp'))
      throw new Refusal(401, { error: { code: 'DirectApiAuthorizationRequired' } });
    const { type, attachments } = jsonOf(asked) as {
      type: unknown;
      attachments: { contentType: string; content: Card }[];
    };
    const [one, ...more] = attachments ?? [];
    if (
      type !== 'message' ||
      !one ||
      more.length ||
      one.contentType !== 'application/vnd.microsoft.card.adaptive'
    )
      throw new Refusal(400, { error: { code: 'TriggerInputSchemaMismatch' } });
    if (Buffer.byteLength(asked.text) > 28 * 1024)
      throw new Refusal(413, { error: { code: 'RequestEntityTooLarge' } });
    if (!isCard(one.content)) throw new Refusal(400, { error: { code: 'BadRequest' } });
    cards.push(one.content);
    return { status: 202, body: '' };
  });
  const config: TeamsConfig = {
    webhookUrl: `${server.origin}${path}?api-version=1&sp=%2Ftriggers&sig=${SIGNATURE}`,
  };
  return {
    server,
    cards,
    config,
    wrongConfig: { webhookUrl: `${server.origin}${path}?api-version=1&sp=%2Ftriggers&sig=wrong` },
    tickets: () =>
      cards.map((card) => {
        const text = [
          ...card.body.map(words),
          ...card.actions.map(({ title, url }) => `${title} ${url}`),
        ].join('\n');
        const id = /(?:Wherefore request|Wherefore-vraag) ([\w-]+)/.exec(text)?.[1];
        return { id: `delivery-${id}`, text };
      }),
    stop: server.stop,
  };
}

const words = ({ text = '', items = [], inlines = [] }: CardElement): string =>
  [text, ...items.map(words), ...inlines.map(words)].join('');

/** What the schema of version 1.4 asks of the elements that a brief uses. */
function isCard({ type, version, body, actions }: Card): boolean {
  const fits = (element: CardElement): boolean => {
    if (element.type === 'Container') return !!element.items?.length && element.items.every(fits);
    if (element.type === 'RichTextBlock') return !!element.inlines?.length && element.inlines.every(fits);
    return element.type === 'TextRun' && !!element.text;
  };
  return (
    type === 'AdaptiveCard' &&
    version === '1.4' &&
    body.every(fits) &&
    actions.every((action) => action.type === 'Action.OpenUrl' && URL.canParse(action.url))
  );
}
