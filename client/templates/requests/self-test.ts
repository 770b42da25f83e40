import type { Template } from '../format.js'

export const selfTest: Template = {
  id: 'self-test',
  version: 1,
  kind: 'notice',
  title: {
    en: 'Test of the system',
    fr: 'Test du système',
    es: 'Prueba del sistema',
    ar: 'اختبار النظام',
    ru: 'Проверка системы',
    zh: '系统测试',
  },
  about: {
    en: 'Sent by a program to see whether everything works. It asks for nothing and holds no personal data.',
    fr: 'Envoyé par un programme pour vérifier que tout fonctionne. Il ne demande rien et ne contient aucune donnée personnelle.',
    es: 'Lo envía un programa para comprobar que todo funciona. No pide nada y no contiene datos personales.',
    ar: 'يرسله برنامج للتحقق من أن كل شيء يعمل. لا يطلب شيئا ولا يتضمن أي بيانات شخصية.',
    ru: 'Отправляется программой, чтобы убедиться, что всё работает. Ни о чём не просит и не содержит персональных данных.',
    zh: '由程序发送，用于检验一切是否正常。不提出任何请求，不含个人数据。',
  },
  sections: [
    {
      id: 'main',
      title: {
        en: 'Test',
        fr: 'Test',
        es: 'Prueba',
        ar: 'الاختبار',
        ru: 'Проверка',
        zh: '测试',
      },
      fields: [
        {
          name: 'test',
          type: 'flag',
          label: {
            en: 'This is a test: nothing is asked, nothing is to be done',
            fr: 'Ceci est un test : rien n’est demandé, rien n’est à faire',
            es: 'Esto es una prueba: no se pide nada ni hay nada que hacer',
            ar: 'هذا اختبار: لا يُطلب شيء ولا يلزم فعل شيء',
            ru: 'Это проверка: ни о чём не просят и ничего делать не нужно',
            zh: '这是测试：不提出任何请求，无需采取任何行动',
          },
        },
        {
          name: 'run',
          type: 'text',
          label: {
            en: 'Run of the test',
            fr: 'Exécution du test',
            es: 'Ejecución de la prueba',
            ar: 'رقم الاختبار',
            ru: 'Номер проверки',
            zh: '测试编号',
          },
          max: 64,
        },
      ],
    },
  ],
  rules: [
    { rule: 'affirmed', path: 'test', severity: 'must' },
    { rule: 'required', path: 'run', severity: 'must' },
  ],
}
