import { toBase64, toHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { importTimestampKey } from '#crypto/pki/identity-key.js'
import { createTimestampAuthority } from '#crypto/timestamp/create-timestamp-authority.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { signCheckpoint } from '#crypto/transparency/checkpoint.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import { formatVerifierKey } from '#crypto/transparency/note-key.js'
import { addSignatures } from '#crypto/transparency/note.js'
import { serializeTile } from '#crypto/transparency/tiles.js'
import { leafHash, treeOf } from '#test/support/reference-tree.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { type exampleNetwork, ORIGIN } from './example-network.js'

type Network = Awaited<ReturnType<typeof exampleNetwork>>

/** When the checkpoint was stamped and cosigned. */
export const STAMPED = after(NOW, 7200)

/** Entries before the receipt and the evidence of it. */
const EARLY = 5

/** The log of the worked examples: the statements between two strangers, and two leaves more later. */
export async function exampleLog(network: Network, statements: readonly string[]) {
  const { logKey, witness } = network
  const entries = ['first stranger', ...statements, 'second stranger', 'third', 'fourth']
  const octets = entries.map((text) => toUtf8(text))
  const tree = treeOf(octets)
  const size = entries.length - 2
  const checkpointOf = async (count: number) =>
    signCheckpoint(
      { origin: ORIGIN, size: count, root: await tree.root(count), extensions: [] },
      logKey,
    )
  const note = await checkpointOf(size)
  const checkpoint = addSignatures(
    note,
    await cosignCheckpoint(note, witness, Math.floor(STAMPED.getTime() / 1000)),
  )
  const leaves = statements.map(async (statement, i) => ({
    digest: await digestOf(statement),
    index: i + 1,
    path: (await tree.inclusion(i + 1, size)).map(toBase64),
  }))
  return {
    checkpoint,
    logVerifierKey: formatVerifierKey(logKey),
    witnessVerifierKey: formatVerifierKey(witness),
    leaves: await Promise.all(leaves),
    consistency: {
      checkpoint: await checkpointOf(entries.length),
      path: (await tree.consistency(size, entries.length)).map(toBase64),
    },
    /** As it was before the receipt, and that the checkpoint above begins with it. */
    early: {
      checkpoint: await checkpointOf(EARLY),
      path: (await tree.consistency(EARLY, size)).map(toBase64),
    },
    tile: toHex(serializeTile(await Promise.all(octets.slice(0, size).map(leafHash)))),
    ...(await stamped(network, checkpoint)),
  }
}

async function stamped({ keys, root }: Network, checkpoint: string) {
  const key = await keys.identity('zz.tsa')
  const certificate = await issueCertificate(key, {
    role: 'timestamp',
    party: 'zz.tsa',
    name: 'Example time-stamps',
    issuer: root,
    notBefore: BEGIN,
    notAfter: END,
  })
  const { respond } = createTimestampAuthority({
    chain: [certificate.x5c],
    key: await importTimestampKey(key.privateKeyPem),
    policy: '1.3.6.1.4.1.99999.1',
  })
  const nonce = '4000000000000000000000000000002a'
  const { request } = await createTimestampRequest(toUtf8(checkpoint), { nonce })
  const token = readTimestampResponse(await respond(request, STAMPED))
  return { timestampRequest: toBase64(request), timestampToken: toBase64(token) }
}
