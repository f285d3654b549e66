import { useState } from 'preact/hooks';
import type { RuleTest, SampleDocument } from '../api/types';
import { client } from '../session/session';
import { t } from '../text/en';
import { Field, TextField } from '../ui/Field';
import { ListField } from '../ui/ListField';
import { itemsIn } from '../ui/list';
import { pairsOf } from './draft';
import { useIds } from './known';
import { Table } from './Table';
import type { Trying } from './Trial';
import { conditionText, verdictOf } from './verdicts';

const EMPTY = { line: '', text: '', from: '', language: '', attributes: '', tags: '', at: '' };

/** A message that nobody sent, and what would come of it. */
export function Sample({ trying }: { trying: Trying }) {
  const [said, setSaid] = useState(EMPTY);
  const [test, setTest] = useState<RuleTest | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const lines = useIds('lines');
  const words = t.console.trial;
  const change = (name: keyof typeof EMPTY) => (value: string) => setSaid((before) => ({ ...before, [name]: value }));

  function submit(event: Event): void {
    event.preventDefault();
    const attributes = pairsOf(said.attributes);
    setWrong(attributes === null ? t.console.fault.pairs : null);
    if (attributes === null || trying.isBusy) return;
    setTest(null);
    void trying.run(async (rules) => {
      const body: SampleDocument = {
        line: said.line.trim(), text: said.text, from: said.from.trim() || null, language: said.language.trim() || null,
        attributes: attributes.length === 0 ? null : Object.fromEntries(attributes), tags: itemsIn(said.tags), at: said.at === '' ? null : new Date(said.at).toISOString(), rules,
      };
      setTest((await client.post('/api/console/rules/test', { body })).value);
    });
  }

  return (
    <>
      <form class="console-form" onSubmit={submit}>
        <div class="console-inline">
          <TextField label={words.line} hint={words.lineHint} value={said.line} onInput={change('line')} input={{ required: true, list: 'console-lines', autocomplete: 'off' }} />
          <TextField label={words.text} value={said.text} onInput={change('text')} lines={2} />
          <TextField label={words.from} hint={words.fromHint} value={said.from} onInput={change('from')} input={{ autocomplete: 'off' }} />
          <TextField label={words.language} hint={words.languageHint} value={said.language} onInput={change('language')} input={{ autocomplete: 'off' }} />
          <TextField label={words.attributes} hint={words.attributesHint} fault={wrong ?? undefined} value={said.attributes} onInput={change('attributes')} lines={2} />
          <ListField label={words.tags} value={said.tags} onChange={change('tags')} />
          <Field label={words.at} hint={words.atHint}>
            {(ties) => <input {...ties} type="datetime-local" value={said.at} onInput={(event) => change('at')(event.currentTarget.value)} />}
          </Field>
        </div>
        <datalist id="console-lines">{lines.map((id) => <option key={id} value={id} />)}</datalist>
        <div class="console-actions"><button type="submit" class="button main" aria-disabled={trying.isBusy} disabled={said.line.trim() === ''}>{words.act}</button></div>
      </form>
      <div role="status">{test !== null && <p>{words.decidedBy(test.decidedBy ?? words.own)} {words.inHours(test.inHours)}</p>}</div>
      {test !== null && <Result test={test} />}
    </>
  );
}

function Result({ test }: { test: RuleTest }) {
  const words = t.console.trial;
  const { outcome, joins } = test;
  const list = (texts: readonly string[]) => (texts.length === 0 ? t.none : texts.join(', '));
  return (
    <div class="console-part">
      <Table
        caption={words.verdicts} heads={[words.rule, words.verdict, words.why]}
        rows={test.rules.map((rule) => [rule.id, words[verdictOf(rule)], (
          <ul class="written">{[...rule.met, ...(rule.unmet === null ? [] : [rule.unmet])].map((each, index) => <li key={index}>{conditionText(each)}</li>)}</ul>
        )])}
      />
      {joins !== null && <p class="banner warn">{words.joins(joins.number, joins.queue)}</p>}
      {outcome === null ? <p>{words.opensNothing}</p> : (
        <Table
          caption={words.outcome} heads={[words.part, words.value]}
          rows={[
            [words.queue, <bdi>{outcome.queue}</bdi>],
            [words.priority, outcome.priority],
            [words.skills, list(outcome.skills)],
            [words.who, words.needed(outcome.able, outcome.members)],
            [words.preferred, outcome.preferred ?? t.none],
            [words.tagsGiven, list(outcome.tags)],
            [words.continues, outcome.continues ?? t.none],
            [words.texts, outcome.texts.length === 0 ? t.none : <ul class="written">{outcome.texts.map((each, index) => <li key={index}>{String((each as { text?: string }).text ?? each)}</li>)}</ul>],
          ]}
        />
      )}
    </div>
  );
}
