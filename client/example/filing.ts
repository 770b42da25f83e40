import { parseArgs } from 'node:util'
import { officerAt } from '../keystore/officer-at.js'
import { fileRequests } from './file-requests.js'

/**
 * `node dist/client/example/filing.js --home HOME --out TREE [--every SECONDS]`: files what has come in,
 * once, or again and again. The home's profile names the file with the passphrase.
 */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    out: { type: 'string' },
    every: { type: 'string', default: '0' },
  },
})
const { home, out } = values
const seconds = Number(values.every)
if (home === undefined || out === undefined || !(seconds >= 0)) {
  console.error('usage: filing --home HOME --out TREE [--every SECONDS]')
  process.exit(2)
}
const session = await officerAt(home)
for (;;) {
  console.log(JSON.stringify(await fileRequests(session, out)))
  if (seconds === 0) break
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
}
