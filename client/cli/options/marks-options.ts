import { type Command, Option } from 'commander'
import { z } from 'zod'
import { CalendarDay } from '#crypto/directory/office-hours.js'
import { plainText } from '#crypto/fields/fields.js'
import { type Marks, OnwardTransfer, PermittedUse, Tlp } from '#crypto/package/manifest.js'

/** Handling marks as options of a command. What is not named stays as it is. */
export const marksOptions = {
  tlp: z
    .string()
    .transform((mark) => `TLP:${mark.toUpperCase().replace(/^TLP:/, '')}`)
    .pipe(Tlp)
    .optional(),
  classification: z.string().transform(plainText).pipe(z.string().min(1).max(80)).optional(),
  uses: z.array(PermittedUse).min(1).optional(),
  retainUntil: CalendarDay.optional(),
  onward: OnwardTransfer.optional(),
}
type MarksOptions = z.output<z.ZodObject<typeof marksOptions>>

export const expectedOfMarks: Partial<Record<PropertyKey, string>> = {
  tlp: `--tlp takes one of ${Tlp.options.map((mark) => mark.replace('TLP:', '')).join(', ')}`,
  classification: '--classification takes at most 80 characters',
  uses: `--uses takes some of ${PermittedUse.options.join(', ')}`,
  retainUntil: '--retain-until takes a day, such as 2026-12-31',
  onward: `--onward takes one of ${OnwardTransfer.options.join(', ')}`,
}

export const withMarks = (command: Command): Command =>
  command
    .option('--tlp <mark>', 'Traffic Light Protocol mark, such as AMBER')
    .option('--classification <mark>', 'classification, such as RESTRICTED')
    .addOption(
      new Option('--uses <use...>', 'the only uses that are permitted').choices(
        PermittedUse.options,
      ),
    )
    .option('--retain-until <day>', 'the last day on which it may be kept')
    .addOption(
      new Option('--onward <rule>', 'whether it may be passed on to a further authority').choices(
        OnwardTransfer.options,
      ),
    )

/** What the options make of marks. */
export const marksOf = (
  { tlp, classification, uses, retainUntil, onward }: MarksOptions,
  before: Marks = { tlp: null, classification: null },
): Marks => ({
  ...before,
  ...(tlp && { tlp }),
  ...(classification !== undefined && { classification }),
  ...(uses && { uses: [...new Set(uses)] }),
  ...(retainUntil !== undefined && { retainUntil }),
  ...(onward && { onwardTransfer: onward }),
})
