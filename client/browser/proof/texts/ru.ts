import type { Translated } from '../../languages/translated.js'
import type { proof as english } from './en.js'

export const proof: Translated<typeof english> = {
  ownTrust: 'Используется список доверия, который вы принесли с ключами.',
  offlineCopy: 'Та же страница одним файлом, для суда: без сети и без учётной записи.',
  offlineLink: 'Сохранить страницу проверки',
  certificate: 'Сохранить свидетельство (PDF)',
  makingCertificate: 'Составление свидетельства…',
  certificateMeaning:
    'Свидетельство о передаче и получении на языке этой страницы, с пакетом доказательств внутри. Оно составляется на этом компьютере и не подписано; команда «rogatory certificate» подписывает его ключом органа.',
  certificateSaved: 'Сохранено: {{name}}',
}
