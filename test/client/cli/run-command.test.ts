import { expect } from 'chai'
import { runCommand } from '#client/cli/run-command.js'
import { EXIT } from '#client/cli/exit-codes.js'

/** What a command that fails writes to standard error, and its exit code. */
async function failing(...words: string[]): Promise<{ code: number | undefined; said: string }> {
  const { stderr } = process
  const write = stderr.write.bind(stderr)
  const said: string[] = []
  stderr.write = (text: string | Uint8Array) => said.push(String(text)) > 0
  try {
    const code = await runCommand(words)
    return { code, said: said.join('') }
  } finally {
    stderr.write = write
  }
}

describe('a key on the command line whose name begins with a hyphen', () => {
  const key = `-${'a'.repeat(41)}A`
  const home = ['--home', '/nowhere']

  it('is taken for an option, and the answer tells where it is named', async () => {
    for (const each of [key, `-${key.slice(0, 42)}`]) {
      const { code, said } = await failing(...home, 'translation', 'breach', each)
      expect(code).to.equal(EXIT.usage)
      expect(said).to.include(each).and.include('after --')
    }
  })

  it('is a key after --, and as the value of an option', async () => {
    for (const words of [
      ['translation', 'breach', '--', key],
      ['keys', 'impact', '--kid', key, '--since', '2026-03-01T09:00:00Z'],
    ]) {
      const { said } = await failing(...home, ...words)
      expect(said).to.not.include('unknown option').and.not.include('after --')
    }
  })

  it('is not seen in any other option that there is not', async () => {
    const { code, said } = await failing(...home, 'translation', 'breach', '--everybody')
    expect(code).to.equal(EXIT.usage)
    expect(said).to.include('--everybody').and.include('rogatory --help')
  })
})
