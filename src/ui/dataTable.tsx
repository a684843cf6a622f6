import type { Child } from 'hono/jsx'

export type Column = { readonly label: string; readonly numeric?: boolean }
export type Row = { readonly key: string; readonly cells: readonly Child[] }

type Props = {
  /** Says what the table holds; hidden when a heading beside it already does. */
  caption: Child
  captionHidden?: boolean
  columns: readonly Column[]
  /** The first cell names its row. */
  rows: readonly Row[]
  /** Shown instead of an empty body; an `EmptyState` that says what to do next. */
  empty?: Child
}

/**
 * A table where there is room, one small card a row where there is none. The roles are spelled out because a
 * table displayed as blocks loses them in several browsers.
 */
export const DataTable = ({ caption, captionHidden = false, columns, rows, empty }: Props) =>
  rows.length === 0 && empty !== undefined ? (
    <>{empty}</>
  ) : (
    <div class="table-room">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table role="table">
        <caption class={captionHidden ? 'unseen' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                scope="col"
                role="columnheader"
                class={column.numeric ? 'number' : undefined}
                key={column.label}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.key}>
              {columns.map((column, index) => {
                const attributes = {
                  'data-label': column.label,
                  class: column.numeric ? 'number' : undefined,
                }
                return index === 0 ? (
                  <th scope="row" role="rowheader" key={column.label} {...attributes}>
                    {row.cells[index]}
                  </th>
                ) : (
                  <td role="cell" key={column.label} {...attributes}>
                    {row.cells[index]}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  )
