import { expect } from 'chai'
import { fromBase64, fromHex, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { readTrustList, timestampAnchorsOf } from '#crypto/directory/trust-list.js'
import { messageImprint } from '#crypto/timestamp/message-imprint.js'
import { readTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { verifyCosignature } from '#crypto/transparency/cosignature.js'
import { hashLeaf } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import { parseVerifierKey } from '#crypto/transparency/note-key.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import { readExamples } from './page.js'

const page = readExamples()

/** A checkpoint of the log of docs/protocol.md. */
export const checkpointIn = async (note: string) =>
  openCheckpoint(note, await parseVerifierKey(page.text('log-key').trim()))

/** The examples of the log, and the code that has to read each. */
export const logExamples = {
  checkpoint: () => checkpointIn(page.text('checkpoint')),
  'witness-key': async () => {
    const witness = await parseVerifierKey(page.text('witness-key').trim())
    await verifyCosignature(page.text('checkpoint'), witness)
  },
  inclusion: async () => {
    const { size, root } = await checkpointIn(page.text('checkpoint'))
    const { index, path } = page.json('inclusion') as { index: number; path: string[] }
    const leaf = await hashLeaf(toUtf8(page.text('evidence-a1')))
    await verifyInclusion(
      leaf,
      { leafIndex: index, treeSize: size, path: path.map(fromBase64) },
      root,
    )
  },
  consistency: async () => {
    const { checkpoint, path } = page.json('consistency') as { checkpoint: string; path: string[] }
    const [from, to] = [await checkpointIn(page.text('checkpoint')), await checkpointIn(checkpoint)]
    await verifyConsistency({
      fromSize: from.size,
      fromRoot: from.root,
      toSize: to.size,
      toRoot: to.root,
      path: path.map(fromBase64),
    })
  },
  tile: async () => {
    const { size } = await checkpointIn(page.text('checkpoint'))
    const read = tileHashReader(size, () => Promise.resolve(fromHex(page.text('tile'))))
    const [hash] = await read([{ level: 0, index: 1 }])
    expect(hash).to.deep.equal(await hashLeaf(toUtf8(page.text('evidence-a1'))))
  },
  'timestamp-request': async () => {
    const request = readTimestampRequest(fromBase64(page.text('timestamp-request')))
    const imprint = fromHex(await digestOf(page.text('checkpoint')))
    expect(request.imprint && messageImprint(request.imprint)).to.deep.equal(
      messageImprint(imprint),
    )
    expect(request.wantsCertificates).to.equal(true)
  },
  'timestamp-token': () => {
    const trust = readTrustList(JSON.stringify(page.json('trust')))
    const { nonce = '' } = readTimestampRequest(fromBase64(page.text('timestamp-request')))
    const token = fromBase64(page.text('timestamp-token'))
    const note = toUtf8(page.text('checkpoint'))
    return verifyTimestampToken(token, note, timestampAnchorsOf(trust), { nonce })
  },
} satisfies Record<string, () => Promise<unknown>>
