import type { Child } from 'hono/jsx'

type Props = { caption: string; rows: readonly { readonly label: string; readonly count: Child }[] }

/** What was counted of each of a few kinds. Narrow enough for a phone, so it stays a table there. */
export const CountTable = ({ caption, rows }: Props) => (
  <table class="count-table">
    <caption>{caption}</caption>
    <tbody>
      {rows.map(({ label, count }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td class="number">{count}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Several of them, beside each other where there is room. */
export const CountTables = ({ children }: { children?: Child }) => <div class="count-tables">{children}</div>
