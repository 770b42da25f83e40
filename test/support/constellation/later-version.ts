import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transform } from 'esbuild'
import { checkout } from './product-process.js'

/** Kind of the job that only the later version knows. */
export const LATER_JOB = 'receipts.of-a-later-version'

/** File of `dist`, what stands there, and what a later version has in its place. */
const CHANGES: readonly (readonly [file: string, from: string, to: string])[] = [
  // Another member of a document, with an index.
  [
    'server/storage/package-store.js',
    'contentDeletedAt: { type: Date }',
    'contentDeletedAt: { type: Date }, ofALaterVersion: { type: String }',
  ],
  [
    'server/storage/package-store.js',
    'approvals: [...rest.approvals]',
    "approvals: [...rest.approvals], ofALaterVersion: 'yes'",
  ],
  [
    'server/storage/package-store.js',
    '.index({ digest: 1 }, { unique: true })',
    '.index({ digest: 1 }, { unique: true }).index({ ofALaterVersion: 1 })',
  ],
  // A migration, which says that this version may run after it.
  [
    'server/storage/migrations/migrations.js',
    '[contentOfHandOffs, caseOfPackages]',
    "[contentOfHandOffs, caseOfPackages, { id: '0999-later', older: 'may-run', async *batches() {} }]",
  ],
  // Another kind of job, asked for by the relay with each submission.
  ['server/contract/jobs.js', 'const jobs = {', `const jobs = { '${LATER_JOB}': aboutPackage,`],
  [
    'server/domain/packages/submit-package.js',
    'packages.keep(pkg),',
    `packages.keep(pkg), outbox.ask('${LATER_JOB}', { header }),`,
  ],
  [
    'workers/start-workers.js',
    '"clocks.asked": asked(ringClock(ringing)),',
    `"clocks.asked": asked(ringClock(ringing)),
    '${LATER_JOB}': async ({ header }) => container.log.info('later.done', { header }),`,
  ],
]

/**
 * Built code of a version after this one, made of this one: it writes and indexes a member that this one does not
 * know, asks for jobs of a kind that this one does not know, and has a migration that this one does not know.
 *
 * @returns where it stands, for {@link startProcess}.
 */
export async function laterVersion(): Promise<{ readonly at: string; remove(): Promise<void> }> {
  const at = await mkdtemp(join(tmpdir(), 'rogatory-later-'))
  const there = (...path: string[]) => join(checkout, ...path)
  await symlink(there('node_modules'), join(at, 'node_modules'))
  const isCode = (path: string) => !path.endsWith('.map')
  for (const part of ['server', 'workers'])
    await cp(there('dist', part), join(at, 'dist', part), { recursive: true, filter: isCode })
  for (const part of ['config', 'crypto', 'client'])
    await symlink(there('dist', part), join(at, 'dist', part))
  // What is started is bundled; these start the modules that are changed here.
  for (const main of ['server/main', 'workers/main']) {
    const { code } = await transform(await readFile(there(`${main}.ts`), 'utf8'), { loader: 'ts' })
    await writeFile(join(at, 'dist', `${main}.js`), code)
  }
  const own = JSON.parse(await readFile(there('package.json'), 'utf8')) as object
  await writeFile(join(at, 'package.json'), JSON.stringify({ ...own, version: '999.0.0' }))
  for (const [file, from, to] of CHANGES) {
    const path = join(at, 'dist', file)
    const text = await readFile(path, 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no “${from}” any more`)
    await writeFile(
      path,
      text.replace(from, () => to),
    )
  }
  return { at, remove: () => rm(at, { recursive: true, force: true }) }
}
