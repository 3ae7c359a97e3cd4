import { claimCode, type Relation } from '../tree'
import { comesBack, dataBlock, escaped } from './argdown-text'
import { metaOf } from './graph'
import type { ArgumentMap } from './map'
import { writeMeta } from './meta'

const SIGN: Record<Relation, string> = { SUPPORTS: '+', OPPOSES: '-', UNDERCUTS: '_' }

const statement = (title: string, text: string, data: Record<string, unknown>): string => {
  const all = comesBack(text) ? data : { ...data, text }
  return `[${title}]: ${escaped(text)}${Object.keys(all).length ? ` ${dataBlock(all)}` : ''}`
}

/**
 * The argument in Argdown (argdown.org): the motion, and under each statement, two spaces further in, what supports (+),
 * attacks (-) and undercuts (_) it. What Argdown has no signs for (author, role, linked premises, sources) is data in
 * braces behind the statement.
 */
export function writeArgdown(map: ArgumentMap): string {
  const depths = new Map<number | null, number>([[null, 0]])
  const lines = map.claims.map((claim) => {
    const depth = (depths.get(claim.parent) ?? 0) + 1
    depths.set(claim.number, depth)
    const words = statement(claimCode(claim.number), claim.text, writeMeta(metaOf(claim)))
    return `${'  '.repeat(depth)}${SIGN[claim.relation]} ${words}`
  })
  return [statement('Motion', map.motion, {}), ...lines, ''].join('\n')
}
