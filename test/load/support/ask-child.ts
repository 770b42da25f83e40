import type { ChildProcess } from 'node:child_process'
import type { Answer } from './answer-parent.js'

export type Ask = (name: string, argument?: string) => Promise<number>

/** Asks a process that answers by `answerParent`. @throws Error with what failed there, or when it has ended. */
export function askChild(child: ChildProcess): Ask {
  let last = 0
  return async (name, argument = '') => {
    const id = ++last
    child.send({ id, name, argument })
    const answer = await answerTo(child, id)
    if ('failure' in answer) throw new Error(`${name}: ${answer.failure}`)
    return answer.value
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
