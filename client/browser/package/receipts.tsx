import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Moment } from '../components/moment.js'
import { useListed } from '../components/use-listed.js'
import type { ShownReceipt } from './use-package.js'

type ReceiptsProps = {
  readonly receipts: readonly ShownReceipt[]
  readonly nameOf: (authority: string) => string
}

/** Receipts that came back; to the sender, whether each is for what was sent. */
export function Receipts({ receipts, nameOf }: ReceiptsProps) {
  const { t } = useTranslation('pkg')
  const list = useListed()
  return receipts.map(({ receipt, disagreements }) => {
    const { recipient, outcome, reason, parts, declared } = receipt.payload
    const verified = parts.filter(({ state }) => state === 'verified').length
    const agrees = disagreements?.length === 0
    return (
      <section key={receipt.digest} className={outcome === 'accepted' ? 'done-good' : 'done-bad'}>
        <Title order={2}>{t('receiptOf', { name: nameOf(recipient) })}</Title>
        <p>
          <bdi>{receipt.credential.payload.name}</bdi>, <Moment at={declared} />
        </p>
        {reason !== null && <p dir="auto">{reason}</p>}
        <p>{t('receiptPart', { verified, unopened: parts.length - verified })}</p>
        {disagreements && (
          <p className={agrees ? undefined : 'late'} data-agrees={agrees}>
            <strong>
              {agrees
                ? `✓ ${t('receiptAgrees')}`
                : t('receiptDiffers', {
                    what: list(disagreements.map(({ about, part }) => part ?? about)),
                  })}
            </strong>
          </p>
        )}
      </section>
    )
  })
}
