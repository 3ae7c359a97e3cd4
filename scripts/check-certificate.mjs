// Checks the certificates of a count against its ballots, without any part of what counted them:
//   node scripts/check-certificate.mjs certificates.json
// The file is what a closed poll's page gives; any other with { certificates, ballots } will do. Needs Node.js alone.
import { readFileSync } from 'node:fs'
import { check } from '../lib/polls/certificate/checker.mjs'

const [path] = process.argv.slice(2)
if (!path) {
  console.error('Say which file: node scripts/check-certificate.mjs certificates.json')
  process.exit(2)
}
const { certificates, ballots } = JSON.parse(readFileSync(path, 'utf8'))
let wrong = 0
for (const certificate of certificates) {
  const result = check(certificate, ballots)
  const answer = result.ok ? `holds: ${certificate.winners.join(' = ')}` : `DOES NOT HOLD. ${result.fault}`
  console.log(`${String(certificate.method).padEnd(14)}${answer}`)
  if (!result.ok) wrong += 1
}
process.exit(wrong > 0 ? 1 : 0)
