/** A mail server that wants TLS and a password, as those of organisations do. It keeps a mail once for each `Message-ID`. */
import { SMTPServer } from 'smtp-server';
import type { AddressInfo, Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { EmailConfig } from '../../src/connectors/email.ts';
import type { RunningTarget } from '../../src/testing/connector-contract.ts';
import { cert, key } from './mail-certificate.ts';
import { readHtml } from './target-server.ts';

const [USER, PASSWORD] = ['wherefore', 'mail-pässword-of-this-test'];

export interface Mail {
  headers: Map<string, string>;
  text: string;
  html: string;
  to: string[];
  secure: boolean;
}

export interface MailTarget extends RunningTarget<EmailConfig> {
  mails: Mail[];
  /** Answers this to every mail from now on. */
  refuse(code: number, at: 'recipient' | 'data' | 'connect'): void;
  /** Takes the next mail and cuts the connection before it says so. */
  cut(): void;
}

/** Trusts the certificate of the tests, in this process. */
export function trustTestCertificate(): void {
  setDefaultCACertificates([...getCACertificates('default'), cert]);
}

/** What the server of Wherefore gives a connector: the address to connect to. */
export const resolve = async (): Promise<string> => '127.0.0.1';

export async function startMail({ tls = true, secure = false } = {}): Promise<MailTarget> {
  const mails: Mail[] = [];
  let cutting = false;
  const sockets = new Set<Socket>();
  let refusal: { code: number; at: string } | undefined;
  const refused = (at: string): Error | null =>
    refusal?.at === at
      ? Object.assign(new Error('secret words of the server'), { responseCode: refusal.code })
      : null;
  const server = new SMTPServer({
    key,
    cert,
    secure,
    disabledCommands: tls ? [] : ['STARTTLS'],
    authOptional: !tls,
    onConnect: (_, done) => done(refused('connect')),
    onAuth: ({ username, password }, _, done) => {
      if (username === USER && password === PASSWORD) done(null, { user: username });
      else done(Object.assign(new Error(`wrong: ${password}`), { responseCode: 535 }));
    },
    onRcptTo: (_, __, done) => done(refused('recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const error = refused('data');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        if (!error)
          mails.push({ ...read(Buffer.concat(chunks).toString('latin1')), to, secure: session.secure });
        if (!cutting) return done(error);
        cutting = false;
        for (const socket of sockets) socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  const { port } = server.server.address() as AddressInfo;
  const config: EmailConfig = {
    host: 'mail.example.org',
    port,
    ...(secure && { security: 'tls' as const }),
    ...(tls && { user: USER!, password: PASSWORD! }),
    from: 'wherefore@example.org',
    to: ['needs@example.org', 'owner@example.org'],
  };
  return {
    mails,
    refuse: (code, at) => {
      refusal = { code, at };
    },
    cut: () => {
      cutting = true;
    },
    config,
    wrongConfig: { ...config, password: 'another' },
    tickets: () => {
      const once = new Map(mails.map((mail) => [mail.headers.get('message-id')!, mail]));
      return Array.from(once, ([id, { headers, text }]) => ({
        id,
        text: `${headers.get('subject')}\n${text}`,
      }));
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}

/** Enough of MIME for a text and its HTML side by side. */
function read(raw: string): Pick<Mail, 'headers' | 'text' | 'html'> {
  const { headers, body } = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1] ?? '';
  const parts = body
    .split(`--${boundary}`)
    .map((part) => split(part.replace(/^\r\n/, '')))
    .map((part) => ({ type: part.headers.get('content-type') ?? '', text: decode(part) }));
  const of = (type: string): string => parts.find((part) => part.type.startsWith(type))?.text ?? '';
  return { headers, text: of('text/plain'), html: readHtml(of('text/html')) };
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      return [name.toLowerCase(), value.join(':').trim()];
    }),
  );
  return { headers, body: rest.join('\r\n\r\n') };
}

function decode({ headers, body }: ReturnType<typeof split>): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
