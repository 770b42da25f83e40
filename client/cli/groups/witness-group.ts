import type { Command } from 'commander'
import { lazily } from '../lazily.js'

/** `rogatory witness …`: the log, watched from outside. */
export function witnessGroup(root: Command): void {
  const witness = root.command('witness').description('see to it that the log only ever grows')
  witness
    .command('run')
    .description('cosign the log for as long as it grows; ends with exit code 4 when it does not')
    .option('--listen <address>', 'let logs ask, too (C2SP tlog-witness), such as 127.0.0.1:8090')
    .option('--key <file>', 'a witness key instead of your own')
    .option('--interval <seconds>', 'how often the relay is asked', '10')
    .option('--once', 'one round, then end')
    .option('--no-poll', 'only listen: needs no officer’s keys')
    .action(lazily(async () => (await import('../commands/witness-run.js')).witnessRun))
  witness
    .command('status')
    .description('what is remembered of logs; exit code 4 when one has broken its promise')
    .action(lazily(async () => (await import('../commands/witness-status.js')).witnessStatus))
  witness
    .command('check')
    .argument('<bundle>')
    .description('hold the checkpoint of a proof bundle against the log as it is shown now')
    .action(lazily(async () => (await import('../commands/witness-check.js')).witnessCheck))
  witness
    .command('key')
    .description('make a witness key, and print the verifier key for trust lists')
    .requiredOption('--name <name>', 'best a URL without its scheme: witness.example/w1')
    .requiredOption('--out <file>', 'where the key goes')
    .action(lazily(async () => (await import('../commands/witness-key.js')).witnessKey))
}
