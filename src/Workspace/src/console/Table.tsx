import type { ComponentChildren } from 'preact';

interface TableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly ComponentChildren[])[];
}

/** Scrolls by itself where it is wider than the page, by keyboard too. The first of each row names it. */
export function Table({ caption, heads, rows }: TableProps) {
  return (
    <div class="console-table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>
          {rows.map(([first, ...rest], index) => (
            <tr key={index}>
              <th scope="row"><bdi>{first}</bdi></th>
              {rest.map((cell, at) => <td key={at}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
