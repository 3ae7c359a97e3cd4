import type { Result } from '@/lib/server/action'

/** What was wrong, by the names of the form's fields, whatever list the command was given. */
export function wrongFields(answer: Result<unknown>): Record<string, string> {
  if (answer.ok) return {}
  const named = Object.entries(answer.fields ?? {}).map(([field, message]) => [
    field.replace(/^(evidence|explanations)\.0\./, '').replace(/^(anchor|passage)(\..*)?$/, 'passage'),
    message,
  ])
  return Object.fromEntries(named)
}
