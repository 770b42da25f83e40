import { type Command } from 'commander'
import { lazily } from '../lazily.js'
import { wholeNumber } from '../options/whole-number.js'

const DAYS = wholeNumber('--days', 1, 366)

/** `rogatory roster`: who is on duty around the clock. */
export function rosterGroup(root: Command): void {
  const roster = root.command('roster').description('who is on duty around the clock')
  roster
    .command('show')
    .option('--out <file>', 'write it to a file that can be set again: .csv or .json')
    .description('the duty roster of your authority')
    .action(lazily(async () => (await import('../commands/roster-show.js')).rosterShow))
  roster
    .command('set')
    .argument('<file>', 'CSV or JSON as “roster show --out” writes it')
    .description('replace the duty roster (role duty or admin)')
    .action(lazily(async () => (await import('../commands/roster-set.js')).rosterSet))
  roster
    .command('check')
    .argument('[file]', 'a file instead of the roster that stands')
    .option('--days <number>', 'so many days ahead', DAYS, 35)
    .description(
      'when nobody is on duty, or nobody who can be reached; exit code 7 when there is such a time',
    )
    .action(lazily(async () => (await import('../commands/roster-check.js')).rosterCheck))
  roster
    .command('who')
    .option('--at <time>', 'RFC 3339 time instead of now')
    .option('--days <number>', 'so many days ahead', DAYS, 2)
    .description('who is on duty, who is next, and in which order they are alerted')
    .action(lazily(async () => (await import('../commands/roster-who.js')).rosterWho))
}
