import type { TemplateDraft } from '@/lib/critiques/template-schema'

export const EMPTY: TemplateDraft = {
  ...{ title: '', intro: '', wordLimit: 600, example: null },
  fields: [],
  criteria: [],
}
