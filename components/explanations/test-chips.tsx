import { TEST_NAMES, TEST_WORDS, type Tested } from '@/lib/explanations/rules/process-tracing'

const TONES = {
  passes: 'text-good',
  strained: 'text-warn',
  fails: 'text-bad',
  contested: 'text-warn',
} as const

/** What kind of test a row is to which explanation; what the kind means, one click away. */
export function TestChips({ tests, text }: { tests: Tested[]; text: string }) {
  if (tests.length === 0) return text ? <span>{text}</span> : null
  const types = [...new Set(tests.map((test) => test.type))]
  return (
    <div className="grid gap-1.5">
      <ul className="flex flex-wrap gap-1.5">
        {tests.map((test) => (
          <li
            key={`${test.type} ${test.code} ${test.over}`}
            className="inline-flex min-h-[22px] flex-wrap items-center gap-x-1.5 rounded-xl bg-sunk px-2 py-0.5 text-12 text-ink-2"
          >
            <span>{TEST_NAMES[test.type]}</span>
            <b className="font-semibold text-ink">
              {test.code}
              {test.over ? ` over ${test.over}` : ''}
            </b>
            {test.reading ? <span className={TONES[test.reading]}>{test.reading}</span> : null}
          </li>
        ))}
      </ul>
      {types.map((type) => (
        <p key={type} className="text-12 text-ink-3">
          <span className="font-medium">{TEST_NAMES[type]}.</span> {TEST_WORDS[type]}
        </p>
      ))}
    </div>
  )
}
