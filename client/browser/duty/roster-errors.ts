import type { TFunction } from 'i18next'
import { isKnownTimeZone } from '#crypto/directory/time-zone.js'
import { RosterDraft } from '../../core/duty/roster-draft.js'
import type { FieldErrors } from '../components/error-summary.js'

/** What keeps a roster from being set, by the id of the field. */
export function rosterErrors(draft: RosterDraft, t: TFunction<'duty'>): FieldErrors {
  const judged = RosterDraft.safeParse(draft)
  const addresses = judged.success
    ? []
    : judged.error.issues.filter(({ path }) => path[0] === 'persons').map(({ path }) => path[1])
  return Object.fromEntries([
    ...draft.shifts.flatMap(({ from, to, zone, days, officers }, at) => [
      ...(officers.length === 0 ? [[`shift-${at}-officers`, t('needOfficer')]] : []),
      ...(days.length === 0 ? [[`shift-${at}-days`, t('needDay')]] : []),
      ...(from === '' || to === '' ? [[`shift-${at}-from`, t('needHours')]] : []),
      ...(isKnownTimeZone(zone) ? [] : [[`shift-${at}-zone`, t('needZone')]]),
    ]),
    ...draft.exceptions.flatMap(({ from, to, officers }, at) => [
      ...(from === '' || to === '' ? [[`exception-${at}-from`, t('needHours')]] : []),
      ...(new Date(from) >= new Date(to) ? [[`exception-${at}-to`, t('needLater')]] : []),
      ...(officers.length === 0 ? [[`exception-${at}-officers`, t('needOfficer')]] : []),
    ]),
    ...(draft.webhooks.length <= 4 && draft.webhooks.every(isCallable)
      ? []
      : [['webhooks', t('needWebhook')]]),
    ...addresses.map((at) => [`email-${String(at)}`, t('needEmail')]),
  ]) as FieldErrors
}

/** As the roster takes it; which hosts a relay calls at all, its operator says. */
const isCallable = (text: string) =>
  text.length <= 500 && URL.canParse(text) && new URL(text).protocol === 'https:'
