/** The reports of one happening beside each other; where they differ it says so. */
import type { EventAttributes } from '../../model/graph.ts'
import { graph } from '../state/store.ts'
import { type ReportRow, reportTable } from '../view/event-reports.ts'
import { date } from '../view/words.ts'
import { ViewLink } from './link.tsx'

const NAMES: Readonly<Record<ReportRow['what'], string>> = {
  date: 'When',
  endDate: 'Until',
  killed: 'Killed',
  wounded: 'Wounded',
  arrested: 'Arrested',
}

export function EventReports({ event }: { readonly event: EventAttributes }) {
  const table = reportTable(event, graph.value?.getAttribute('documents') ?? [], date)
  if (table === null) return null
  const differ = table.rows.filter(({ disputed }) => disputed).map(({ what }) => NAMES[what].toLowerCase())
  return (
    <section class="family reports">
      <h3>
        {table.documents.length} reports{differ.length > 0 && <span class="badge badge-denied">They differ</span>}
      </h3>
      <div class="reports-frame">
        <table>
          <caption class="unseen">
            What each report says{differ.length > 0 && `; they differ in: ${differ.join(', ')}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">Report</span>
              </th>
              {table.rows.map(({ what }) => (
                <th key={what} scope="col">
                  {NAMES[what]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.documents.map((document, i) => (
              <tr key={document.id}>
                <th scope="row">
                  <ViewLink to={{ kind: 'document', key: document.id }}>
                    <bdi>{document.title}</bdi>
                  </ViewLink>
                  {document.date !== null && <span class="quiet"> {date(document.date)}</span>}
                </th>
                {table.rows.map(({ what, values, disputed }) => (
                  <td key={what} class={disputed ? 'disputed' : ''}>
                    {values[i] ?? <span class="quiet">–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
