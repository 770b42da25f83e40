import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { ClientError } from '../../core/client-error.js'
import { nodePlatform } from '../../files/node-platform.js'
import { trustAt } from '../../keystore/officer-at.js'
import { EXIT } from '../exit-codes.js'
import { factLines, verdictLine } from '../fact-lines.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

const exitCodes = {
  proved: EXIT.done,
  incomplete: EXIT.incomplete,
  contradicted: EXIT.contradicted,
}

/** Needs no relay, no key and no account: the bundle, a trust list, and the documents if at hand. */
export async function verify(context: CommandContext, file: string): Promise<void> {
  const { trust: trustFile, document = [] } = context.options
  const octets = await read(file)
  const trust =
    typeof trustFile === 'string'
      ? readTrustList((await read(trustFile)).toString('utf8'))
      : await trustAt(context.global.home).catch(withoutTrust)
  const bundle = parseBundle(octets)
  const documents = await Promise.all([document].flat().map((path) => measured(String(path))))
  const verdict = await verifyBundle(bundle, trust, { documents })
  process.exitCode = exitCodes[verdict.verdict]
  terminalOf(context).result(verdict, [...factLines(verdict), '', verdictLine(verdict)])
}

async function measured(path: string) {
  const digester = nodePlatform('').digester(0)
  let length = 0
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      await digester.update(chunk as Uint8Array)
      length += (chunk as Uint8Array).length
    }
  } catch {
    throw unreadable(path)
  }
  return { name: basename(path), length, digest: await digester.digest() }
}

/** Whoever only verifies has no home and needs none. */
function withoutTrust(error: unknown): never {
  if (!(error instanceof ClientError)) throw error
  throw new ClientError(
    error.code,
    `no trust list: ${error.message}`,
    'Name one with --trust (the operator of the network publishes it as trust.json).',
  )
}

const read = (path: string) =>
  readFile(path).catch(() => {
    throw unreadable(path)
  })

const unreadable = (path: string) =>
  new ClientError('file-unreadable', `cannot read ${path}`, 'Check the path.')
