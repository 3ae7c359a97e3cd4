import type { Part } from '../set-up/roles'
import type { Side } from './seats'

export type Role = { side: Side | null; label: string; part: Part }

/** Whether somebody may speak in a phase; who has no role in the debate is of the jury. */
export function maySpeak(speakers: readonly string[], role: Role | null): boolean {
  return speakers.some((token) => {
    if (token === 'ALL') return true
    if (token === 'JURORS') return role === null || role.part === 'JUROR'
    if (token === 'CHAIR') return role?.part === 'CHAIR'
    if (token === 'FOR' || token === 'AGAINST') return role?.side === token && role.part === 'SPEAKER'
    return isNamed(token, role)
  })
}

const isNamed = (token: string, role: Role | null): boolean =>
  role !== null && role.label.toLowerCase() === token.toLowerCase()

/** Whether the phase names this role by its label: it speaks then without raising a hand. */
export const speaksByName = (speakers: readonly string[], role: Role | null): boolean =>
  speakers.some((token) => isNamed(token, role))

const GROUPS: Record<string, string> = {
  ALL: 'Everybody',
  JURORS: 'Jurors',
  CHAIR: 'The chair',
  FOR: 'The Proposition',
  AGAINST: 'The Opposition',
}

/** Who may speak, as a person says it: "Amara Quillfeather (P1)", "Jurors". A place without anybody is its label. */
export const speakersOf = (
  speakers: readonly string[],
  roles: readonly (Role & { name: string })[],
): string[] =>
  speakers.map((token) => {
    const role = roles.find((r) => isNamed(token, r))
    return GROUPS[token] ?? (role ? `${role.name} (${role.label})` : token)
  })
