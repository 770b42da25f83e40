import type { Field } from '../format.js'

export const limitsOfUse: Field = {
  name: 'limitsOfUse',
  type: 'group',
  label: {
    en: 'Limits of use',
    fr: 'Limites d’utilisation',
    es: 'Límites de uso',
    ar: 'حدود الاستعمال',
    ru: 'Ограничения использования',
    zh: '使用限制',
  },
  fields: [
    {
      name: 'use',
      type: 'lines',
      label: {
        en: 'Proceedings in which the evidence may be used',
        fr: 'Procédures dans lesquelles les éléments peuvent être utilisés',
        es: 'Procesos en los que podrá utilizarse la prueba',
        ar: 'الإجراءات التي يجوز استعمال الأدلة فيها',
        ru: 'Производства, в которых доказательства могут быть использованы',
        zh: '证据可用于的诉讼程序',
      },
      max: 4000,
    },
    {
      name: 'onwardTransfer',
      type: 'choice',
      label: {
        en: 'Onward transfer',
        fr: 'Transmission ultérieure',
        es: 'Transmisión ulterior',
        ar: 'النقل إلى جهة أخرى',
        ru: 'Дальнейшая передача',
        zh: '再次转交',
      },
      width: 'half',
      options: [
        {
          value: 'forbidden',
          label: {
            en: 'Not allowed',
            fr: 'Interdite',
            es: 'No permitida',
            ar: 'غير مسموح به',
            ru: 'Не допускается',
            zh: '不允许',
          },
        },
        {
          value: 'with-consent',
          label: {
            en: 'With prior consent',
            fr: 'Avec accord préalable',
            es: 'Con consentimiento previo',
            ar: 'بموافقة مسبقة',
            ru: 'С предварительного согласия',
            zh: '须事先同意',
          },
        },
        {
          value: 'allowed',
          label: {
            en: 'Allowed for the same purpose',
            fr: 'Permise aux mêmes fins',
            es: 'Permitida con el mismo fin',
            ar: 'مسموح به للغرض ذاته',
            ru: 'Допускается для той же цели',
            zh: '为同一目的允许',
          },
        },
      ],
    },
  ],
}

export const dataProtection: Field = {
  name: 'dataProtection',
  type: 'lines',
  label: {
    en: 'Data protection terms',
    fr: 'Conditions de protection des données',
    es: 'Condiciones de protección de datos',
    ar: 'شروط حماية البيانات',
    ru: 'Условия защиты данных',
    zh: '数据保护条件',
  },
  max: 4000,
}

export const costs: Field = {
  name: 'costs',
  type: 'lines',
  label: { en: 'Costs', fr: 'Frais', es: 'Costos', ar: 'التكاليف', ru: 'Расходы', zh: '费用' },
  help: {
    en: 'Ordinary costs fall on the requested State; say how extraordinary ones are to be borne.',
    fr: 'Les frais ordinaires incombent à l’État requis ; précisez la prise en charge des frais extraordinaires.',
    es: 'Los gastos ordinarios incumben al Estado requerido; precise quién sufraga los extraordinarios.',
    ar: 'تتحمل الدولة متلقية الطلب التكاليف العادية؛ بيّنوا كيفية تحمل التكاليف غير العادية.',
    ru: 'Обычные расходы несёт запрашиваемое государство; укажите, как покрываются чрезвычайные.',
    zh: '一般费用由被请求国承担；请说明特殊费用如何承担。',
  },
  max: 2000,
}
