/**
 * Makes every worked example of docs/protocol.md anew from the fixed keys of test/vectors/protocol:
 *
 *   node --conditions=source --import tsx test/support/protocol/make-examples.ts
 *   node --conditions=source --import tsx test/support/protocol/write-examples.ts
 *
 * Ed25519 makes the same signatures again; RSA-PSS, salts, ephemeral keys and serial numbers do not,
 * so what is made is kept, and the page is written from what is kept.
 */
import { writeFileSync } from 'node:fs'
import { issueAccessToken } from '#crypto/access/access-token.js'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { sealVault } from '#crypto/directory/vault.js'
import { exportPrivateJwk } from '#crypto/keys/export-private.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { commitManifest } from '#crypto/package/commit-manifest.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { END, NOW } from '#test/support/world/moments.js'
import { exampleAbsence } from './example-absence.js'
import { exampleBoundKeystore } from './example-bound-keystore.js'
import { exampleClock } from './example-clock.js'
import { exampleCustody } from './example-custody.js'
import { exampleDowngrade } from './example-downgrade.js'
import { exampleDuty } from './example-duty.js'
import { exampleAssignment } from './example-assignment.js'
import { exampleDraft } from './example-draft.js'
import { exampleHandoff } from './example-handoff.js'
import { exampleEnrolment } from './example-enrolment.js'
import { exampleResealing } from './example-resealing.js'
import { exampleRetention } from './example-retention.js'
import { exampleSecurityKey } from './example-security-key.js'
import { exampleHistory } from './example-history.js'
import { exampleLog } from './example-log.js'
import { exampleNetwork } from './example-network.js'
import { DOCUMENT, examplePackage } from './example-package.js'
import { exampleFacts } from './example-facts.js'
import { EXAMPLES } from './kept-examples.js'

const network = await exampleNetwork()
const pkg = await examplePackage(network)
const history = await exampleHistory(network, pkg)
const { evidence, receipt, acceptance, salt, manifestDigest } = history
const log = await exampleLog(network, [...evidence, receipt, acceptance])
const { drafter, approver, registrar, relay, sender, recipient, root } = network

const vaultSecrets = { openingKeys: [await exportPrivateJwk(recipient.envelopes)] }
const keystore = {
  authority: registrar.claims.authority,
  signingKey: await exportPrivateJwk(registrar.key),
  sealingKey: await exportPrivateJwk(registrar.openingKey),
  credential: registrar.credential,
}
const PASSPHRASE = 'correct horse battery staple'
const origin = 'https://relay.example'
const token = await issueAccessToken(
  {
    authority: drafter.claims.authority,
    officer: drafter.claims.officer,
    kid: drafter.key.kid,
    roles: drafter.claims.roles,
  },
  {
    key: await network.keys.signing('zz.relay token'),
    origin,
    session: 'uPbkUiXo4N0zFV1LZKpMdQ',
    at: NOW,
    expires: new Date(NOW.getTime() + 300_000),
  },
)
const [a1 = '', d1 = '', d3 = '', e1 = '', c3 = ''] = evidence

const translated = await exampleHandoff(network, pkg)

const bundle = {
  format: 'rogatory-proof',
  version: 1,
  header: '«header»',
  credentials: ['«credential-drafter»', '«credential-approver»', '«credential-registrar»'],
  approvals: ['«approval»'],
  entries: ['«entry-sender»', '«entry-recipient»', '«entry-relay»'],
  evidence: ['a1', 'd1', 'd3', 'e1', 'c3', 'x3'].map((step) => `«evidence-${step}»`),
  receipts: ['«receipt»'],
  revocations: ['«revocation»'],
  suspensions: [],
  revocationLists: [],
  disclosure: { salt, manifestDigest },
  log: { checkpoint: '«checkpoint»', leaves: log.leaves },
  timestamps: ['«timestamp-token»'],
  consistency: log.consistency,
  witnessed: [{ checkpoint: '«checkpoint»', path: [] }],
}

const texts = {
  trust: formatTrustList(network.trust),
  'entry-relay': relay.entry.statement,
  'entry-sender': sender.entry.statement,
  'entry-recipient': recipient.entry.statement,
  'credential-drafter': drafter.credential,
  'credential-approver': approver.credential,
  'credential-registrar': registrar.credential,
  revocation: history.revocation,
  suspension: history.suspension,
  ...(await exampleEnrolment(network)),
  ...(await exampleDuty(network, pkg.header)),
  assignment: await exampleAssignment(registrar, pkg.header),
  vault: await sealVault(vaultSecrets, [registrar.openingKey]),
  'vault-content': { format: 'rogatory-vault', version: 1, ...vaultSecrets },
  'vault-key': keystore.sealingKey,
  keystore: await sealKeystore(keystore, PASSPHRASE),
  'keystore-passphrase': PASSPHRASE,
  'keystore-content': keystore,
  ...(await exampleBoundKeystore(keystore, PASSPHRASE)),
  document: DOCUMENT,
  part: pkg.part,
  manifest: pkg.manifest,
  envelope: pkg.envelope,
  'envelope-key': vaultSecrets.openingKeys[0],
  thumbprint: { jwk: drafter.key.jwk, kid: drafter.key.kid },
  'part-commitment': pkg.partCommitment,
  commitment: { salt, manifestDigest, manifest: await commitManifest(salt, manifestDigest) },
  header: pkg.header,
  approval: pkg.approval,
  draft: await exampleDraft(drafter.key),
  'evidence-a1': a1,
  'evidence-d1': d1,
  'evidence-d3': d3,
  'evidence-e1': e1,
  'evidence-c3': c3,
  'evidence-x3': acceptance,
  ...(await exampleRetention(network, pkg.header, evidence)),
  receipt: receipt,
  ...(await exampleAbsence(pkg.header, [d1, d3, e1], log, relay.evidence)),
  ...(await exampleClock(network, { manifest: pkg.manifest, started: a1 })),
  ...translated,
  ...(await exampleCustody(network, translated)),
  ...(await exampleDowngrade(network)),
  ...(await exampleResealing(network, pkg)),
  'log-key': log.logVerifierKey,
  'witness-key': log.witnessVerifierKey,
  checkpoint: log.checkpoint,
  inclusion: { statement: await digestOf(a1), ...log.leaves[0] },
  consistency: log.consistency,
  tile: log.tile,
  'timestamp-request': log.timestampRequest,
  'timestamp-token': log.timestampToken,
  'revocation-list': await issueRevocationList(root, [], { thisUpdate: NOW, nextUpdate: END }),
  'client-assertion': await signClientAssertion({
    key: drafter.key,
    audience: `${origin}/v1/token`,
    at: NOW,
  }),
  ...(await exampleSecurityKey(network, origin)),
  'access-token': token,
  'dpop-proof': await signProof({
    key: drafter.key,
    method: 'GET',
    url: `${origin}/v1/packages?box=inbox`,
    at: NOW,
    token,
  }),
}
const digests: Record<string, string> = {}
for (const [name, text] of Object.entries(texts)) {
  if (typeof text !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) continue
  if (!['client-assertion', 'access-token', 'dpop-proof'].includes(name)) {
    digests[name] = await digestOf(text)
  }
}
const examples = { ...texts, digests, bundle, facts: await exampleFacts({ ...texts, bundle }) }
writeFileSync(EXAMPLES, `${JSON.stringify(examples, undefined, 2)}\n`)
