import type { Typed } from '../platform/typedForm.ts'
import { evidenceKinds, evidenceWords } from '../roster/index.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import { ErrorSummary, type FieldError, RequiredNote } from '../ui/errorSummary.tsx'
import { Field, Select } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { PageHead, Section } from '../ui/pageHead.tsx'
import { paperCells } from './ClaimParts.tsx'
import { ClaimState } from './ClaimState.tsx'
import { otherKind, stateKind } from './claimForm.ts'
import type { ClaimsView } from './claimView.ts'
import { claimWords } from './claimWords.ts'
import { limits } from './limits.ts'
import { OwnNameField } from './OwnNameField.tsx'
import { trainingPaths } from './paths.ts'
import { StudyLinks } from './StudyLinks.tsx'
import { typedField } from './typedField.ts'

type Props = {
  readonly view: ClaimsView
  readonly lang: Language
  /** The paper that this form enters, however often it is sent. */
  readonly id: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Papers of other bodies: those one entered, and a form for another. */
export const ClaimsPage = (props: Props) => {
  const { view, lang, errors } = props
  const say = claimWords[lang]
  return (
    <>
      <PageHead title={say.title} lead={say.lead} />
      <ErrorSummary errors={errors} lang={lang} />
      <StudyLinks region={view.region} lang={lang} current="way" />
      <ClaimForm {...props} />
      <Section title={say.yours}>
        <DataTable
          caption={say.yours}
          captionHidden
          columns={[
            { label: say.paper },
            { label: say.issuer },
            { label: say.holds },
            { label: say.stateLabel },
          ]}
          rows={view.claims.map((claim) => ({
            key: claim.id,
            cells: [...paperCells(claim, lang), <ClaimState claim={claim} lang={lang} own />],
          }))}
          empty={<p class="muted">{say.none}</p>}
        />
      </Section>
      <p>
        <a href={trainingPaths.ownWay(view.region.slug)}>← {say.way}</a>
      </p>
    </>
  )
}

const ClaimForm = ({ view, lang, id, typed, errors }: Props) => {
  const say = claimWords[lang]
  const issuers = view.certifiedBy?.join(' / ')
  const at = typedField(typed, errors)
  return (
    <Card title={say.add}>
      <form method="post" action={trainingPaths.claims(view.region.slug)} novalidate>
        <RequiredNote lang={lang} />
        <input type="hidden" name="id" value={id} />
        <OwnNameField {...{ view, at }} label={say.name} />
        <Select
          {...at('kind')}
          label={say.kind}
          required
          lang={lang}
          options={[
            ...view.kinds.map((kind) => ({ value: kind, label: kind })),
            ...(issuers === undefined ? [] : [{ value: stateKind, label: say.state(issuers) }]),
            { value: otherKind, label: say.other },
          ]}
        />
        <Field {...at('otherKind')} label={say.otherKind} autocomplete="off" maxlength={limits.kind} />
        <Field
          {...at('issuer')}
          label={say.issuer}
          hint={issuers === undefined ? say.issuerHint : say.issuerLaw(issuers)}
          suggestions={view.certifiedBy ?? undefined}
          autocomplete="off"
          maxlength={limits.issuer}
          required
        />
        <Field {...at('number')} label={say.number} autocomplete="off" maxlength={limits.number} required />
        <Field {...at('issuedOn')} label={say.issuedOn} type="date" required />
        <Field {...at('expiresOn')} label={say.expiresOn} hint={say.expiresHint} type="date" required />
        <Select
          {...at('evidenceKind')}
          label={say.evidenceKind}
          required
          lang={lang}
          options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[lang][kind] }))}
        />
        <Field
          {...at('evidenceKept')}
          label={say.evidenceKept}
          hint={say.evidenceHint}
          autocomplete="off"
          maxlength={limits.evidenceKept}
          required
        />
        <Actions>
          <Button look="primary">{say.enter}</Button>
        </Actions>
      </form>
    </Card>
  )
}

/** What a field is called, for the list of what is wrong. */
export function claimLabel(field: string, lang: Language): string | undefined {
  const say = claimWords[lang]
  const {
    name,
    kind,
    otherKind: other,
    issuer,
    number,
    issuedOn,
    expiresOn,
    evidenceKind,
    evidenceKept,
    why,
  } = say
  const labels: Readonly<Record<string, string>> = {
    ...{ name, kind, otherKind: other, issuer, number, issuedOn, expiresOn, evidenceKind, evidenceKept, why },
  }
  return labels[field]
}
