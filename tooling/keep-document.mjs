import { readFileSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { root } from './root.mjs'

/** Writes a document that is made from the sources; with `--check` it only says whether it has drifted from them. */
export function keepDocument(path, wanted) {
  if (!process.argv.includes('--check')) {
    writeFileSync(path, wanted)
  } else if (read(path) !== wanted) {
    const [document, program] = [path, process.argv[1]].map((file) => relative(root, file))
    console.error(`${document} has drifted; run: node ${program}`)
    process.exitCode = 1
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
