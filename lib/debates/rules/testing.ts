import fc from 'fast-check'
import type { Node, Relation } from './tree'

const relation = fc.constantFrom<Relation>('SUPPORTS', 'OPPOSES', 'UNDERCUTS')

/** A forest: claim n hangs on nothing or on one that came before it; handed over in any order. */
export const forests = fc
  .array(fc.record({ relation, up: fc.nat(), group: fc.option(fc.nat({ max: 2 })) }), { maxLength: 40 })
  .map((seeds) =>
    seeds.map(({ relation, up, group }, i): Node => {
      const parent = up % (i + 1)
      const parentId = parent === i ? null : `c${parent}`
      return {
        ...{ id: `c${i}`, number: i + 1, parentId, linkGroup: group },
        relation: parentId === null && relation === 'UNDERCUTS' ? 'OPPOSES' : relation,
      }
    }),
  )
  .chain((forest) => fc.shuffledSubarray(forest, { minLength: forest.length }))
