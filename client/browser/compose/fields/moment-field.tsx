import { TextInput } from '@mantine/core'

type MomentFieldProps = {
  readonly id: string
  readonly label: string
  readonly description: string | undefined
  readonly error: string | undefined
  /** RFC 3339 with its offset. */
  readonly value: string
  readonly onFill: (value: string) => void
}

/** A day and a time of the writer's zone; stated with its offset, so that it means one moment everywhere. */
export function MomentField({ value, onFill, ...shared }: MomentFieldProps) {
  return (
    <TextInput
      {...shared}
      type="datetime-local"
      value={value.slice(0, 16)}
      onChange={(event) => onFill(withOffset(event.currentTarget.value))}
    />
  )
}

/** `2026-12-31T23:00` in this zone, as `2026-12-31T23:00:00+01:00`. */
function withOffset(local: string): string {
  if (local === '') return ''
  const minutes = -new Date(local).getTimezoneOffset()
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, '0')
  return `${local.slice(0, 16)}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`
}
