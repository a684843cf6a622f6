import type { Child } from 'hono/jsx'
import { DataTable } from '../ui/dataTable.tsx'
import { fieldId } from '../ui/field.tsx'
import { Section } from '../ui/pageHead.tsx'
import { policyWords } from './policyWords.ts'
import { type FormState, SettingError, SettingInput, SettingSource } from './SettingField.tsx'
import { pathsIn, type SettingGroup } from './settingGroup.ts'
import { settingLabel } from './settingSaid.ts'
import { type PolicyPath, settings, type WindowName, windowNames } from './settings.ts'
import { settingWords, unitWord, windowParts } from './settingWords.ts'

/** One group of settings under its heading. */
export const PolicyGroup = ({ group, form }: { group: SettingGroup; form: FormState }) => {
  const say = policyWords[form.lang]
  return (
    <Section title={say.group[group]}>
      <p class="muted">{say.groupLead[group]}</p>
      {group === 'windows' ? <WindowTable form={form} /> : <SettingTable group={group} form={form} />}
    </Section>
  )
}

/** Name, value with its unit, and what stands behind the default. */
const SettingTable = ({ group, form }: { group: SettingGroup; form: FormState }) => {
  const say = policyWords[form.lang]
  return (
    <DataTable
      caption={say.group[group]}
      captionHidden
      columns={[{ label: say.setting }, { label: say.value }, { label: say.source }]}
      rows={pathsIn(group).map((path) => ({
        key: path,
        cells: [
          form.fixed ? (
            settingLabel(path, form.lang)
          ) : (
            <label for={fieldId(path)}>{settingLabel(path, form.lang)}</label>
          ),
          <Wrong error={form.errors[path]}>
            <SettingInput path={path} {...form} />{' '}
            <span class="muted small">{unitWord(path, form.lang)}</span>
            {form.errors[path] === undefined ? null : (
              <SettingError paths={[path]} message={form.errors[path]} />
            )}
          </Wrong>,
          <p class="small">
            <SettingSource paths={[path]} {...form} />
          </p>,
        ],
      }))}
    />
  )
}

/** A line for each kind of intervention, its three hours beside each other. */
const WindowTable = ({ form }: { form: FormState }) => {
  const say = policyWords[form.lang]
  const { window, part } = settingWords[form.lang]
  const hours = (name: string) => say.inHours(name)
  return (
    <DataTable
      caption={say.group.windows}
      captionHidden
      columns={[
        { label: say.intervention },
        ...windowParts.map((one) => ({ label: hours(part[one]) })),
        { label: say.source },
      ]}
      rows={windowNames.map((name) => ({
        key: name,
        cells: [
          <b>{window[name]}</b>,
          ...windowParts.map((one) => (
            <Wrong error={form.errors[`windows.${name}.${one}`]}>
              <SettingInput path={`windows.${name}.${one}`} named {...form} />
            </Wrong>
          )),
          <WindowSources name={name} form={form} />,
        ],
      }))}
    />
  )
}

/** What concerns a window: what is wrong first, then the sources, each told once. */
const WindowSources = ({ name, form }: { name: WindowName; form: FormState }) => {
  const { part } = settingWords[form.lang]
  const paths = windowParts.map((one) => `windows.${name}.${one}` as const)
  const partOf = (path: PolicyPath) => part[path.split('.')[2] as keyof typeof part]
  return (
    <div>
      {alike(paths, (path) => form.errors[path]).map(([message, some]) => (
        <SettingError paths={some} message={message} key={message} />
      ))}
      {alike(paths, (path) => settings[path].source).map(([source, some]) => (
        <p class="small" key={source}>
          <span class="muted">{some.map(partOf).join(', ')}:</span> <SettingSource paths={some} {...form} />
        </p>
      ))}
    </div>
  )
}

/** A mark at the input, but no box around what is right: nested grids in every cell take phones seconds to lay out. */
const Wrong = ({ error, children }: { error: string | undefined; children?: Child }) => (
  <div class={error === undefined ? undefined : 'field wrong'}>{children}</div>
)

function alike<Value extends string>(
  paths: readonly PolicyPath[],
  of: (path: PolicyPath) => Value | undefined,
): [Value, PolicyPath[]][] {
  const found = new Map<Value, PolicyPath[]>()
  for (const path of paths) {
    const value = of(path)
    if (value !== undefined) found.set(value, [...(found.get(value) ?? []), path])
  }
  return [...found]
}
