import type { Template } from '../format.js'
import { reasons, replyBy } from '../fields/answer-fields.js'

export const recall: Template = {
  id: 'recall',
  version: 1,
  kind: 'answer',
  title: {
    en: 'Recall of information',
    fr: 'Rappel d’informations',
    es: 'Revocación de información',
    ar: 'سحب معلومات',
    ru: 'Отзыв информации',
    zh: '收回资料',
  },
  about: {
    en: 'Information must no longer be used, and is to be returned or erased.',
    fr: 'Les informations ne doivent plus être utilisées et sont à restituer ou à effacer.',
    es: 'La información ya no debe utilizarse y ha de devolverse o suprimirse.',
    ar: 'يجب الكف عن استعمال المعلومات وإعادتها أو محوها.',
    ru: 'Информацию более нельзя использовать; её следует вернуть или уничтожить.',
    zh: '资料不得再使用，应予退还或删除。',
  },
  sections: [
    {
      id: 'main',
      title: { en: 'Recall', fr: 'Rappel', es: 'Revocación', ar: 'السحب', ru: 'Отзыв', zh: '收回' },
      fields: [
        {
          name: 'what',
          type: 'lines',
          label: {
            en: 'What is recalled',
            fr: 'Ce qui est rappelé',
            es: 'Lo que se revoca',
            ar: 'ما يُسحب',
            ru: 'Что отзывается',
            zh: '收回的内容',
          },
          max: 4000,
        },
        {
          name: 'package',
          type: 'text',
          label: {
            en: 'Package that is recalled',
            fr: 'Envoi rappelé',
            es: 'Envío revocado',
            ar: 'الطرد المسحوب',
            ru: 'Отзываемый пакет',
            zh: '被收回的包',
          },
          width: 'half',
          max: 36,
          format: 'package',
        },
        {
          name: 'measure',
          type: 'choice',
          label: {
            en: 'What is to be done',
            fr: 'Mesure à prendre',
            es: 'Medida que debe tomarse',
            ar: 'الإجراء المطلوب',
            ru: 'Требуемая мера',
            zh: '应采取的措施',
          },
          width: 'half',
          options: [
            {
              value: 'stop-use',
              label: {
                en: 'Stop using it',
                fr: 'Cesser de l’utiliser',
                es: 'Dejar de utilizarla',
                ar: 'الكف عن استعماله',
                ru: 'Прекратить использование',
                zh: '停止使用',
              },
            },
            {
              value: 'return',
              label: {
                en: 'Return it',
                fr: 'La restituer',
                es: 'Devolverla',
                ar: 'إعادته',
                ru: 'Вернуть',
                zh: '退还',
              },
            },
            {
              value: 'erase',
              label: {
                en: 'Erase it and confirm',
                fr: 'L’effacer et le confirmer',
                es: 'Suprimirla y confirmarlo',
                ar: 'محوه وتأكيد ذلك',
                ru: 'Уничтожить и подтвердить',
                zh: '删除并确认',
              },
            },
          ],
        },
        reasons,
        replyBy,
      ],
    },
  ],
  rules: [
    { rule: 'required', path: 'what', severity: 'must' },
    { rule: 'required', path: 'measure', severity: 'must' },
    { rule: 'required', path: 'reasons', severity: 'must' },
    { rule: 'required', path: 'package', severity: 'should' },
    { rule: 'ahead', path: 'replyBy', severity: 'should' },
  ],
}
