import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { address } from '../api/client';
import type { Report } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import '../style/board.css';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { exactly, whenOf } from '../text/time';
import { save } from '../ui/download';
import { Choice, Field } from '../ui/Field';
import { Heading } from '../ui/Heading';
import { faultOf, lastDays, LONGEST, type Period } from './period';
import { ReportPlots } from './ReportPlots';
import { ReportTable } from './ReportTable';

type Of = 'queues' | 'agents';

const PRESETS = [[1, t.reports.today], [7, t.reports.days(7)], [30, t.reports.days(30)]] as const;

/** The figures of some days, as a table, as plots, and to take away. */
export function Reports() {
  const [of, setOf] = useState<Of>('queues');
  const [period, setPeriod] = useState<Period>(() => lastDays(7, now.peek()));
  const [report, setReport] = useState<Report | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const wrong = faultOf(period);

  useEffect(() => {
    setReport(null);
    setFault(null);
    setSaid('');
    if (wrong !== null) return;
    const ends = new AbortController();
    const path = of === 'queues' ? '/api/reports/queues' as const : '/api/reports/agents' as const;
    client.get(path, { query: period, signal: ends.signal }).then(setReport, (problem: unknown) => {
      if (!ends.signal.aborted) setFault(explain(problem));
    });
    return () => ends.abort();
  }, [of, period.from, period.to]);

  async function download(): Promise<void> {
    setFault(null);
    try {
      const name = t.reports.fileName(of, period.from, period.to);
      save(await client.blob(address(`/api/reports/${of}`, {}, { ...period }), 'text/csv'), name);
      setSaid(t.reports.saved(name));
    } catch (problem) {
      setFault(explain(problem));
    }
  }

  return (
    <main class="board reports">
      <header>
        <Heading name={t.reports.title} />
        <p class="quiet small">{t.reports.utc}</p>
      </header>
      <Chooser of={of} onOf={setOf} period={period} onPeriod={setPeriod}>
        <button type="button" class="button" disabled={wrong !== null} onClick={() => void download()}>{t.reports.csv}</button>
      </Chooser>
      <p role="status" class={said === '' ? 'unseen' : 'banner good small'}>{said}</p>
      {fault !== null && <p class="banner bad" role="alert">{fault}</p>}
      {wrong === null && fault === null && report === null && <p class="quiet" role="status">{t.loading}</p>}
      {report !== null && <Shown of={of} report={report} />}
    </main>
  );
}

interface ChooserProps {
  of: Of;
  onOf: (of: Of) => void;
  period: Period;
  onPeriod: (period: Period) => void;
  children: ComponentChildren;
}

function Chooser({ of, onOf, period, onPeriod, children }: ChooserProps) {
  const wrong = faultOf(period);
  const fault = wrong === null ? undefined : { missing: t.reports.missing, turned: t.reports.turned, long: t.reports.long(LONGEST) }[wrong];
  return (
    <form class="report-form" aria-label={t.reports.title} onSubmit={(event) => event.preventDefault()}>
      <Choice label={t.reports.of} value={of} options={[['queues', t.reports.queues], ['agents', t.reports.agents]]} onChange={onOf} />
      <Field label={t.reports.from} fault={fault}>
        {(ties) => <input {...ties} type="date" value={period.from} onChange={(event) => onPeriod({ ...period, from: event.currentTarget.value })} />}
      </Field>
      <Field label={t.reports.to}>
        {(ties) => <input {...ties} type="date" value={period.to} onChange={(event) => onPeriod({ ...period, to: event.currentTarget.value })} />}
      </Field>
      <div class="presets" role="group" aria-label={t.reports.presets}>
        {PRESETS.map(([days, name]) => {
          const preset = lastDays(days, now.peek());
          const isThis = preset.from === period.from && preset.to === period.to;
          return <button key={days} type="button" class="button" aria-pressed={isThis} onClick={() => onPeriod(preset)}>{name}</button>;
        })}
      </div>
      {children}
    </form>
  );
}

function Shown({ of, report }: { of: Of; report: Report }) {
  if (report.items.length === 0) return <p class="nothing wide" role="status">{t.reports.nothing}</p>;
  const caption = t.reports.caption(t.reports[of], report.from, report.to);
  return (
    <>
      <section aria-label={caption}>
        <h2>{caption}</h2>
        <p class="quiet small"><time dateTime={report.asOf} title={exactly(report.asOf)}>{t.reports.asOf(whenOf(report.asOf, now.peek()))}</time></p>
        <ReportTable figures={report.items} name={of === 'queues' ? t.board.queue : t.board.agent} />
      </section>
      <details>
        <summary>{t.reports.meaning}</summary>
        <dl class="meanings">{t.reports.meanings.map(([name, meaning]) => <div key={name}><dt>{name}</dt><dd>{meaning}</dd></div>)}</dl>
      </details>
      <ReportPlots key={of} figures={report.items} name={of === 'queues' ? t.board.queue : t.board.agent} />
    </>
  );
}
