import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { localMoment, localWall, localZone } from '../../components/local-moment.js'

type MomentFieldProps = {
  readonly id: string
  readonly label?: string
  /** Of one in a list, whose name stands above it. */
  readonly 'aria-label'?: string
  readonly description: string | undefined
  readonly error: string | undefined
  /** RFC 3339 with an offset, of whichever zone it was written in. */
  readonly value: string
  readonly onFill: (value: string) => void
}

/**
 * A day and a time of the writer's zone, which stands beside; stated with its offset, so that it means one moment
 * everywhere, also where somebody goes on with it in another zone.
 */
export function MomentField({ value, onFill, description, ...shared }: MomentFieldProps) {
  const { t } = useTranslation('compose')
  const zone = t('momentZone', { zone: localZone(value) })
  return (
    <TextInput
      {...shared}
      description={
        <>
          {description} <span className="moment-zone">{zone}</span>
        </>
      }
      type="datetime-local"
      value={localWall(value)}
      onChange={({ currentTarget: { value: local } }) =>
        onFill(local === '' ? '' : localMoment(new Date(local)))
      }
    />
  )
}
