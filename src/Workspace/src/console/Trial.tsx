import { useId, useState } from 'preact/hooks';
import { Problem } from '../api/problem';
import type { DraftRuleDocument } from '../api/types';
import { t } from '../text/en';
import { explain } from '../text/problems';
import { Tabs } from '../ui/Tabs';
import type { Json } from './draft';
import { Replay } from './Replay';
import { all } from './rows';
import { Sample } from './Sample';
import { ruleFault, tried } from './verdicts';

export interface Trying {
  isBusy: boolean;
  fault: readonly string[];
  /** Runs with the rules to try, and says what was wrong. */
  run: (trying: (rules: DraftRuleDocument[]) => Promise<void>) => Promise<void>;
}

/** What rules would do, before anybody goes by them. The draft is null where it cannot be read yet. */
export function Trial({ draft }: { draft: (() => Json | null) | null }) {
  const [tab, setTab] = useState<'test' | 'replay'>('test');
  const trying = useTrying(draft);
  const heading = useId();
  return (
    <section class="console-part" aria-labelledby={heading}>
      <h2 id={heading}>{t.console.trial.title}</h2>
      <p class="quiet">{draft === null ? t.console.trial.storedHint : t.console.trial.draftHint}</p>
      <div>
        <Tabs label={t.console.trial.title} tabs={[['test', t.console.trial.test], ['replay', t.console.trial.replay]]} chosen={tab} onChoose={setTab}>
          {trying.fault.length > 0 && <div class="banner bad" role="alert">{trying.fault.map((each) => <p key={each} class="written" dir="auto">{each}</p>)}</div>}
          {tab === 'test' ? <Sample trying={trying} /> : <Replay trying={trying} />}
        </Tabs>
      </div>
    </section>
  );
}

function useTrying(draft: (() => Json | null) | null): Trying {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<readonly string[]>([]);

  async function run(trying: (rules: DraftRuleDocument[]) => Promise<void>): Promise<void> {
    const own = draft === null ? null : draft();
    if (draft !== null && own === null) return setFault([t.console.trial.mendFirst]);
    setBusy(true);
    setFault([]);
    let rules: DraftRuleDocument[] = [];
    try {
      rules = tried(await all('rules'), own);
      await trying(rules);
    } catch (problem) {
      const errors = problem instanceof Problem ? problem.document?.errors ?? [] : [];
      setFault(errors.length > 0 ? errors.map(({ field, reason }) => ruleFault(field, reason, rules)) : [explain(problem)]);
    }
    setBusy(false);
  }

  return { isBusy, fault, run };
}
