import type { AgencyId } from '../platform/ids.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { ErrorSummary, type FieldError } from '../ui/errorSummary.tsx'
import { Field } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/pageHead.tsx'
import type { Agency, Region } from './agency.ts'
import { agencyPhoneWords } from './agencyPhoneWords.ts'
import { regionPaths } from './paths.ts'

type Props = {
  lang: Language
  region: Region
  agencies: readonly Agency[]
  domains: ReadonlyMap<AgencyId, readonly string[]>
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
  kept: boolean
}

/** One number an agency; each is kept by itself. */
export const AgencyPhones = ({ lang, region, agencies, domains, typed, errors, kept }: Props) => {
  const say = agencyPhoneWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary lang={lang} errors={errors} />
      {kept ? (
        <Notice tone="ok" live>
          {say.kept}
        </Notice>
      ) : null}
      {agencies.map((agency) => (
        <Card key={agency.id}>
          <form method="post" action={regionPaths.agencyPhones(region.slug)} novalidate>
            <input type="hidden" name="agency" value={agency.id} />
            <Field
              name={agency.id}
              label={`${agency.name} · ${agency.town}`}
              type="tel"
              inputmode="tel"
              value={typed[agency.id] ?? agency.phone ?? ''}
              error={errors.find((error) => error.field === agency.id)?.message}
            />
            <Button>{say.keep}</Button>
          </form>
          <form method="post" action={regionPaths.agencyMail(region.slug)} novalidate>
            <input type="hidden" name="agency" value={agency.id} />
            <Field
              name={`mail_${agency.id}`}
              label={say.mail(agency.name)}
              hint={say.mailHint}
              autocomplete="off"
              maxlength={2000}
              value={typed[`mail_${agency.id}`] ?? (domains.get(agency.id) ?? []).join(', ')}
              error={errors.find((error) => error.field === `mail_${agency.id}`)?.message}
            />
            <Button>{say.keep}</Button>
          </form>
        </Card>
      ))}
    </>
  )
}
