import { expect, it } from 'vitest'
import { importDocument } from '../..'
import { pdf } from '../../testing/pdf'
import { PredefinedCMaps } from '.'

// The bytes were written by another program than the one that reads them here.
it.each([
  [
    'KSCms-UHC-H',
    'Korea1',
    '섬의 여객선 시간표는 똠방 펲시 약속이다.',
    'bcb6c0c720bfa9b0b4bcb120bdc3b0a3c7a5b4c2208c63b9e620bc84bdc320bee0bcd3c0ccb4d92e',
  ],
  ['KSC-EUC-H', 'Korea1', '섬의 배.', 'bcb6c0c720b9e82e'],
  [
    'GB-EUC-H',
    'GB1',
    '渡轮时刻表是印在纸上的承诺。',
    'b6c9c2d6cab1bfccb1edcac7d3a1d4dad6bdc9cfb5c4b3d0c5b5a1a3',
  ],
  ['GBK-EUC-H', 'GB1', '渡輪時刻表喆鎔。', 'b6c9dd869572bfccb1ed86b4e667a1a3'],
  [
    '90ms-RKSJ-H',
    'Japan1',
    'フェリーの時刻表は紙に印刷された約束である。',
    '83748346838a815b82cc8e9e8d8f955c82cd8e8682c988f38dfc82b382ea82bd96f191a982c582a082e98142',
  ],
  [
    'ETen-B5-H',
    'CNS1',
    '渡輪時刻表是印在紙上的承諾。',
    'b4e7bdfcaec9a8e8aaedac4fa64ca662afc8a457aabaa9d3bfd5a143',
  ],
  ['EUC-H', 'Japan1', '時刻表は約束である。', 'bbfeb9efc9bda4cfccf3c2aba4c7a4a2a4eba1a3'],
  ['H', 'Japan1', '時刻表は約束である。', '3b7e396f493d244f4c73422b24472422246b2123'],
  ['UniKS-UCS2-H', 'Korea1', '섬의 ferry 시간표', 'c12cc7580020006600650072007200790020c2dcac04d45c'],
  ['UniJIS-UTF16-H', 'Japan1', '時刻表は約束である。', '6642523b8868306f7d04675f30673042308b3002'],
])('text in the bytes of %s', async (cmap, ordering, text, hex) => {
  const texts = [0, 1, 2].map((i) => ({ x: 70, y: 100 + i * 30, text: '', coded: { cmap, ordering, hex } }))
  const { sections } = await importDocument({ bytes: pdf({ pages: [{ texts }] }), name: 'old.pdf' })
  expect(sections.flatMap((s) => s.blocks.map((b) => b.text))).toEqual([text, text, text])
})

it('Latin letters keep their width, so that words keep apart', async () => {
  const line = (x: number, hex: string) => ({
    x,
    y: 100,
    text: '',
    coded: { cmap: 'GBKp-EUC-H', ordering: 'GB1', hex },
  })
  const texts = [line(70, '6665727279'), line(98, '626f6174'), { x: 70, y: 130, text: 'A second line.' }]
  const { sections } = await importDocument({ bytes: pdf({ pages: [{ texts }] }), name: 'old.pdf' })
  expect(sections[0]?.blocks[0]?.text).toBe('ferry boat')
})

it('says no to a name that it does not know', async () => {
  await expect(new PredefinedCMaps().fetch({ name: 'Klingon-EUC-H' })).rejects.toThrow('Klingon')
  await expect(new PredefinedCMaps().fetch({ name: '' })).rejects.toThrow()
})
