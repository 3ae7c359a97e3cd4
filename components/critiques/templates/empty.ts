import type { TemplateDraft } from '@/lib/critiques/templates/schema'

export const EMPTY: TemplateDraft = {
  ...{ title: '', intro: '', wordLimit: 600, example: null },
  fields: [],
  criteria: [],
}
