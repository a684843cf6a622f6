import { Actions, Button } from '../ui/button.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { FieldError } from '../ui/errorSummary.tsx'
import { Field, TextArea } from '../ui/inputs.tsx'
import type { Language } from '../ui/language.ts'
import { Notice } from '../ui/notice.tsx'
import { Section } from '../ui/pageHead.tsx'
import type { Path } from '../ui/path.ts'
import { keepWords } from './keepWords.ts'
import { listFault } from './listWords.ts'
import type { NameList } from './nameList.ts'

/** A list that was read, with its text: it travels with the form, and nothing is stored between. */
export type CheckedList = { readonly list: NameList; readonly text: string }

type Props = {
  action: Path
  lang: Language
  pasted: string
  checked: CheckedList | null
  errors: readonly FieldError[]
}

/** People to enrol at once: looked at first, and taken whole once that is confirmed. */
export const ListForm = ({ action, lang, pasted, checked, errors }: Props) => {
  const say = keepWords[lang]
  const error = (field: string) => errors.find((one) => one.field === field)?.message
  return (
    <Section title={say.list}>
      <p class="muted">{say.listLead}</p>
      {checked === null ? null : <ListReport {...{ action, lang }} {...checked} />}
      <form class="stack" method="post" action={action} enctype="multipart/form-data" novalidate>
        <Field
          name="file"
          label={say.file}
          hint={say.fileHint}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          error={error('file')}
        />
        <TextArea
          name="pasted"
          label={say.pasted}
          hint={say.pastedHint}
          value={pasted}
          error={error('pasted')}
        />
        <Actions>
          <Button>{say.check}</Button>
        </Actions>
      </form>
    </Section>
  )
}

const ListReport = ({ action, lang, list, text }: CheckedList & Pick<Props, 'action' | 'lang'>) => {
  const say = keepWords[lang]
  const { problems, fresh, known } = list
  const people = known.length === 0 ? null : <p>{say.known(known.length)}</p>
  if (problems.length > 0)
    return (
      <>
        <Notice tone="bad" live title={say.broken(problems.length)}>
          <p>{say.brokenLead}</p>
        </Notice>
        <DataTable
          caption={say.problems}
          columns={[{ label: say.row }, { label: say.given }, { label: say.remedy }]}
          rows={problems.map((one, at) => ({
            key: String(at),
            cells: [`${say.row} ${one.row}`, one.given, listFault(lang, one)],
          }))}
        />
        <Known {...{ list, lang }} />
      </>
    )
  if (fresh.length === 0)
    return (
      <Notice tone="ok" live title={say.allKnown}>
        {people}
      </Notice>
    )
  return (
    <>
      <Notice tone="amber" live title={say.nothingSaved}>
        <p>{say.fresh(fresh.length)}</p>
        {people}
      </Notice>
      <Known {...{ list, lang }} />
      <form method="post" action={action} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="text" value={text} />
        <input type="hidden" name="shown" value={String(fresh.length)} />
        <Actions>
          <Button look="primary">{say.confirm(fresh.length)}</Button>
        </Actions>
      </form>
    </>
  )
}

const Known = ({ list, lang }: { list: NameList; lang: Language }) => {
  const say = keepWords[lang]
  if (list.known.length === 0) return null
  return (
    <DataTable
      caption={say.knownTitle}
      columns={[{ label: say.row }, { label: say.name }]}
      rows={list.known.map((one) => ({
        key: String(one.row),
        cells: [`${say.row} ${one.row}`, `${one.name}, ${one.email}`],
      }))}
    />
  )
}
