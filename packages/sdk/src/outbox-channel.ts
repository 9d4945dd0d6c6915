/** What an outbox hears from the page around it: other tabs, the network, the person who comes back. */

/** From one tab to the others, about the outbox for one server. */
export interface OutboxMessage {
  /** Briefs that the other tab is sending now. */
  sending: readonly string[];
  /** Milliseconds that it waits before the next try. */
  pause: number;
  /** A brief that was taken back. */
  gone?: string;
  /** A brief whose requester asked for another try. */
  retry?: string;
  /** The person asked to forget: receipts, or all. Goes to the outboxes for all servers. */
  forgotten?: 'receipts' | 'all';
}

interface Envelope {
  to: string | null;
  message: OutboxMessage;
}

const NAME = 'wherefore:outbox';

/** Without a page (Node, a worker) it is silent. Where the browser forbids channels, tabs find out when they are looked at. */
export function openChannel(
  to: string,
  on: { heard(message: OutboxMessage): void; woken(): void },
): {
  post(message: OutboxMessage): void;
  /** Whether leaving the page now would lose something. */
  guard(needed: boolean): void;
  persist(): void;
  close(): void;
} {
  const channel = openBroadcast();
  if (channel) {
    channel.addEventListener('message', ({ data }: MessageEvent<Envelope>) => {
      if (data.to === to || data.to === null) on.heard(data.message);
    });
  }
  const looked = (): void => {
    if (document.visibilityState === 'visible') on.woken();
  };
  const warn = (event: Event): void => event.preventDefault();
  let guarding = false;
  let asked = false;
  if (isPage) {
    addEventListener('online', on.woken);
    addEventListener('focus', looked);
    addEventListener('pageshow', looked);
    document.addEventListener('visibilitychange', looked);
  }
  return {
    post: (message) => send(channel, { to, message }),
    guard(needed) {
      if (!isPage || guarding === needed) return;
      guarding = needed;
      if (needed) addEventListener('beforeunload', warn);
      else removeEventListener('beforeunload', warn);
    },
    persist() {
      if (asked || !isPage) return;
      asked = true;
      // Where it is not granted the brief is kept all the same, until the browser needs the room.
      void navigator.storage?.persist?.().catch(() => {});
    },
    close() {
      channel?.close();
      if (!isPage) return;
      removeEventListener('online', on.woken);
      removeEventListener('focus', looked);
      removeEventListener('pageshow', looked);
      document.removeEventListener('visibilitychange', looked);
      removeEventListener('beforeunload', warn);
    },
  };
}

/** Tells all outboxes of this origin, those of this page included. */
export function announceForgotten(what: 'receipts' | 'all'): void {
  const channel = openBroadcast();
  const message: OutboxMessage = { sending: [], pause: 0, forgotten: what };
  send(channel, { to: null, message });
  channel?.close();
}

function send(channel: BroadcastChannel | undefined, envelope: Envelope): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: it is for this origin.
  channel?.postMessage(envelope);
}

const isPage = typeof document !== 'undefined';

function openBroadcast(): BroadcastChannel | undefined {
  try {
    return isPage ? new BroadcastChannel(NAME) : undefined;
  } catch {
    return undefined;
  }
}
