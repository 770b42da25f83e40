import { join } from 'node:path'
import type { PlayedExchange } from './play-exchange.js'

type Shown = {
  readonly data: string
  readonly origin: string
  readonly exchange: PlayedExchange
}

/** What `npm start` prints last: what there is to see, and the commands to see it with. */
export function whatToTry({ data, origin, exchange }: Shown): string {
  const command = (home: string, words: string) =>
    `  npx rogatory --home ${join(data, home)} ${words}`
  return `${[
    `Two example authorities are enrolled at ${origin}:`,
    '  xa.moj  Ministry of Justice of Arcadia              officers Alma Reyes (xa), Tomas Lind (xa-legal)',
    '  xb.pgo  Prosecutor General’s Office of Belmara      officers Yusuf Demir (xb), Hana Kovacs (xb-duty)',
    '',
    `One exchange has been played: package ${exchange.package}`,
    `  proof bundle  ${exchange.bundle}`,
    '',
    'Try, in another terminal:',
    command('xb', 'inbox'),
    command('xa', `status ${exchange.package}`),
    command('xb', 'watch'),
    command(
      'xa',
      `send --to xb.pgo --template mla-request@1 --form ${exchange.form} --attach ${exchange.letter}`,
    ),
    command('xb', 'open <package> --out received'),
    command('xb', 'acknowledge <package>'),
    command('xa', 'proof <package> --out case.rogatory-proof'),
    `  npx rogatory verify ${exchange.bundle} --trust ${join(data, 'trust.json')} --document ${exchange.letter}`,
  ].join('\n')}\n`
}
