import { ensurePackages } from './ensure-packages.mjs'

/** npm run check: everything a tool can judge. All of it runs, and all of it is reported. */
ensurePackages()
const [{ build }, { run }] = await Promise.all([import('./build.mjs'), import('./run.mjs')])
await build()

const folders = ['config', 'crypto', 'server', 'workers', 'client']
/** One after the other: the type checker and the linter each want more than one core and a gigabyte. */
const checks = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['layers', 'depcruise', ['--config', '.dependency-cruiser.mjs', ...folders]],
  ['unused', 'knip', []],
  ['licences', 'node', ['tooling/licences.mjs']],
  ['configuration document', 'node', ['tooling/document-configuration.mjs', '--check']],
  ['interface document', 'node', ['tooling/document-api.mjs', '--check']],
]

const failed = []
for (const [name, command, args] of checks) {
  const code = await run(command, args)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name}`)
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) console.error(`check failed: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
