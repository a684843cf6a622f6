import { Actions, Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/errorSummary.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import { Tag } from '../ui/tag.tsx'
import type { Region } from './agency.ts'
import { type HistoryEntry, PolicyHistory } from './PolicyHistory.tsx'
import { PolicyGroup } from './PolicyTable.tsx'
import { regionPaths } from './paths.ts'
import type { Policy } from './policy.ts'
import type { PolicyErrors } from './policyErrors.ts'
import { policyWords } from './policyWords.ts'
import { settingGroups } from './settingGroup.ts'

type Props = {
  lang: Language
  region: Region
  version: number
  policy: Policy
  history: readonly HistoryEntry[]
  typed: Readonly<Record<string, string>>
  errors: PolicyErrors
  /** Just saved: this version. */
  saved: boolean
  /** For those who work under it and don't decide it. */
  fixed: boolean
}

/** Every setting in one form, the history below it. */
export const PolicyPage = ({
  lang,
  region,
  version,
  policy,
  history,
  typed,
  errors,
  saved,
  fixed,
}: Props) => {
  const say = policyWords[lang]
  const groups = settingGroups.map((group) => (
    <PolicyGroup key={group} group={group} form={{ lang, policy, typed, errors: errors.at, fixed }} />
  ))
  return (
    <>
      <PageHead title={say.title} lead={say.lead} aside={<Tag>{say.version(String(version))}</Tag>} />
      {saved ? (
        <Notice tone="ok" live>
          {say.saved(String(version))}
        </Notice>
      ) : null}
      <ErrorSummary lang={lang} errors={errors.summary} />
      {fixed ? (
        <>
          <Notice>{say.fixed}</Notice>
          {groups}
        </>
      ) : (
        <form method="post" action={regionPaths.policy(region.slug)} novalidate>
          <input type="hidden" name="version" value={String(version)} />
          {groups}
          <Actions>
            <Button look="primary">{say.save}</Button>
          </Actions>
        </form>
      )}
      <PolicyHistory lang={lang} timeZone={region.timeZone} history={history} />
    </>
  )
}
