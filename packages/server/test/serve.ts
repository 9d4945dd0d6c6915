/** The server as a process, with the connector of the tests beside the built-in ones. */
import { optionsFrom, start } from '@wherefore/server/main';
import { ticketConnector } from './tickets.ts';

const server = await start({ ...optionsFrom(process.env), connectors: [ticketConnector] });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
