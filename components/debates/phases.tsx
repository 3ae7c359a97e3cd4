import { TableFrame } from '@/components/ui/bits'
import { lasts } from '@/lib/debates/rules/lasts'
import type { Phase } from '@/lib/debates/schema'

const CELL = 'py-2 pr-4 align-baseline'

/** The order of the debate. On a phone "who" and "what" stand under the name. */
export function Phases({ phases }: { phases: Phase[] }) {
  return (
    <TableFrame label="Phases of the debate">
      <table className="w-full max-w-[860px] text-14">
        <thead>
          <tr className="border-b border-rule-strong text-left text-12 text-ink-3">
            <th scope="col" className={`${CELL} w-8 font-medium`}>
              <span className="sr-only">Number</span>
            </th>
            <th scope="col" className={`${CELL} font-medium`}>
              Phase
            </th>
            <th scope="col" className={`${CELL} font-medium text-right`}>
              Time
            </th>
            <th scope="col" className={`${CELL} font-medium max-sm:hidden`}>
              Who
            </th>
            <th scope="col" className={`${CELL} font-medium max-sm:hidden`}>
              What happens
            </th>
          </tr>
        </thead>
        <tbody>
          {phases.map((phase, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: phases have no other identity than their place
            <tr key={index} className="border-b border-rule">
              <td className={`${CELL} num text-ink-3`}>{index + 1}</td>
              <th scope="row" className={`${CELL} text-left font-medium sm:whitespace-nowrap`}>
                {phase.name}
                <span className="sm:hidden block font-normal text-13 text-ink-2">
                  {[phase.who, phase.purpose].filter(Boolean).join(': ')}
                </span>
              </th>
              <td className={`${CELL} num text-right whitespace-nowrap`}>{lasts(phase.minutes)}</td>
              <td className={`${CELL} text-ink-2 max-sm:hidden whitespace-nowrap`}>{phase.who}</td>
              <td className={`${CELL} text-ink-2 max-sm:hidden`}>{phase.purpose}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

export const lastsAltogether = (phases: Phase[]): string =>
  lasts(phases.reduce((sum, p) => sum + p.minutes, 0))
