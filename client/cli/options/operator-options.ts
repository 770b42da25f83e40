import { type Command, Option } from 'commander'

/** The operator's folder, and the relay as the public reaches it. */
export const operatorOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--operator <folder>', 'the operator’s folder')
        .env('ROGATORY_OPERATOR')
        .default('.rogatory/operator'),
    )
    .option('--trust <file>', 'trust list (default: trust.json beside the folder)')
    .addOption(new Option('--relay-id <id>').env('RELAY_ID').makeOptionMandatory())
    .addOption(new Option('--origin <url>').env('RELAY_ORIGIN').makeOptionMandatory())
