import { setTimeout as sleep } from 'node:timers/promises'
import type { SigningKey } from '#crypto/keys/key.js'
import { formatVerifierKey, type NoteKey, noteKey } from '#crypto/transparency/note-key.js'
import { answerWitnessRequest } from '../../core/log/answer-witness-request.js'
import { ClientError } from '../../core/client-error.js'
import { type LogObserver, observeLog } from '../../core/log/observe-log.js'
import { RelayProblem } from '../../core/relay-problem.js'
import type { Session } from '../../core/session/session.js'
import { witnessLog } from '../../core/log/witness-log.js'
import { logMemoryAt, reachFrom } from '../../keystore/officer-at.js'
import { trustAt } from '../../keystore/trust-at.js'
import { readProfile } from '../../keystore/profile.js'
import { readWitnessKey } from '../../keystore/witness-key.js'
import { serveWitness } from '../../transport/serve-witness.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { reportFailure } from '../report-failure.js'
import type { Terminal } from '../terminal.js'
import { tlsFilesOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

/**
 * Runs a witness until it is interrupted. It asks the relay itself, which works behind any firewall, and
 * with `--listen` is asked by logs as well. A breach ends it: a log that shows two histories is cosigned no
 * more before a person has looked.
 */
export async function witnessRun(context: CommandContext): Promise<void> {
  const { listen, key: keyFile, poll, once, interval } = context.options
  const { home } = context.global
  const terminal = terminalOf(context)
  const session = poll === false ? undefined : await officerSession(context)
  const key = typeof keyFile === 'string' ? await readWitnessKey(keyFile) : await ownKey(session)
  const witness = {
    key,
    trust: session?.trust ?? (await trustAt(home)),
    memory: logMemoryAt(home),
    now: () => new Date(),
  }
  terminal.note(`verifier key for trust lists: ${formatVerifierKey(key)}`)
  if (typeof listen === 'string') {
    const address = addressIn(listen)
    const askBack = oncePer(ASK_BACK_MS, () => lookAtLog(context, witness, terminal))
    const { port } = await serveWitness(address, async (body) => {
      const answer = await answerWitnessRequest(witness, body)
      const { status, size = null, alarm } = answer
      terminal.result({ event: 'asked', status, size }, [`asked, answered ${status}`])
      if (alarm !== undefined) reportFailure(alarm, terminal.json)
      else if (status === 422) void askBack()
      return answer
    })
    terminal.note(`listening on ${address.host}:${port}`)
  }
  if (session === undefined) return
  const observer = { ...witness, relay: session.relay }
  do {
    await turn(() => witnessLog(observer, key), terminal, once === true)
    if (once !== true) await sleep(Number(interval) * 1000)
  } while (once !== true)
  process.exit(0)
}

/** Anybody can send what fails; nobody shall make us ask the relay more often than this. */
const ASK_BACK_MS = 10_000

/**
 * A proof that failed may be a stranger's, or that of a log that was rewritten. The log itself is asked,
 * where this home knows its relay: it shows that it goes on from what is remembered, or it is a breach.
 */
async function lookAtLog(
  context: CommandContext,
  witness: Omit<LogObserver, 'relay'>,
  terminal: Terminal,
): Promise<void> {
  try {
    const { home } = context.global
    const profile = await readProfile(home)
    const reach = await reachFrom(home, profile, tlsFilesOf(context))
    const relay = reach(profile.relay.origin, undefined, witness.now)
    await observeLog({ ...witness, relay })
  } catch (error) {
    if (error instanceof ClientError && error.code === 'log-breach')
      reportFailure(error, terminal.json)
    else
      terminal.note(
        'a proof failed, and the log could not be asked why; looking again when it does',
      )
  }
}

function oncePer(milliseconds: number, act: () => Promise<void>): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    if (performance.now() - last < milliseconds) return
    last = performance.now()
    await act()
  }
}

type Turn = () => ReturnType<typeof witnessLog>

/** A round that fails for want of a network is made up for by the next. */
async function turn(round: Turn, terminal: Terminal, isLast: boolean): Promise<void> {
  try {
    const seen = await round()
    if (seen === undefined) {
      terminal.note('the log has published nothing yet')
      return
    }
    const { origin, size, step } = seen
    terminal.result({ event: 'cosigned', origin, size, step }, [
      `✓ ${origin}  ${size} entries, ${step}: cosigned`,
    ])
  } catch (error) {
    const passes =
      (error instanceof ClientError && error.code === 'relay-unreachable') ||
      (error instanceof RelayProblem && error.status >= 500)
    if (isLast || !passes) throw error
    terminal.note(`${error.message}; trying again`)
  }
}

/** The officer's own key, under its authority's name: relay and trust lists know whose it is. */
async function ownKey(session: Session | undefined): Promise<NoteKey<SigningKey>> {
  const remedy = 'Make a key with "rogatory witness key" and name it with --key.'
  if (session === undefined) throw new ClientError('usage', 'without polling, name a key', remedy)
  const { signingKey, authority } = session.officer
  if (signingKey.alg === 'Ed25519')
    return noteKey(`${authority}/witness`, 'cosignature', signingKey)
  throw new ClientError('usage', 'cosignatures take an Ed25519 key, and yours is another', remedy)
}

function addressIn(text: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? []
  if (host !== undefined && Number(port) < 65_536) {
    return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
  }
  throw new ClientError('usage', `${text} is no address to listen on`, 'Such as 127.0.0.1:8090.')
}
