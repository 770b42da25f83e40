import type { Translated } from '../../languages/translated.js'
import type { blank as english } from './en.js'

export const blank: Translated<typeof english> = {
  title: 'Пустой бланк',
  unknown: 'Такого бланка нет.',
  back: 'Все бланки',
  meaning:
    'Чтобы собрать на бумаге всё, что потребуется для запроса. Написанное не входит в отправление, пока не внесено в форму.',
  print: 'Печать',
  save: 'Сохранить текстовым файлом',
  fill: 'Заполнить здесь',
  saveMeaning:
    'Текстовый файл {{file}} можно заполнить в любом редакторе; его читает командная строка.',
  several: '(можно указать несколько)',
}
