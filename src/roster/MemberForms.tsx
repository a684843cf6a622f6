import type { Child } from 'hono/jsx'
import type { AgencyId } from '../platform/ids.ts'
import { Button, type ButtonLook } from '../ui/button.tsx'
import { Checkbox, Field, Select } from '../ui/inputs.tsx'
import { deselectionGrounds, reinstatementGrounds, suspensionGrounds } from './grounds.ts'
import type { MemberPageProps } from './MemberPage.tsx'
import { type MemberAct, memberActs } from './memberAct.ts'
import { evidenceKinds } from './memberFile.ts'
import { memberWords } from './memberWords.ts'
import { OwnGender } from './OwnGender.tsx'
import { rosterPaths } from './paths.ts'
import { evidenceWords, groundWords } from './words.ts'

type FormProps = MemberPageProps & { children?: Child }

/** A form that opens when asked for, and stays open while something in it is wrong. */
const ActForm = (
  props: FormProps & { act: MemberAct; title: string; fields?: readonly string[]; look?: ButtonLook },
) => {
  const { view, act, title, errors, fields = [] } = props
  if (!props.may(memberActs[act])) return null
  const wrong = errors.some((error) => error.field !== null && fields.includes(error.field))
  const form = (
    <form method="post" action={rosterPaths.act(view.region.slug, view.member.id, act)} novalidate>
      {props.children}
      <p>
        <Button look={props.look ?? 'plain'}>{title}</Button>
      </p>
    </form>
  )
  if (fields.length === 0) return form
  return (
    <details open={wrong}>
      <summary>{title}</summary>
      {form}
    </details>
  )
}

/** What has happened is most often entered that day; what lies ahead has no likely day. */
const DayField = ({
  name,
  label,
  ahead = false,
  ...props
}: MemberPageProps & { name: string; label: string; ahead?: boolean }) => (
  <Field
    name={name}
    label={label}
    type="date"
    required
    value={props.typed[name] ?? (ahead ? undefined : props.view.today.toString())}
    error={errorOf(props, name)}
  />
)

const Line = ({
  name,
  label,
  hint,
  ...props
}: MemberPageProps & { name: string; label: string; hint?: string }) => (
  <Field
    name={name}
    label={label}
    hint={hint}
    required
    autocomplete="off"
    maxlength={80}
    value={props.typed[name]}
    error={errorOf(props, name)}
  />
)

export const PaperForms = (props: MemberPageProps & { designated: boolean }) => {
  const { lang, typed } = props
  const say = memberWords[lang]
  return (
    <>
      <ActForm
        {...props}
        act="credential"
        title={say.addPaper}
        fields={['kind', 'issuer', 'number', 'issuedOn', 'expiresOn', 'evidenceKind', 'evidenceKept']}
      >
        <Line {...props} name="kind" label={say.kind} hint={say.kindHint} />
        <Line {...props} name="issuer" label={say.issuer} />
        <Line {...props} name="number" label={say.number} />
        <DayField {...props} name="issuedOn" label={say.issuedOn} />
        <DayField {...props} name="expiresOn" label={say.expiresOn} ahead />
        <Select
          name="evidenceKind"
          label={say.evidenceKind}
          lang={lang}
          value={typed.evidenceKind}
          error={errorOf(props, 'evidenceKind')}
          options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceWords[lang][kind] }))}
        />
        <Field
          name="evidenceKept"
          label={say.evidenceKept}
          autocomplete="off"
          maxlength={80}
          value={typed.evidenceKept}
          error={errorOf(props, 'evidenceKept')}
        />
      </ActForm>
      <ActForm {...props} act="agreement" title={say.agreement} fields={['signedOn']}>
        <DayField {...props} name="signedOn" label={say.signedAgain} />
      </ActForm>
      {props.designated ? (
        <ActForm {...props} act="designation-end" title={say.endDesignation} fields={['endedOn']}>
          <DayField {...props} name="endedOn" label={say.endedOn} />
        </ActForm>
      ) : (
        <ActForm {...props} act="designation" title={say.designate} fields={['document', 'designatedOn']}>
          <Line {...props} name="document" label={say.document} />
          <DayField {...props} name="designatedOn" label={say.designatedOn} />
        </ActForm>
      )}
    </>
  )
}

