import { stdout } from 'node:process'
import { Command, Option } from 'commander'
import { exampleAuthorities } from './authorities.js'
import { enrolExample } from './enrol-example.js'
import { playExchange } from './play-exchange.js'
import { whatToTry } from './what-to-try.js'

/**
 * Run by `npm start` once the relay is ready: enrols the two example authorities and plays one
 * exchange, each only if it has not happened, and prints what to try next.
 */
const { data, origin, relayId } = new Command('example')
  .addOption(new Option('--data <folder>').env('DATA_DIR').default('.rogatory'))
  .addOption(new Option('--origin <url>').env('RELAY_ORIGIN').makeOptionMandatory())
  .addOption(new Option('--relay-id <id>').env('RELAY_ID').makeOptionMandatory())
  .parse()
  .opts<{ data: string; origin: string; relayId: string }>()

for (const authority of exampleAuthorities) {
  await enrolExample(authority, { data, origin, relayId })
}
const exchange = await playExchange(data)
stdout.write(whatToTry({ data, origin, exchange }))
process.exit(0)
