import type { Text } from './format.js'

/** The words beside the labels of a template: where a form is read, and where a blank one is printed. */
export const readingTexts = {
  yes: { en: 'Yes', fr: 'Oui', es: 'Sí', ar: 'نعم', ru: 'Да', zh: '是' },
  no: { en: 'No', fr: 'Non', es: 'No', ar: 'لا', ru: 'Нет', zh: '否' },
  others: {
    en: 'Not asked for by the template, shown as received',
    fr: 'Hors modèle, affiché tel que reçu',
    es: 'No previsto en el modelo, tal como se recibió',
    ar: 'خارج النموذج، معروض كما ورد',
    ru: 'Не предусмотрено шаблоном, показано как получено',
    zh: '模板未要求的内容，按收到时原样显示',
  },
  unknownTemplate: {
    en: 'The template is not known here: the form is shown as received, unchecked',
    fr: 'Modèle inconnu ici : le formulaire est affiché tel que reçu, sans vérification',
    es: 'Modelo desconocido aquí: el formulario se muestra tal como se recibió, sin comprobar',
    ar: 'النموذج غير معروف هنا: تُعرض الاستمارة كما وردت دون تحقق',
    ru: 'Шаблон здесь неизвестен: форма показана как получена, без проверки',
    zh: '本处不识别该模板：表格按收到时原样显示，未经核对',
  },
  must: {
    en: 'Required',
    fr: 'Obligatoire',
    es: 'Obligatorio',
    ar: 'إلزامي',
    ru: 'Обязательно',
    zh: '必填',
  },
  should: {
    en: 'Advisable',
    fr: 'Recommandé',
    es: 'Recomendable',
    ar: 'مستحسن',
    ru: 'Желательно',
    zh: '建议',
  },
  note: { en: 'Note', fr: 'Note', es: 'Nota', ar: 'ملاحظة', ru: 'К сведению', zh: '提示' },
  onlyIf: {
    en: 'Asked only in certain cases',
    fr: 'Demandé seulement dans certains cas',
    es: 'Se pide solo en ciertos casos',
    ar: 'يُطلب في حالات معينة فقط',
    ru: 'Запрашивается лишь в некоторых случаях',
    zh: '仅在特定情况下填写',
  },
  oneOf: {
    en: 'One of',
    fr: 'Au choix',
    es: 'Uno de',
    ar: 'أحد الخيارات',
    ru: 'Одно из',
    zh: '任选其一',
  },
  list: { en: 'List', fr: 'Liste', es: 'Lista', ar: 'قائمة', ru: 'Список', zh: '列表' },
} as const satisfies Readonly<Record<string, Text>>
