import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { testConnector } from '@wherefore/sdk/testing';
import { board } from './board.ts';

interface Card {
  id: string;
  title: string;
  text: string;
  reference: string;
  column: string;
}
const KEY = 'a-key-of-this-test';

/** A board that lives as long as a test, and refuses what the real one refuses. */
async function startBoard() {
  const cards: Card[] = [];
  const answer = async (request: IncomingMessage): Promise<[status: number, body?: unknown]> => {
    const { pathname, searchParams } = new URL(request.url!, 'http://board');
    if (request.headers['x-board-key'] !== KEY) return [401];
    if (pathname === '/board') return [200, { name: 'Our board' }];
    if (request.method === 'POST') {
      const { title, text, reference } = JSON.parse(await textOf(request)) as Card;
      if (!title || title.length > 120) return [422];
      cards.push({ id: String(cards.length + 1), title, text, reference, column: 'new' });
      return [201, cards.at(-1)];
    }
    const reference = searchParams.get('reference');
    if (reference) return [200, cards.filter((card) => card.reference === reference)];
    const card = cards.find(({ id }) => pathname === `/cards/${id}`);
    return card ? [200, card] : [404];
  };
  const server = createServer(async (request, response) => {
    const [status, body = {}] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const config = { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, key: KEY };
  return {
    config,
    wrongConfig: { ...config, key: 'another-key' },
    tickets: () => cards.map(({ id, title, text }) => ({ id, text: `${title}\n${text}` })),
    states: [
      {
        name: 'done',
        happen: (id: string) => void cards.splice(0, 1, { ...cards[Number(id) - 1]!, column: 'done' }),
        expect: { state: 'done', status: 'delivered' as const },
      },
    ],
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) text += String(part);
  return text;
}

describe('the board connector keeps every promise of a connector', () => {
  for (const { name, run } of testConnector({ connector: board, start: startBoard })) it(name, run);
});
