import './leaving.css'
import { Button, Group } from '@mantine/core'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { guard } from './place.js'

/** Whether to leave what is not saved; who closes it stays. The browser gives the focus back to where it was. */
export function LeaveQuestion() {
  const { t } = useTranslation()
  const isAsked = useSyncExternalStore(guard.subscribe, guard.isAsked)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isAsked) box.current?.showModal()
    else box.current?.close()
  }, [isAsked])
  return (
    <dialog
      ref={box}
      className="leave-question"
      aria-labelledby="leave-title"
      aria-describedby="leave-meaning"
      onCancel={() => guard.answer(false)}
    >
      {isAsked && (
        <>
          <h2 id="leave-title">{t('leaveTitle')}</h2>
          <p id="leave-meaning">{t('leaveMeaning')}</p>
          <Group>
            <Button autoFocus data-action="stay" onClick={() => guard.answer(false)}>
              {t('stayHere')}
            </Button>
            <Button
              variant="default"
              data-action="leave-unsaved"
              onClick={() => guard.answer(true)}
            >
              {t('leaveUnsaved')}
            </Button>
          </Group>
        </>
      )}
    </dialog>
  )
}
