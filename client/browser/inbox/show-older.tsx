import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type ShowOlderProps = {
  /** Whether there are older ones. */
  readonly has: boolean
  /** Whether they are being fetched. */
  readonly isComing: boolean
  readonly onAsk: () => void
  /** What is listed now: read out once they are there. */
  readonly listed: string
}

/** The end of a list that goes on: the focus stays here, and what has come is announced. */
export function ShowOlder({ has, isComing, onAsk, listed }: ShowOlderProps) {
  const { t } = useTranslation('inbox')
  const told = useRef<HTMLParagraphElement>(null)
  const [isAsked, setAsked] = useState(false)
  // With the last of them the button is gone, and with it the focus.
  useEffect(() => {
    if (isAsked && !has) told.current?.focus()
  }, [isAsked, has])
  const ask = () => {
    if (isComing) return
    setAsked(true)
    onAsk()
  }
  return (
    <div className="show-older">
      {has && (
        <Button
          variant="default"
          data-action="show-older"
          aria-disabled={isComing || undefined}
          onClick={ask}
        >
          {t(isComing ? 'olderComing' : 'older')}
        </Button>
      )}
      <p ref={told} tabIndex={-1} role="status" className="quiet">
        {isAsked && !isComing && `${listed} ${has ? '' : t('olderAll')}`}
      </p>
    </div>
  )
}