export const StandingForms = (props: MemberPageProps & { selected: boolean; suspended: boolean }) => {
  const say = memberWords[props.lang]
  const grounds = (name: string, codes: readonly (keyof (typeof groundWords)['en'])[]) => (
    <Select
      name={name}
      label={say.ground}
      required
      lang={props.lang}
      value={props.typed[name]}
      error={errorOf(props, name)}
      options={codes.map((code) => ({ value: code, label: groundWords[props.lang][code] }))}
    />
  )
  return (
    <>
      {props.selected ? (
        <ActForm
          {...props}
          act="deselection"
          title={say.deselect}
          fields={['deselectionGround']}
          look="danger"
        >
          {grounds('deselectionGround', deselectionGrounds)}
        </ActForm>
      ) : (
        <ActForm {...props} act="selection" title={say.select} fields={['selectedOn']}>
          <DayField {...props} name="selectedOn" label={say.selectedOn} />
        </ActForm>
      )}
      {props.suspended ? (
        <ActForm {...props} act="reinstatement" title={say.reinstate} fields={['reinstatementGround']}>
          {grounds('reinstatementGround', reinstatementGrounds)}
        </ActForm>
      ) : (
        <ActForm {...props} act="suspension" title={say.suspend} fields={['suspensionGround']} look="danger">
          {grounds('suspensionGround', suspensionGrounds)}
        </ActForm>
      )}
    </>
  )
}

export const ContactForms = (props: MemberPageProps) => {
  const { view, typed, own } = props
  const say = memberWords[props.lang]
  return (
    <>
      {own ? (
        <form method="post" action={rosterPaths.confirmMine(view.region.slug)}>
          <Button look={view.confirmDue ? 'primary' : 'plain'}>{say.confirm}</Button>
        </form>
      ) : (
        <ActForm {...props} act="confirmation" title={say.confirm} />
      )}
      {own ? <OwnGender lang={props.lang} slug={view.region.slug} value={typed.gender} /> : null}
      <ActForm {...props} act="contact" title={say.changeMail} fields={['email']}>
        <Field
          name="email"
          label={say.email}
          type="email"
          required
          autocomplete="off"
          maxlength={254}
          value={typed.email ?? view.member.email}
          error={errorOf(props, 'email')}
        />
      </ActForm>
    </>
  )
}

/** All agencies but their first; the list is kept as it is ticked. */
export const FurtherAgenciesForm = (props: MemberPageProps) => {
  const { view, lang, typed, errors } = props
  const say = memberWords[lang]
  const cameBack = errors.some((error) => error.field === 'furtherAgencies')
  const ticked = (id: AgencyId) =>
    cameBack ? typed[`agency_${id}`] !== undefined : view.member.furtherAgencies.includes(id)
  const others = view.agencies.filter((agency) => agency.id !== view.member.agencyId)
  if (others.length === 0) return null
  return (
    <ActForm {...props} act="further-agencies" title={say.keepFurther} fields={['furtherAgencies']}>
      <fieldset class="field">
        <legend>{say.further}</legend>
        <p class="hint">{say.furtherHint}</p>
        {others.map((agency) => (
          <Checkbox
            key={agency.id}
            name={`agency_${agency.id}`}
            label={agency.name}
            checked={ticked(agency.id)}
          />
        ))}
      </fieldset>
    </ActForm>
  )
}

export const ClearanceForm = (props: MemberPageProps) => (
  <ActForm {...props} act="clearance" title={memberWords[props.lang].clear} />
)

export const LeaveForm = (props: MemberPageProps) => {
  const say = memberWords[props.lang]
  return (
    <>
      <ActForm {...props} act="leave" title={say.takeLeave} fields={['startsOn', 'endsOn']}>
        <DayField {...props} name="startsOn" label={say.startsOn} />
        <DayField {...props} name="endsOn" label={say.endsOn} ahead />
      </ActForm>
      {props.view.file.leaves.length === 0 ? null : (
        <ActForm {...props} act="leave-end" title={say.returnEarly} fields={['backOn']}>
          <DayField {...props} name="backOn" label={say.backOn} />
        </ActForm>
      )}
    </>
  )
}

function errorOf({ errors }: Pick<MemberPageProps, 'errors'>, field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message
}
