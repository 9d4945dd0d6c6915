import * as z from 'zod/mini';
import { briefBody, briefTitle, renderWithin } from './body/body.ts';
import { renderHtml } from './body/html.ts';
import { renderPlain } from './body/plain.ts';
import { ConnectorError, defineConnector, isConnectorError } from './connector.ts';
import type { ConnectorContext, Delivery } from './connector.ts';
import { lineSchema, passwordSchema } from './settings.ts';

const TITLE = 'The mail server';
const LONGEST = 60_000;

const addressSchema = z.email().check(z.maxLength(200));
const configSchema = z
  .strictObject({
    /** The host of the SMTP server. */
    host: z.string().check(z.regex(/^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$/i, 'must be the name of a host')),
    /** @default 587, or 465 when `security` is `tls` */
    port: z.optional(z.int().check(z.minimum(1), z.maximum(65_535))),
    /** `starttls` begins in the clear and goes no further without TLS; `none` is for a relay on a network that one trusts. @default 'starttls' */
    security: z.optional(z.enum(['starttls', 'tls', 'none'])),
    user: z.optional(lineSchema),
    password: z.optional(passwordSchema),
    from: addressSchema,
    to: z.array(addressSchema).check(z.minLength(1), z.maxLength(20)),
    includeRequester: z.optional(z.boolean()),
  })
  .check(
    z.refine(({ user, password }) => !user === !password, 'needs a user and a password, or neither'),
    z.refine(({ security, password }) => security !== 'none' || !password, 'sends no password without TLS'),
  );
export type EmailConfig = z.infer<typeof configSchema>;

/** What is used of nodemailer. Its own types bring those of Node along, which browser code next door may not see. */
interface Mailer {
  verify(): Promise<unknown>;
  sendMail(mail: Record<string, unknown>): Promise<{ messageId: string }>;
  close(): void;
}
interface Nodemailer {
  createTransport(options: Record<string, unknown>): Mailer;
}

/**
 * A mail for every brief. There is nothing to look up; a mail that is sent once more has the same `Message-ID`, which most mail programs
 * show once.
 */
export const email = defineConnector<EmailConfig>({
  name: 'email',
  title: 'E-mail',
  config: configSchema,
  secrets: ['password'],
  hosts: (config) => [hostAndPort(config)],
  connect: (config, context) => ({
    test: async (signal) => {
      await withMailer(config, context, signal, (mailer) => mailer.verify());
      return config.to.join(', ');
    },
    create: async (delivery, signal) => {
      const mail = mailFor(delivery, config);
      const { messageId } = await withMailer(config, context, signal, (mailer) => mailer.sendMail(mail));
      return { id: messageId, label: `E-mail to ${config.to.join(', ')}` };
    },
  }),
});

const portOf = ({ port, security }: EmailConfig): number => port ?? (security === 'tls' ? 465 : 587);
const hostAndPort = (config: EmailConfig): string => `${config.host.toLowerCase()}:${portOf(config)}`;

function mailFor(delivery: Delivery, config: EmailConfig): Record<string, unknown> {
  const { brief, deliveryId } = delivery;
  const blocks = briefBody(delivery, config);
  const fits = ({ length }: string): boolean => length <= LONGEST;
  const replyTo = config.includeRequester ? addressSchema.safeParse(brief.requester?.email).data : undefined;
  return {
    from: config.from,
    to: config.to,
    ...(replyTo && { replyTo }),
    subject: briefTitle(brief, 120),
    text: renderWithin(delivery, blocks, renderPlain, fits),
    html: renderWithin(delivery, blocks, renderHtml, fits),
    messageId: `<${deliveryId.replace(/[^\w.-]/g, '-')}@${config.from.split('@').at(-1)!}>`,
    headers: { 'X-Wherefore-Brief': brief.id, 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function withMailer<T>(
  config: EmailConfig,
  context: ConnectorContext,
  signal: AbortSignal,
  run: (mailer: Mailer) => Promise<T>,
): Promise<T> {
  if (signal.aborted) throw tooSlow();
  if (!context.resolve) throw new ConnectorError('config', 'This server has no way out for e-mail');
  let mailer: Mailer | undefined;
  let ended: (() => void) | undefined;
  try {
    const ending = new Promise<never>((_, reject) => {
      ended = () => reject(tooSlow());
      signal.addEventListener('abort', ended, { once: true });
    });
    const work = async (): Promise<T> => {
      const address = await context.resolve!(hostAndPort(config));
      const { createTransport } = (await import('nodemailer' as string)) as Nodemailer;
      mailer = createTransport(transportOptions(config, address));
      return run(mailer);
    };
    return await Promise.race([work(), ending]);
  } catch (error) {
    throw isConnectorError(error) ? error : failureOf(error as SmtpError);
  } finally {
    if (ended) signal.removeEventListener('abort', ended);
    mailer?.close();
  }
}

/** Connects to the address that was checked, and expects a certificate for the name. */
function transportOptions(config: EmailConfig, address: string): Record<string, unknown> {
  const { security = 'starttls', user, password } = config;
  return {
    host: address,
    port: portOf(config),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { servername: config.host, minVersion: 'TLSv1.2' },
    ...(user && { auth: { user, pass: password } }),
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

interface SmtpError {
  code?: unknown;
  responseCode?: unknown;
  command?: unknown;
  message?: unknown;
}

const tooSlow = (): ConnectorError => new ConnectorError('retry', `${TITLE} did not answer in time`);

/** Repeats only codes: what a mail server says may hold an address or a sentence. */
function failureOf({ code, responseCode, command, message }: SmtpError): ConnectorError {
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const answered = `${TITLE} answered ${status}`;
  if (status >= 400 && status < 500) return new ConnectorError('retry', answered);
  if (code === 'EAUTH') return new ConnectorError('config', `${TITLE} refused the user and password`);
  if (code === 'EENVELOPE')
    return new ConnectorError('config', `${answered}: it does not take the sender or the recipient`);
  if (code === 'ETLS' || command === 'STARTTLS' || /certificate/i.test(String(message)))
    return new ConnectorError('config', `${TITLE} has no TLS that can be trusted`);
  if (status >= 500) return new ConnectorError('refused', `${answered}: it does not take this mail`);
  const name = typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : '';
  return new ConnectorError('retry', `${TITLE} could not be reached${name}`);
}
