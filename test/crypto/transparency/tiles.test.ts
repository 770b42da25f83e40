import { expect } from 'chai'
import fc from 'fast-check'
import {
  parseTile,
  parseTilePath,
  serializeTile,
  tilePath,
  tilesFor,
} from '#crypto/transparency/tiles.js'
import { codeOf } from '#test/support/code-of.js'

const pathsFor = (fromSize: number, toSize: number) =>
  tilesFor(fromSize, toSize).map(({ level, index, width }) => tilePath(level, index, width))

describe('tile paths', () => {
  it('are spelt as C2SP tlog-tiles shows', () => {
    expect(tilePath(0, 1_234_067)).to.equal('tile/0/x001/x234/067')
    expect(tilePath(0, 0, 1)).to.equal('tile/0/000.p/1')
    expect(tilePath(1, 999, 255)).to.equal('tile/1/999.p/255')
    expect(tilePath(2, 1000)).to.equal('tile/2/x001/000')
    expect(tilePath(0, 2 ** 45 - 2)).to.equal('tile/0/x035/x184/x372/x088/830')
  })

  it('are read back as they were written', () =>
    fc.assert(
      fc.property(
        fc.nat({ max: 5 }),
        fc.nat(),
        fc.integer({ min: 1, max: 256 }),
        (level, offset, width) => {
          const index = offset % 2 ** Math.min(31, 53 - 8 * (level + 1))
          fc.pre(index * 256 + width <= Math.floor((2 ** 53 - 1) / 256 ** level))
          expect(parseTilePath(tilePath(level, index, width))).to.deep.equal({
            level,
            index,
            width,
          })
        },
      ),
    ))

  for (const path of [
    '',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/-1/000',
    'tile/0/x000/000',
    'tile/0/001/000',
    'tile/0/x001/x000',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256',
    'tile/0/000.p/',
    'tile/0/000/',
    'tile/0/000\n',
    ' tile/0/000',
    '/tile/0/000',
    'tile/8/0/000',
    'tile/entries/000',
    'tile/0/x00a/000',
    'tile/0/../000',
    'tile/0/٠٠٠',
    'tile/6/000',
    'tile/7/000.p/1',
    'tile/63/000.p/1',
    'tile/64/000.p/1',
    'tile/0/x999/x999/x999/x999/x999/999',
  ]) {
    it(`are refused as ${JSON.stringify(path)}`, async () => {
      expect(await codeOf(() => parseTilePath(path))).to.equal('transparency/tile')
    })
  }

  for (const [level, index, width] of [
    [-1, 0, 1],
    [0.5, 0, 1],
    [0, -1, 1],
    [0, Number.NaN, 1],
    [0, 0, 0],
    [0, 0, 257],
    [0, 0, 1.5],
    [7, 0, 1],
    [0, 2 ** 45, 1],
    [0, 2 ** 53 - 1, 1],
  ] as const) {
    it(`are not made for level ${level}, index ${index}, width ${width}`, async () => {
      expect(await codeOf(() => tilePath(level, index, width))).to.equal('transparency/tile')
    })
  }
})

describe('tilesFor', () => {
  it('names the tiles of a tree of 70,000 as C2SP tlog-tiles counts them', () => {
    const tiles = tilesFor(0, 70_000)
    const whole = (level: number) =>
      tiles.filter((t) => t.level === level && t.width === 256).length
    expect([whole(0), whole(1), whole(2)]).to.deep.equal([273, 1, 0])
    const partial = tiles.filter(({ width }) => width < 256)
    expect(partial).to.deep.equal([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
  })

  for (const [fromSize, toSize, paths] of [
    [0, 0, []],
    [5, 5, []],
    [0, 1, ['tile/0/000.p/1']],
    [254, 255, ['tile/0/000.p/255']],
    [255, 256, ['tile/0/000', 'tile/1/000.p/1']],
    [256, 256, []],
    [256, 257, ['tile/0/001.p/1']],
    [255, 257, ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']],
    [65_534, 65_535, ['tile/0/255.p/255']],
    [65_535, 65_536, ['tile/0/255', 'tile/1/000', 'tile/2/000.p/1']],
    [65_536, 65_537, ['tile/0/256.p/1']],
    [
      2 ** 32 - 1,
      2 ** 32,
      ['tile/0/x016/x777/215', 'tile/1/x065/535', 'tile/2/255', 'tile/3/000', 'tile/4/000.p/1'],
    ],
    [2 ** 53 - 2, 2 ** 53 - 1, ['tile/0/x035/x184/x372/x088/831.p/255']],
  ] as const) {
    it(`writes ${paths.length} from ${fromSize} to ${toSize}`, () => {
      expect(pathsFor(fromSize, toSize)).to.deep.equal(paths)
    })
  }

  it('leaves no hash of the larger tree unwritten, however it grows', () =>
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 70_000 }), { maxLength: 6 }), (growth) => {
        const widths = new Map<string, number>()
        let size = 0
        for (const more of growth) {
          for (const { level, index, width } of tilesFor(size, size + more)) {
            widths.set(`${level}/${index}`, width)
          }
          size += more
        }
        const all = tilesFor(0, size)
        expect(widths.size).to.equal(all.length)
        for (const { level, index, width } of all) {
          expect(widths.get(`${level}/${index}`)).to.equal(width)
        }
      }),
    ))

  it('refuses a log that shrinks, and what is no size', async () => {
    expect(await codeOf(() => tilesFor(2, 1))).to.equal('transparency/proof-shape')
    expect(await codeOf(() => tilesFor(-1, 1))).to.equal('transparency/proof-shape')
    expect(await codeOf(() => tilesFor(0, Number.NaN))).to.equal('transparency/proof-shape')
  })
})

describe('tile octets', () => {
  const hashes = (count: number) =>
    Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(i))

  it('are the hashes one after the other, and nothing else', () => {
    for (const width of [1, 2, 255, 256]) {
      const octets = serializeTile(hashes(width))
      expect(octets.length).to.equal(width * 32)
      expect(parseTile(octets, width)).to.deep.equal(hashes(width))
    }
  })

  it('are refused with any other length than their width asks', async () => {
    for (const [length, width] of [
      [31, 1],
      [33, 1],
      [0, 0],
      [0, 1],
      [64, 1],
      [8192 + 32, 257],
      [8160, 256],
      [48, 1.5],
      [0, Number.NaN],
    ] as const) {
      const code = await codeOf(() => parseTile(new Uint8Array(length), width))
      expect(code, `${length} octets`).to.equal('transparency/tile')
    }
  })

  it('are not made of no hashes, too many, or short ones', async () => {
    for (const bad of [[], hashes(257), [new Uint8Array(31)]]) {
      expect(await codeOf(() => serializeTile(bad))).to.equal('transparency/tile')
    }
  })
})
