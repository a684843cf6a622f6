import type { AgencyId } from '../platform/ids.ts'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { duration } from '../ui/moment.ts'
import { Section } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { KeptView, LearnerLine } from './keepView.ts'
import { keepWords } from './keepWords.ts'
import { trainingPaths } from './paths.ts'
import { howWords, stateWords, testWords } from './recordWords.ts'

type Props = { view: KeptView; lang: Language; agencyName: (id: AgencyId | null) => string | null }

/** Who is in a course, and how far: counts of what was done, and no answer of anybody. */
export const LearnersTable = ({ view, lang, agencyName }: Props) => {
  const say = keepWords[lang]
  const { course, region } = view
  const sections = course.lessons.reduce((all, one) => all + one.sections.length, 0)
  const came = (one: LearnerLine) => {
    const agency = agencyName(one.agencyId)
    return agency === null ? howWords[lang][one.how] : `${howWords[lang][one.how]}, ${agency}`
  }
  return (
    <Section title={say.learnersTitle}>
      <p class="muted">{say.learnersLead}</p>
      {view.named === 0 ? null : <p>{say.named(view.named)}</p>}
      <DataTable
        caption={say.learnersTitle}
        captionHidden
        columns={[
          ...[{ label: say.name }, { label: say.how }, { label: say.state }, { label: say.read }],
          ...(course.practice.length === 0 ? [] : [{ label: say.practised }]),
          ...(course.test === null ? [] : [{ label: say.test }]),
          { label: say.room },
          ...(course.skills.length === 0 ? [] : [{ label: say.skills }]),
          { label: say.certificate },
        ]}
        rows={view.learners.map((one) => ({
          key: one.enrolmentId,
          cells: [
            one.name,
            came(one),
            <Tag tone={one.state === 'finished' ? 'ok' : one.state === 'asked' ? 'amber' : 'neutral'}>
              {stateWords[lang][one.state]}
            </Tag>,
            say.ofAll(one.sectionsRead, sections),
            ...(course.practice.length === 0 ? [] : [say.ofAll(one.practised, course.practice.length)]),
            ...(course.test === null ? [] : [testWords[lang][one.test]]),
            duration(one.inPersonMinutes, lang),
            ...(course.skills.length === 0 ? [] : [say.ofAll(one.skillsShown, course.skills.length)]),
            one.certificateId === null ? (
              '–'
            ) : (
              <a href={trainingPaths.revocation(region.slug, one.certificateId)}>
                {say.revoke} <span class="unseen">{say.certificateOf(one.name)}</span>
              </a>
            ),
          ],
        }))}
        empty={<p class="muted">{say.learnersNone}</p>}
      />
    </Section>
  )
}
