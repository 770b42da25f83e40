import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { PreFlightDraft, PreFlightSides } from './draft.js'
import type { Stated } from './finding.js'

/** Whether somebody is there to read it; for what is urgent, whether anybody is at all. */
export function checkOffice(
  { urgency }: PreFlightDraft,
  { recipient, at }: PreFlightSides,
): readonly Stated[] {
  const found: Stated[] = []
  const { day, weekday, time } = localClock(recipient.timeZone, at)
  const holiday = recipient.holidays.find(({ from, to }) => from <= day && day <= to)
  const note = (code: Stated['code'], entryField: Stated['entryField'], data: Stated['data']) =>
    found.push({ code, severity: 'note', entryField, sources: [], data })
  if (holiday !== undefined) {
    note('holiday', 'holidays', { holiday: holiday.name ?? `${holiday.from} – ${holiday.to}` })
  } else if (recipient.officeHours.length > 0 && !isOpen(recipient.officeHours, weekday, time)) {
    note('office-closed', 'officeHours', { time: `${day} ${time}` })
  }
  if (urgency === 'emergency' && recipient.dutyContact === null) {
    const sources = [{ instrument: 'res-2322', article: '16' }]
    found.push({
      code: 'no-duty-contact',
      severity: 'should',
      entryField: 'dutyContact',
      sources,
      data: {},
    })
  }
  return found
}

const isOpen = (hours: DirectoryEntry['officeHours'], weekday: number, time: string): boolean =>
  hours.some(({ days, from, to }) => days.includes(weekday) && from <= time && time < to)

/** Day, day of the week (1 is Monday) and time as the clock on their wall shows. */
function localClock(timeZone: string, at: Date) {
  const parts = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((each) => each.type === type)?.value ?? ''
  const day = `${part('year')}-${part('month')}-${part('day')}`
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
  return { day, weekday, time: `${part('hour')}:${part('minute')}` }
}
