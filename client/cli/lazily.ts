import type { Command } from 'commander'
import type { CommandContext } from './command-context.js'

type Action<Words extends readonly unknown[]> = (
  context: CommandContext,
  ...words: Words
) => Promise<void>

/** An action whose code is loaded when it is called. Commander hands over (arguments…, options, command). */
export const lazily =
  <Words extends readonly unknown[]>(load: () => Promise<Action<Words>>) =>
  async (...received: unknown[]): Promise<void> => {
    const command = received.at(-1) as Command
    const words = received.slice(0, -2) as unknown as Words
    const action = await load()
    await action(
      {
        global: command.optsWithGlobals<CommandContext['global']>(),
        options: command.opts<CommandContext['options']>(),
      },
      ...words,
    )
  }
