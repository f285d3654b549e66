import { useState } from 'preact/hooks';
import type { Figures } from '../api/types';
import { t } from '../text/en';
import { COLUMNS, sumOf, type Column, type ColumnName } from './columns';
import { chosen, sorted, type Sorting } from './sorting';
import { saidAs } from './said';

/** All figures, sorted by whichever column somebody chooses. */
export function ReportTable({ figures, name }: { figures: readonly Figures[]; name: string }) {
  const [sorting, setSorting] = useState<Sorting<ColumnName>>({ by: 'id', isDown: false });
  const by = COLUMNS.find((column) => column.name === sorting.by)!;
  const hasDispositions = figures.some((each) => each.dispositions.length > 0);
  return (
    <div class="wide" role="group" tabIndex={0} aria-label={t.reports.scroll}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <Head
                key={column.name} text={column.name === 'id' ? name : t.reports.column[column.name]} column={column} sorting={sorting}
                onSort={() => setSorting((before) => chosen(before, column.name, column.kind !== 'id'))}
              />
            ))}
            {hasDispositions && <th scope="col" class="dispositions">{t.reports.column.dispositions}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted(figures, by.valueOf, sorting.isDown).map((each) => (
            <tr key={each.id}>
              {COLUMNS.map((column) =>
                column.name === 'id'
                  ? <th key="id" scope="row"><bdi>{each.id}</bdi></th>
                  : <td key={column.name}>{saidAs(column.kind, column.valueOf(each))}</td>)}
              {hasDispositions && (
                <td class="dispositions">
                  {each.dispositions.map(({ disposition, count }) => <span key={disposition} class="badge"><bdi>{disposition}</bdi> {count}</span>)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {COLUMNS.map((column) =>
              column.name === 'id'
                ? <th key="id" scope="row">{t.reports.sum}</th>
                : <td key={column.name}>{column.kind === 'time' ? '' : saidAs(column.kind, sumOf(column, figures))}</td>)}
            {hasDispositions && <td />}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Head({ text, column, sorting, onSort }: { text: string; column: Column; sorting: Sorting<ColumnName>; onSort: () => void }) {
  const isBy = sorting.by === column.name;
  return (
    <th scope="col" aria-sort={isBy ? (sorting.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="button plain" onClick={onSort}>
        {text}
        <span class="turn" aria-hidden="true">{isBy ? (sorting.isDown ? '▾' : '▴') : '▾'}</span>
      </button>
    </th>
  );
}
