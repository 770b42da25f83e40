import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { sealKeystore } from '#crypto/keystore/seal-keystore.js'
import { ClientError } from '../../core/client-error.js'
import { createOfficerKeys } from '../../core/officers/create-officer-keys.js'
import { makeFolder } from '../../files/make-folder.js'
import { writeDurably } from '../../files/write-durably.js'
import { askNewPassphrase } from '../ask-passphrase.js'
import type { CommandContext } from '../command-context.js'
import { terminalOf } from '../terminal-of.js'

export async function keysCreate(context: CommandContext): Promise<void> {
  const { global, options } = context
  const authority = AuthorityId.safeParse(options['authority'])
  if (!authority.success) {
    throw new ClientError('usage', 'that is not an authority id', 'It looks like xa.moj.')
  }
  const out =
    typeof options['out'] === 'string' ? options['out'] : join(global.home, 'officer.keystore')
  if ((await stat(out).catch(() => undefined)) !== undefined) {
    throw new ClientError(
      'keystore-exists',
      `${out} exists; keys that may be in use are not overwritten`,
      'Choose another file with --out.',
    )
  }
  const passphrase = await askNewPassphrase(
    global.passphraseFile,
    'Passphrase for the new keystore',
    global.leakedPasswords,
  )
  const keys = await createOfficerKeys(authority.data, options['suite'] as Suite)
  await makeFolder(dirname(out))
  await writeDurably(out, await sealKeystore(keys.content, passphrase))
  const { signing, sealing } = keys.public
  const half = `${out.replace(/\.keystore$/, '')}.public.json`
  await writeDurably(half, `${JSON.stringify({ authority: authority.data, ...keys.public })}\n`)
  terminalOf(context).result(
    { keystore: out, public: half, authority: authority.data, signing, sealing },
    [
      `keystore  ${out}`,
      `signs     ${signing.kid}`,
      `opens     ${sealing.kid}`,
      'Keep the passphrase apart from the file: without it, the keys are lost.',
      `Next: give ${half} to an officer with the role admin, and read both keys out to them.`,
    ],
  )
}
