import { Command, InvalidArgumentError, Option } from 'commander'
import { documentScanner } from '../files/document-scanner.js'
import { SCANNER_SECONDS } from '../files/scanner-seconds.js'
import { officerAt } from '../keystore/officer-at.js'
import { fileRequests } from './file-requests.js'

const seconds =
  (least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (number >= least) return number
    throw new InvalidArgumentError(`At least ${least} seconds.`)
  }
/**
 * `node dist/client/example/filing.js --home HOME --out TREE [--every SECONDS] [--scanner COMMAND]`: files what has
 * come in, once, or again and again; its exit code is 1 where something could not be searched. The home's profile names the file with the passphrase.
 */
const { home, out, every, scanner, scannerSeconds } = new Command('filing')
  .requiredOption('--home <folder>')
  .requiredOption('--out <folder>')
  .option('--every <seconds>', 'again after so many', seconds(0), 0)
  .addOption(new Option('--scanner <command>').env('ROGATORY_SCANNER').default(''))
  .addOption(
    new Option('--scanner-seconds <number>')
      .env('ROGATORY_SCANNER_SECONDS')
      .argParser(seconds(1))
      .default(SCANNER_SECONDS),
  )
  .parse()
  .opts<Record<'home' | 'out' | 'scanner', string> & Record<'every' | 'scannerSeconds', number>>()

const scan = scanner.trim() === '' ? undefined : documentScanner(scanner, scannerSeconds)
const session = await officerAt(home)
for (;;) {
  const round = await fileRequests(session, out, scan)
  console.log(JSON.stringify(round))
  process.exitCode = round.unsearched.length === 0 ? 0 : 1
  if (every === 0) break
  await new Promise((resolve) => setTimeout(resolve, every * 1000))
}
