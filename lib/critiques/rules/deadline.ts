export { inZone } from '@/lib/time/zones'

/** Open until the moment it is due, that moment included; without a date it stays open. */
export const isOpen = (dueAt: Date | null, at: Date): boolean => dueAt === null || at <= dueAt

/** "Seoul time": how people name a zone. */
export const zoneName = (timeZone: string): string =>
  timeZone.includes('/') ? `${timeZone.split('/').at(-1)?.replaceAll('_', ' ')} time` : timeZone
