import { TextInput } from '@mantine/core'
import { localMoment } from '../../components/local-moment.js'

type MomentFieldProps = {
  readonly id: string
  readonly label?: string
  /** Of one in a list, whose name stands above it. */
  readonly 'aria-label'?: string
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
      onChange={({ currentTarget: { value: local } }) =>
        onFill(local === '' ? '' : localMoment(new Date(local)))
      }
    />
  )
}
