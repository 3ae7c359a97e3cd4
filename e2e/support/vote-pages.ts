import type { Locator, Page } from '@playwright/test'
import { borda, firsts, isSmall, moves, supporters } from './count-by-hand'
import { expect } from './test'

export type Ballot = { ranking: string[]; reason?: string; moved?: string[] }
export type Voter = { name: string; before: Ballot; after: Ballot }
export type Named = { code: string; name: string; shortName: string }

/** Figures of a table as text, row by row; what is folded away too. */
export const rowsOf = (table: Locator): Promise<string[][]> =>
  table.evaluate((el) =>
    [...el.querySelectorAll('tr')].map((tr) =>
      [...tr.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
    ),
  )

/** The counts of a closed wave are those of its ballots. */
export async function expectCounts(page: Page, ballots: string[][], explanations: Named[]): Promise<void> {
  const short = (code: string) => explanations.find((e) => e.code === code)?.shortName ?? ''
  const duel = page.locator('section', { has: page.getByRole('heading', { name: 'One against one' }) })
  const [head = [], ...rows] = await rowsOf(duel.locator('table').first())
  expect(rows).toHaveLength(explanations.length)
  for (const [name = '', ...cells] of rows)
    for (const [i, b] of head.slice(1).entries()) {
      const a = name.slice(0, 2)
      if (a !== b) expect(cells[i], `${a} over ${b}`).toBe(String(supporters(ballots, a, b)))
    }
  const proof = (name: string) => page.locator('details', { hasText: name }).locator('table').first()
  const figures = async (name: string) =>
    Object.fromEntries((await rowsOf(proof(name))).slice(1).map(([option = '', n]) => [option, Number(n)]))
  const [chosen, points] = [await figures('First choices alone:'), await figures('Borda:')]
  for (const { code } of explanations) {
    expect(chosen[short(code)], code).toBe(firsts(ballots, code))
    expect(points[short(code)], code).toBe(borda(ballots, code))
  }
}

/** Moves that are shown are right, small ones are not shown, and the sums are those of both votes. */
export async function expectMoves(page: Page, voters: Voter[], explanations: Named[]): Promise<void> {
  const pairs = voters.map((v) => ({ before: v.before.ranking, after: v.after.ranking }))
  const codeOf = (short: string) => explanations.find((e) => e.shortName === short)?.code ?? ''
  const figure = page.getByRole('figure', { name: 'First choices before and after' })
  await figure.getByText('Show as table').click()
  const [head = [], ...rows] = await rowsOf(figure.locator('table'))
  const all = rows.pop() ?? []
  for (const [from = '', ...cells] of rows)
    for (const [i, to] of head.slice(1, -1).entries()) {
      const truth = moves(pairs, codeOf(from), codeOf(to))
      if (isSmall(truth)) expect(cells[i], `${from} to ${to}`).toContain('not shown')
      else expect(cells[i], `${from} to ${to}`).toMatch(new RegExp(`^${truth}$|not shown`))
    }
  const counted = (wave: 'before' | 'after', short: string) =>
    String(
      firsts(
        pairs.map((p) => p[wave]),
        codeOf(short),
      ),
    )
  for (const row of rows) expect(row.at(-1)).toBe(counted('before', row[0] ?? ''))
  for (const [i, to] of head.slice(1, -1).entries()) expect(all[i + 1]).toBe(counted('after', to))
  await expect(figure.getByRole('img', { name: /Stayed: 3 with Neoclassical realism/ })).toBeAttached()
}
