/** What a program can be asked, by name. Arguments and answers are plain data. */
export type Answers = Readonly<Record<string, (argument: string) => Promise<number>>>

export type Question = { readonly id: number; readonly name: string; readonly argument: string }
export type Answer =
  | { readonly id: number; readonly value: number }
  | { readonly id: number; readonly failure: string }

/** The program's side of `startProgram`: answers one question after the other until it is let go. */
export function answerParent(answers: Answers): void {
  process.on('message', ({ id, name, argument }: Question) => {
    const tell = (answer: Answer) => process.send?.(answer)
    void (answers[name] ?? unknown)(argument).then(
      (value) => tell({ id, value }),
      (error: unknown) => tell({ id, failure: error instanceof Error ? (error.stack ?? '') : '-' }),
    )
  })
  process.on('disconnect', () => process.exit(0))
}

const unknown = () => Promise.reject(new TypeError('this program does not know the question'))
