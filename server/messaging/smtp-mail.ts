import type { ConnectionOptions } from 'node:tls'
import type { Transporter } from 'nodemailer'
import { type Mail, MailRefused } from '../domain/duty/mail.js'

const TIME_LIMIT_MS = 20_000

/**
 * Mail through an SMTP server (RFC 5321). TLS is demanded, by STARTTLS (RFC 3207) where the address says
 * `smtp`, except on this very machine. Loaded when the first mail is sent.
 *
 * @param url - `smtp://user:password@host:587` or `smtps://…`.
 * @param tls - whom the server is held against, and what is shown to it: see `renewableContext`.
 */
export function smtpMail(
  url: string,
  from: string,
  tls: Pick<ConnectionOptions, 'secureContext'> = {},
): Mail & { close(): void } {
  let opened: Promise<Transporter> | undefined
  const open = async (): Promise<Transporter> => {
    const { createTransport } = await import('nodemailer')
    const isLocal = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname)
    const timeouts = {
      connectionTimeout: TIME_LIMIT_MS,
      greetingTimeout: TIME_LIMIT_MS,
      socketTimeout: TIME_LIMIT_MS,
    }
    return createTransport({
      url,
      ...timeouts,
      tls,
      ...(isLocal ? { ignoreTLS: true } : { requireTLS: true }),
    })
  }
  return {
    async send({ to, subject, text, id }) {
      const transport = await (opened ??= open())
      const messageId = `<${id}@${from.split('@')[1] ?? 'localhost'}>`
      try {
        await transport.sendMail({
          from,
          to: [...to],
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', Importance: 'high' },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        throw isRefusal(error) ? new MailRefused() : withOwnCode(error)
      }
    },
    close() {
      void opened?.then((transport) => transport.close())
    },
  }
}

/** What failed on the line, TLS included, by the code that it had: the library says `ESOCKET` of all of it. */
function withOwnCode(error: unknown): unknown {
  const code = error instanceof Error && 'originalCode' in error ? error.originalCode : undefined
  return typeof code === 'string' ? Object.assign(error as Error, { code }) : error
}

/** 5yz to the envelope or the message is for good; a log-in that fails is the operator's to mend. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return code !== 'EAUTH' && typeof responseCode === 'number' && responseCode >= 500
}
