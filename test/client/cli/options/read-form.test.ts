import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { stringify } from 'yaml'
import { readForm } from '#client/cli/options/read-form.js'
import { blankForm, blankYaml } from '#client/templates/blank-form.js'
import { currentTemplates } from '#client/templates/catalogue.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { sampleForm } from '#test/support/templates/sample-form.js'

describe('a form that somebody filled in', () => {
  const folder = temporaryFolder()
  const written = async (name: string, text: string) => {
    await writeFile(join(folder.path, name), text)
    return join(folder.path, name)
  }

  it('is read from YAML and from JSON alike, for every template', async () => {
    for (const template of currentTemplates) {
      const form = sampleForm(template)
      const name = `${template.id}@${template.version}`
      const yaml = await written('a.yaml', `# template: ${name}\n${stringify(form)}`)
      const json = await written('a.json', JSON.stringify(form))
      const expected = { template: { id: template.id, version: template.version }, form }
      expect(await readForm(yaml, undefined)).to.deep.equal(expected)
      expect(await readForm(json, name)).to.deep.equal(expected)
    }
  })

  it('of ours that is still blank holds nothing, and says what it is a form of', async () => {
    for (const template of currentTemplates) {
      for (const language of ['en', 'ar', 'zh'] as const) {
        const yaml = await written('b.yml', blankYaml(template, language))
        expect(await readForm(yaml, undefined)).to.deep.equal({
          template: { id: template.id, version: template.version },
          form: {},
        })
      }
      const json = await written('b.json', JSON.stringify(blankForm(template)))
      const { form } = await readForm(json, `${template.id}@${template.version}`)
      expect(form).to.deep.equal({})
    }
  })

  it('keeps what looks like a number, a day or a truth as it was typed', async () => {
    const text = '# template: mla-request@2\nreference: 0042\npurpose: yes\nstage: 2026-01-02\n'
    const { form } = await readForm(await written('c.yaml', text), undefined)
    expect(form).to.deep.equal({ reference: '0042', purpose: 'yes', stage: '2026-01-02' })
  })

  it('is refused when it is none, names no template, or would grow when read', async () => {
    const bomb = `# template: a@1\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n`
    const rows = [
      ['d.json', '[1]', 'a@1', 'usage'],
      ['d.json', '{"a":1}', undefined, 'usage'],
      ['d.json', '{"a":1}', 'A 1', 'usage'],
      ['d.json', `{"a":"${'x'.repeat(1024 * 1024)}"}`, 'a@1', 'usage'],
      ['d.yaml', 'a: [', 'a@1', 'usage'],
      ['d.yaml', 'a: 1\na: 2\n', 'a@1', 'usage'],
      ['d.yaml', bomb, undefined, 'usage'],
    ] as const
    for (const [name, text, template, code] of rows) {
      const path = await written(name, text)
      expect(await codeOf(() => readForm(path, template)), text.slice(0, 40)).to.equal(code)
    }
    expect(await codeOf(() => readForm(join(folder.path, 'none.json'), 'a@1'))).to.equal(
      'file-unreadable',
    )
  })
})
