import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text/en';

interface PlotFrameProps {
  title: string;
  hint?: string | undefined;
  /** What somebody is told who does not see it. */
  alternative: string;
  height: number;
  isEmpty: boolean;
  /** The same as a table: its columns, and its rows, each with its name first. */
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  children: (width: number) => ComponentChildren;
}

/** A plot as wide as there is room, with its title, what it says in a sentence, and its figures as a table. */
export function PlotFrame({ title, hint, alternative, height, isEmpty, columns, rows, children }: PlotFrameProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.max(box.current!.clientWidth, 200));
    const watch = new ResizeObserver(measure);
    watch.observe(box.current!);
    measure();
    return () => watch.disconnect();
  }, []);

  return (
    <figure class="plot" aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
        {hint !== undefined && <p class="quiet small">{hint}</p>}
      </figcaption>
      <div ref={box}>
        {isEmpty
          ? <p class="quiet plot-empty" style={{ blockSize: `${height}px` }}>{t.plot.nothing}</p>
          : <svg role="img" aria-label={alternative} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>{children(width)}</svg>}
      </div>
      {!isEmpty && (
        <details>
          <summary class="small">{t.plot.table(title)}</summary>
          <div class="wide" role="group" tabIndex={0} aria-label={t.plot.table(title)}>
            <table>
              <thead><tr>{columns.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {rows.map(([name, ...values]) => (
                  <tr key={name}><th scope="row">{name}</th>{values.map((value, index) => <td key={index}>{value}</td>)}</tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  );
}
