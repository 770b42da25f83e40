import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answer } from './answer-parent.js'

export type Program = {
  readonly pid: number
  /** Asks by name; resolves to the number that the program answers. */
  ask(name: string, argument?: string): Promise<number>
  end(): Promise<void>
}

/** Starts one of test/load/programs in a process of its own, compiled by tooling/bench.mjs. */
export function startProgram(name: string, env: NodeJS.ProcessEnv = {}): Program {
  const child = fork(join('.bench', 'programs', `${name}.js`), {
    env: { ...process.env, ...env },
    execArgv: ['--enable-source-maps'],
  })
  let last = 0
  return {
    pid: child.pid ?? 0,
    async ask(question, argument = '') {
      const id = ++last
      child.send({ id, name: question, argument })
      const answer = await answerTo(child, id)
      if ('failure' in answer) throw new Error(`${name} ${question}: ${answer.failure}`)
      return answer.value
    },
    async end() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}

function answerTo(child: ChildProcess, id: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error('the program has ended'))
    const hear = (answer: Answer) => {
      if (answer.id !== id) return
      child.off('message', hear).off('exit', died)
      resolve(answer)
    }
    child.on('message', hear).on('exit', died)
  })
}

/** The most memory that a process has held so far (`VmHWM`), in MiB; undefined where /proc does not say. */
export function peakMiB(pid: number): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? undefined : Number(found[1]) / 1024
  } catch {
    return undefined
  }
}
