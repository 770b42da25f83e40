import { stderr, stdin } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { ClientError } from '../core/client-error.js'

/**
 * Has a person say yes where there is a terminal.
 *
 * @param instead - what a script says to the same end.
 * @throws {@link ClientError} `usage` for any other answer, and without a terminal.
 */
export async function askToConfirm(question: string, instead: string): Promise<void> {
  if (!stdin.isTTY) {
    throw new ClientError('usage', 'nobody is there to say yes', `Say it with: ${instead}`)
  }
  const prompt = createInterface({ input: stdin, output: stderr })
  try {
    const answer = await prompt.question(`${question} Type yes: `)
    if (answer.trim().toLowerCase() === 'yes') return
  } finally {
    prompt.close()
  }
  throw new ClientError('usage', 'nothing was done', 'Run it again to decide anew.')
}
