import type { Socket } from 'node:net';

/**
 * Breaks a connection off, so that who is at the other end is told of an error and not of an end.
 *
 * A connection that is being closed already is only closed: to reset one then fails inside Node, which forgets the failure, so
 * that the handle stays and the process turns in a circle for ever when it should end. Seen in Node 20 and 24; a tab that is
 * closed while its answer is on the way is enough.
 */
export function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
