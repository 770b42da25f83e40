import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The officers that `npm start` has enrolled to try things with: keystore, its passphrase, and the trust
 * list. An officer's folder without a passphrase file is a person's, and is not shown.
 */
export async function exampleIdentities(data: string) {
  const folders = await readdir(data, { withFileTypes: true }).catch(() => [])
  const text = (...path: string[]) => readFile(join(data, ...path), 'utf8').catch(() => undefined)
  const identities = []
  for (const { name } of folders.filter((entry) => entry.isDirectory())) {
    const [profile, keystore, passphrase] = [
      await text(name, 'profile.json'),
      await text(name, 'officer.keystore'),
      await text(name, 'passphrase'),
    ]
    // The profile is written last: without it the enrolment goes on.
    if (profile === undefined || keystore === undefined || passphrase === undefined) continue
    identities.push({ home: name, keystore, passphrase: passphrase.trim() })
  }
  return {
    trust: (await text('trust.json')) ?? '',
    identities: identities.sort((a, b) => (a.home < b.home ? -1 : 1)),
  }
}
