/** Sends one request to a Wherefore server and reads it back. Ends with 0 when it was received, 1 when not, 2 for a wrong use. */
import { parseArgs } from 'node:util';
import { InvalidFieldsError, createBrief, createClient, followToken, isWhereforeError } from '@wherefore/sdk';
import type { Brief, WhereforeError } from '@wherefore/sdk';

const DEFAULT_REQUEST = 'Can we get WhatsApp for our clients? They have to call us for everything.';
const endpoint = process.env['WHEREFORE_URL'] || 'http://localhost:4747';

process.exitCode = await main().catch((error: unknown) => {
  if (error instanceof InvalidFieldsError) {
    console.error('This is not a request that can be sent:');
    for (const { path, message } of error.fields) console.error(`  ${path} ${message}`);
    return 2;
  }
  // Anything else is a mistake in this program, which Node may print in full.
  if (!isWhereforeError(error)) throw error;
  console.error(`Not received. ${advice(error)}`);
  return 1;
});

async function main(): Promise<number> {
  const brief = briefFromArguments();
  if (!brief) {
    console.error('Usage: npm start -- [--language nl|en] "What you need, in your own words"');
    return 2;
  }
  const client = createClient({ endpoint });

  // Should the answer get lost, the client sends the same brief again by itself; there is never a second one.
  const receipt = await client.submit(brief);
  console.log(`Received:  ${receipt.receivedAt}`);
  console.log(`Number:    ${receipt.id}`);

  const token = followToken(receipt.followUrl);
  // A backend may take briefs and have no page to follow them on.
  if (!token) return 0;
  console.log(`Follow it: ${receipt.followUrl}`);
  const view = await client.follow(token);
  console.log(`State:     ${view.status}`);
  console.log(`Request:   ${view.request}`);
  return 0;
}

function briefFromArguments(): Brief | undefined {
  try {
    const { values, positionals } = parseArgs({
      options: { language: { type: 'string', short: 'l', default: 'en' } },
      allowPositionals: true,
    });
    const { language } = values;
    if (language !== 'nl' && language !== 'en') return undefined;
    return createBrief({ language, request: positionals.join(' ') || DEFAULT_REQUEST });
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** What the person at the keyboard can do about it. */
function advice(error: WhereforeError): string {
  const later =
    error.retryAfter === undefined ? 'Try again later.' : `Try again in ${error.retryAfter} seconds.`;
  switch (error.code) {
    case 'offline':
      return `Nothing answers at ${endpoint}. Is the server running? Set WHEREFORE_URL if it is elsewhere.`;
    case 'timeout':
    case 'store-unavailable':
    case 'too-many-requests':
      return `The server at ${endpoint} has no time right now. ${later}`;
    case 'unexpected-answer':
      return `What answers at ${endpoint} is not a Wherefore server, or a sign-in page stands before it.`;
    case 'not-signed-in':
      return 'The server wants to know who you are.';
    default:
      return `${error.message} (${error.code})`;
  }
}
