export { seeded, shuffle } from '@/lib/random/seeded'
