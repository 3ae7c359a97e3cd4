import type { Seminar, Template } from '../schema'
import { checker } from './checker'
import { codesOf, keysOf } from './names'

const check = checker('templates.yaml')

export function checkTemplates({ templates }: Seminar): void {
  check.unique('templates', codesOf(templates))
  for (const template of templates) checkTemplate(template)
}

function checkTemplate({ code, fields, rubric, example }: Template): void {
  const path = `templates › ${code}`
  const weight = rubric.criteria.reduce((sum, criterion) => sum + criterion.weight, 0)
  const sum = `is ${rubric.outOf}, but the weights add up to ${weight}`
  check.unique(`${path} › fields`, codesOf(fields))
  check.unique(`${path} › rubric › criteria`, keysOf(rubric.criteria))
  check.that(weight === rubric.outOf, `${path} › rubric › outOf`, sum)
  check.every(`${path} › example › fields`, Object.keys(example.fields), new Set(codesOf(fields)), 'a field')
}
