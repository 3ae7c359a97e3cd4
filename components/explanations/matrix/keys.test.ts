import { expect, test } from 'vitest'
import { actOf } from './keys'
import { cellAt } from './use-keys'

const press = (key: string, over: Partial<Parameters<typeof actOf>[0]> = {}) =>
  actOf({ key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...over })
const rated = (value: string | null) => ({ do: 'rate', value })

test('letters and figures rate; caps lock and a Korean keyboard do not change what they mean', () => {
  expect(['c', 'n', 'i', 'x', '5', '1'].map((key) => press(key))).toEqual(
    ['C', 'N', 'I', 'NA', 'CC', 'II'].map(rated),
  )
  expect(press('C', { shiftKey: true })).toEqual(rated('CC'))
  expect(press('I', { shiftKey: true })).toEqual(rated('II'))
  expect(press('C')).toEqual(rated('C'))
  expect(press('ㅊ', { code: 'KeyC' })).toEqual(rated('C'))
  expect(press('Delete')).toEqual(rated(null))
})

test('what the browser knows stays the browser’s, but for undo', () => {
  expect(press('z', { ctrlKey: true })).toEqual({ do: 'undo' })
  expect(press('c', { ctrlKey: true })).toBeNull()
  expect(['Tab', 'ArrowUp', 'Enter', ' ', 'F5'].map((key) => press(key))).toEqual(Array(5).fill(null))
})

test('a row leads into the next, and the table has ends', () => {
  const table = {
    rows: [{ code: 'E1' }, { code: 'E2' }] as never,
    explanations: [{ code: 'H1' }, { code: 'H2' }] as never,
  }
  expect(cellAt(table, { row: 'E1', column: 'H2' }, [0, 1])).toEqual({ row: 'E2', column: 'H1' })
  expect(cellAt(table, { row: 'E2', column: 'H1' }, [-1, 0])).toEqual({ row: 'E1', column: 'H1' })
  expect(cellAt(table, { row: 'E2', column: 'H2' }, [0, 1])).toBeNull()
  expect(cellAt(table, { row: 'E1', column: 'H1' }, [0, -1])).toBeNull()
})
