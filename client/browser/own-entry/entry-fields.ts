import type { TFunction } from 'i18next'
import { AuthorityFunction, Channel, ClassificationLevel } from '#crypto/directory/entry.js'
import type { Field, Template, Text } from '../../templates/format.js'
import { COMPETENCES } from '../directory/words.js'

/** ISO 8601: 1 is Monday. Whichever week: only the names of its days are taken from it. */
const DAYS = [1, 2, 3, 4, 5, 6, 7]

type Texts = {
  readonly own: TFunction<'ownEntry'>
  readonly directory: TFunction<'directory'>
  /** BCP 47, of the page. */
  readonly language: string
}

/** What an authority says of itself, as questions of the same kind as a template's: so they are asked and read alike. */
export function entryFields({ own, directory, language }: Texts): Template['sections'] {
  const dayName = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  const options = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: said(label(value)) }))
  const text = (name: string, label: string, more: object = {}): Field => ({
    ...({ type: 'text', name, label: said(label), max: 500 } as const),
    ...more,
  })
  const many = (max: number) => ({ repeat: { min: 0, max } })
  const spoken = (name: string, label: string): Field => ({
    ...({ type: 'language', name, label: said(label), ...many(20) } as const),
  })
  const contact = (): readonly Field[] => [
    text('address', directory('address')),
    text('email', directory('email'), { format: 'email', max: 254, width: 'half' }),
    text('telephone', directory('telephone'), {
      format: 'telephone',
      max: 31,
      width: 'half',
      help: said(own('telephoneHint')),
    }),
    text('website', own('website'), { help: said(own('webHint')) }),
  ]
  return [
    {
      id: 'who',
      title: said(own('who')),
      fields: [
        group('names', own('names'), many(20), [
          { type: 'language', name: 'language', label: said(own('language')), width: 'third' },
          text('name', own('name'), { max: 200 }),
        ]),
        {
          ...({ type: 'choice', name: 'functions', label: said(directory('functions')) } as const),
          ...many(8),
          options: options(AuthorityFunction.options, (value) =>
            directory(COMPETENCES[value as keyof typeof COMPETENCES]),
          ),
        },
        group('languages', directory('languages'), {}, [
          spoken('normal', own('normally')),
          spoken('urgent', directory('urgentLanguages')),
          spoken('reciprocity', directory('reciprocity')),
        ]),
      ],
    },
    {
      id: 'law',
      title: said(own('law')),
      fields: [
        group('instruments', own('instrument'), many(100), [
          text('name', own('name'), { max: 120 }),
          { type: 'flag', name: 'isBasis', label: said(own('isBasis')) },
        ]),
        group('laws', directory('laws'), many(20), [
          text('title', own('lawTitle'), { max: 200 }),
          text('url', own('website'), { help: said(own('webHint')) }),
        ]),
        lines('requirements', directory('requirements'), 1_000, many(20)),
        lines('signatureRules', directory('signature'), 500, many(10)),
        group('classifications', own('classifications'), many(60), [
          text('mark', own('mark'), { max: 80, width: 'third' }),
          {
            ...({ type: 'choice', name: 'level', label: said(own('level')) } as const),
            width: 'third',
            options: options(ClassificationLevel.options, (value) =>
              own(`level_${value as 'official'}`),
            ),
          },
          { type: 'state', name: 'with', label: said(own('with')), width: 'third' },
        ]),
      ],
    },
    {
      id: 'reach',
      title: said(directory('contact')),
      fields: [
        group('contact', directory('contact'), {}, contact()),
        group('dutyContact', directory('duty'), {}, contact()),
        text('timeZone', directory('timeZone'), { max: 64, help: said(own('zoneHint')) }),
        group('officeHours', directory('officeHours'), many(14), [
          {
            ...({ type: 'choice', name: 'days', label: said(own('days')), ...many(7) } as const),
            options: options(DAYS.map(String), (day) =>
              dayName.format(new Date(Date.UTC(2024, 0, Number(day)))),
            ),
          },
          text('from', own('opens'), { max: 5, width: 'third', help: said(own('timeHint')) }),
          text('to', own('closes'), { max: 5, width: 'third', help: said(own('timeHint')) }),
        ]),
        group('holidays', own('holidays'), many(200), [
          { type: 'date', name: 'from', label: said(own('first')), width: 'third' },
          { type: 'date', name: 'to', label: said(own('last')), width: 'third' },
          text('name', own('holiday'), { max: 120, width: 'third' }),
        ]),
      ],
    },
    {
      id: 'takes',
      title: said(own('takes')),
      fields: [
        {
          ...({ type: 'choice', name: 'channels', label: said(own('channels')) } as const),
          ...many(8),
          options: options(Channel.options, (value) =>
            own(`channel_${value.replace('@', '') as 'post'}`),
          ),
        },
        { type: 'flag', name: 'interpol', label: said(own('interpol')) },
        text('mediaTypes', directory('formats'), {
          max: 120,
          help: said(own('formatsHint')),
          ...many(100),
        }),
        text('maximumMebibytes', own('largest'), { max: 20, format: 'number', width: 'third' }),
      ],
    },
  ]
}

/** A text of the page, which is in one language at a time, where a template has one in each. */
const said = (text: string): Text => ({
  en: text,
  fr: text,
  es: text,
  ar: text,
  ru: text,
  zh: text,
})

const group = (name: string, label: string, more: object, fields: readonly Field[]): Field => ({
  ...({ type: 'group', name, label: said(label) } as const),
  ...more,
  fields,
})

const lines = (name: string, label: string, max: number, more: object): Field => ({
  ...({ type: 'lines', name, label: said(label), max } as const),
  ...more,
})
