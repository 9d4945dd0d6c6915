/** Takes briefs to a team board: what a connector for a system of your own looks like. */
import { briefBody, briefTitle, createAsk, defineConnector, renderPlain } from '@wherefore/sdk/connectors';
import * as z from 'zod';

const card = z.object({ id: z.string(), column: z.string(), reference: z.string() });
type Card = z.infer<typeof card>;

export const board = defineConnector({
  name: 'board',
  title: 'Team board',
  config: z.object({ url: z.url({ protocol: /^https?$/ }), key: z.string().min(1) }),
  secrets: ['key'],
  hosts: ({ url }) => [new URL(url).host],
  connect({ url, key }, context) {
    const ask = createAsk({ title: 'The board', context, headers: { 'x-board-key': key } });
    const linkTo = ({ id }: Card) => ({ id, url: `${url}/cards/${id}`, label: `Card ${id}` });
    return {
      async test(signal) {
        return (await ask({ url: `${url}/board`, answer: z.object({ name: z.string() }), signal })).name;
      },
      async find(briefId, signal) {
        const cards = await ask({ url: `${url}/cards?reference=${briefId}`, answer: z.array(card), signal });
        const found = cards.find(({ reference }) => reference === briefId);
        return found && linkTo(found);
      },
      async create(delivery, signal) {
        const { brief } = delivery;
        const text = renderPlain(briefBody(delivery));
        const body = { title: briefTitle(brief, 120), text, reference: brief.id };
        const question = {
          method: 'POST',
          url: `${url}/cards`,
          body,
          answer: card,
          carriesBrief: true,
        } as const;
        return linkTo(await ask({ ...question, signal }));
      },
      async state({ id }, signal) {
        const { column } = await ask({ url: `${url}/cards/${id}`, answer: card, signal });
        return { state: column, ...(column === 'done' && { status: 'delivered' }) };
      },
    };
  },
});
