import { ScatterPlot } from '@/components/plots/scatter-plot'
import { StackPlot } from '@/components/plots/stack-plot'
import { Dot } from '@/components/polls/option'
import { Section } from '@/components/ui/page'
import type { Apart, United } from '@/lib/polls/surveys/rules/represent'
import type { SurveyPage, SurveyResult } from '@/lib/polls/surveys/schema'
import { PARTS } from './stances'

type Props = { survey: SurveyPage; result: SurveyResult }
type TextOf = (id: string) => string | null

/** The answer stands above; here are the groups in words, what unites all, the map, every statement, and how it was found. */
export function SurveyResultView({ survey, result }: Props) {
  const words = new Map(survey.statements.map((s) => [s.id, s.text]))
  const text: TextOf = (id) => words.get(id) ?? null
  return (
    <>
      {result.groups.length > 0 ? <GroupsInWords result={result} text={text} /> : null}
      <Unites result={result} text={text} />
      {result.groups.length > 0 ? <OpinionMap survey={survey} result={result} /> : null}
      <EveryStatement survey={survey} result={result} text={text} />
      <Section title="How it was found">
        <ol className="max-w-[70ch] list-decimal space-y-1.5 pl-5 text-14 text-ink-2">
          {result.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="mt-3 max-w-[70ch] text-13 text-ink-3">
          After Small, Bjorkegren, Erkkilä, Shaw and Megill, “Polis: Scaling deliberation by mapping high
          dimensional opinion spaces” (2021). Nobody’s votes are shown, and no group of fewer than three.
        </p>
      </Section>
    </>
  )
}

const heard = ({ stance, here, elsewhere }: Apart): string =>
  `${here.count} of ${here.of} ${stance}; elsewhere ${elsewhere.count} of ${elsewhere.of}`

function GroupsInWords({ result, text }: { result: SurveyResult; text: TextOf }) {
  return (
    <Section
      title="What sets each group apart"
      sub="What most of the group hold and the others do not. The groups were made from these very votes, so this describes them; it tests nothing."
    >
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        {result.groups.map((group, i) => (
          <section key={group.name} className="border-t border-rule pt-3">
            <h3 className="flex items-center gap-2.5 text-19">
              <Dot hue={group.hue} />
              {group.name}
              <span className="num font-sans text-13 font-normal text-ink-3">
                {group.people} people{result.own?.group === i ? ', you among them' : ''}
              </span>
            </h3>
            {group.apart.length === 0 ? (
              <p className="mt-2 text-14 text-ink-2">
                No single statement sets it apart; it differs by many small things.
              </p>
            ) : null}
            <ul className="mt-2 grid gap-3">
              {group.apart.map((apart) => (
                <li key={`${apart.statement} ${apart.stance}`}>
                  <p className="font-serif text-16 leading-snug">
                    {apart.stance === 'agree' ? 'Agrees' : 'Disagrees'} that{' '}
                    {text(apart.statement) ? `“${text(apart.statement)}”` : '(taken out)'}
                  </p>
                  <p className="num text-13 text-ink-3">{heard(apart)}</p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  )
}

const shared = ({ least }: United): string => `${Math.round(least * 100)}%`

function Unites({ result, text }: { result: SurveyResult; text: TextOf }) {
  const united = result.united.filter((u) => text(u.statement) !== null)
  const grouped = result.groups.length > 0
  return (
    <Section
      title="What unites all"
      sub={
        grouped
          ? 'Views that at least 60% of every group hold.'
          : 'Views that at least 60% of those who voted hold.'
      }
    >
      {united.length === 0 ? (
        <p className="text-14 text-ink-2">No statement is shared that widely.</p>
      ) : (
        <ul className="max-w-[860px] border-t border-rule">
          {united.map((u) => (
            <li
              key={`${u.statement} ${u.stance}`}
              className="grid items-baseline gap-x-6 border-b border-rule py-2 sm:grid-cols-[1fr_auto]"
            >
              <span className="font-serif text-16 leading-snug">{text(u.statement)}</span>
              <span className="num text-13 whitespace-nowrap text-ink-3">
                {u.stance}: {grouped ? `${shared(u)} or more in each` : shared(u)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function OpinionMap({ survey, result }: Props) {
  const { groups, clouds, own } = result
  const people = groups.map((g) => `${g.name}, ${g.people} people`).join('; ')
  const rows = groups.map((g, i) => [g.name, g.people, ...(clouds[i]?.centre ?? [0, 0])])
  const mine = own ? [['You', null, ...own.at] as (string | number | null)[]] : []
  return (
    <Section
      title="The map of opinion"
      sub="People who vote alike stand near each other. Clouds show where a group lies, never anybody’s own place: yours is marked for you alone."
    >
      <ScatterPlot
        quiet
        title="The map of opinion"
        file={`${survey.slug}-map`}
        clouds={clouds.map((cloud, i) => ({
          ...cloud,
          key: groups[i]?.name ?? '',
          label: `${groups[i]?.name} · ${groups[i]?.people}`,
          hue: groups[i]?.hue ?? 'h6',
        }))}
        marks={own ? [{ key: 'you', label: 'You', at: own.at, hue: 'ink' }] : []}
        ends={result.ends ?? undefined}
        twin={{ columns: ['', 'People', 'Across', 'Up'], rows: [...rows, ...mine] }}
        says={`${people}.${own ? ` You stand in ${groups[own.group]?.name}.` : ''}`}
      />
    </Section>
  )
}

/** All of them in one plot, and each group's own where there are groups. */
function EveryStatement({ survey, result, text }: Props & { text: TextOf }) {
  const rows = result.counts.flatMap(({ statement, all, groups }) => {
    const label = text(statement)
    return label === null ? [] : [{ key: statement, label, all, groups }]
  })
  const shown = rows.filter((r) => r.all)
  const share = (r: (typeof rows)[number]) =>
    r.all ? r.all.agree / (r.all.agree + r.all.pass + r.all.disagree) : 0
  const ordered = [...rows].sort((a, b) => share(b) - share(a))
  if (shown.length === 0) return null
  return (
    <Section
      title="Every statement"
      sub={`Votes of the ${result.placed} who voted on enough statements. Where fewer than three of all or of a group voted on a statement, their counts are not shown.`}
    >
      <StackPlot
        quiet
        title="Votes on every statement"
        file={`${survey.slug}-statements`}
        parts={PARTS}
        rows={ordered.flatMap((r) => (r.all ? [{ key: r.key, label: r.label, counts: r.all }] : []))}
      />
      {result.groups.length > 0 ? (
        <details className="mt-6">
          <summary className="cursor-pointer text-14 font-medium">By group</summary>
          <div className="mt-4 grid gap-10">
            {result.groups.map((group, i) => (
              <StackPlot
                key={group.name}
                title={`${group.name}, ${group.people} people`}
                file={`${survey.slug}-${group.name.toLowerCase().replace(' ', '-')}`}
                parts={PARTS}
                rows={ordered.flatMap((r) => {
                  const counts = r.groups[i]
                  return counts ? [{ key: r.key, label: r.label, counts }] : []
                })}
              />
            ))}
          </div>
        </details>
      ) : null}
    </Section>
  )
}
