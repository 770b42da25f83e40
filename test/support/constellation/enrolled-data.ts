import { rmSync } from 'node:fs'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleAuthorities } from '#client/example/authorities.js'
import { enrolExample } from '#client/example/enrol-example.js'
import { lightKeystore } from './light-keystore.js'

/** What enrolment makes anew for each relay, and what no relay shares with another. */
const OWN = ['blobs', 'logs']
/** The set of keys in force is named by a relative link. */
const COPY = { recursive: true, verbatimSymlinks: true } as const
let template: Promise<string> | undefined

/** Keys, certificates and entries cost seconds: those of the first constellation serve every later one. */
export async function copyKeys(data: string): Promise<boolean> {
  if (template === undefined) return false
  await cp(await template, data, COPY)
  return true
}

/** Enrols both example authorities at a relay. */
export async function enrolBoth(place: { data: string; origin: string }): Promise<void> {
  const { data } = place
  for (const { officers } of exampleAuthorities) {
    for (const { home } of officers) await rm(join(data, home, 'profile.json'), { force: true })
  }
  await Promise.all(
    exampleAuthorities.map((authority) =>
      enrolExample(authority, { ...place, relayId: 'zz.relay' }),
    ),
  )
  template ??= lighten(data).then(() => keep(data))
  await template
}

async function lighten(data: string): Promise<void> {
  for (const { data: entry, officers } of exampleAuthorities) {
    const own = join(data, entry.authority)
    await lightKeystore(join(own, 'operational.keystore'), join(own, 'passphrase'))
    for (const { home } of officers) {
      await lightKeystore(join(data, home, 'officer.keystore'), join(data, home, 'passphrase'))
    }
  }
}

async function keep(data: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rogatory-keys-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  for (const name of await readdir(data)) {
    if (!OWN.includes(name)) await cp(join(data, name), join(folder, name), COPY)
  }
  return folder
}
