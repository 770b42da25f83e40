import { join } from 'node:path'
import type { PlayedExchange } from './play-exchange.js'

type Shown = {
  readonly data: string
  readonly origin: string
  readonly exchange: PlayedExchange
}

/** What `npm start` prints last: what there is to see, and the commands to see it with. */
export function whatToTry({ data, origin, exchange }: Shown): string {
  const { package: id, form, letter, bundle } = exchange
  const command = (home: string, words: string) =>
    `  npx rogatory --home ${quoted(join(data, home))} ${words}`
  return `${[
    `Two example authorities are enrolled at ${origin}:`,
    '  xa.moj  Ministry of Justice of Arcadia              officers Alma Reyes (xa), Tomas Lind (xa-legal)',
    '  xb.pgo  Prosecutor General’s Office of Belmara      officers Yusuf Demir (xb), Hana Kovacs (xb-duty)',
    '',
    `One exchange has been played: package ${id}`,
    `  proof bundle  ${bundle}`,
    '',
    `Open in a browser: ${origin}/`,
    '',
    'Or try, in another terminal:',
    command('xb', 'inbox'),
    command('xa', `status ${id}`),
    command('xb', 'watch'),
    command(
      'xa',
      `send --to xb.pgo --template mla-request@2 --form ${quoted(form)} --attach ${quoted(letter)}`,
    ),
    command('xb', `show ${id} --lang ar`),
    command('xb', `open ${id} --out received`),
    command('xb', `acknowledge ${id}`),
    command('xa', `proof ${id} --out case.rogatory-proof --disclose-manifest`),
    `  npx rogatory verify ${quoted(bundle)} --trust ${quoted(join(data, 'trust.json'))} --document ${quoted(letter)}`,
  ].join('\n')}\n`
}

/** As a shell takes it: what is printed here is pasted there. */
const quoted = (path: string): string =>
  /^[\w./:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`
