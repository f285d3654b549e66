import { useState } from 'preact/hooks';
import type { RuleReplay } from '../api/types';
import { now } from '../live/now';
import { client } from '../session/session';
import { t } from '../text/en';
import { whenOf } from '../text/time';
import { TextField } from '../ui/Field';
import { Table } from './Table';
import type { Trying } from './Trial';
import { routeText } from './verdicts';

/** What the rules would have done with what came in over the last days. */
export function Replay({ trying }: { trying: Trying }) {
  const [days, setDays] = useState('7');
  const [limit, setLimit] = useState('200');
  const [replay, setReplay] = useState<RuleReplay | null>(null);
  const words = t.console.trial;

  function submit(event: Event): void {
    event.preventDefault();
    if (trying.isBusy) return;
    setReplay(null);
    void trying.run(async (rules) => {
      setReplay((await client.post('/api/console/rules/replay', { body: { days: Number(days), limit: Number(limit), rules } })).value);
    });
  }

  return (
    <>
      <form class="console-inline" onSubmit={submit}>
        <TextField label={words.days} hint={words.daysHint} value={days} onInput={setDays} input={{ type: 'number', min: 1, max: 90, required: true }} />
        <TextField label={words.limit} hint={words.limitHint} value={limit} onInput={setLimit} input={{ type: 'number', min: 1, max: 1000, required: true }} />
        <button type="submit" class="button main" aria-disabled={trying.isBusy}>{words.replayAct}</button>
      </form>
      <div role="status">
        {replay !== null && <p>{words.since(whenOf(replay.since, now.peek()))}: {words.looked(replay.lookedAt, replay.changed, replay.leftOut)} {replay.truncated && words.truncated}</p>}
      </div>
      {replay !== null && (
        <div class="console-part">
          <Table caption={words.counts} heads={[words.rule, words.matched, words.decided, words.changedCount]} rows={replay.rules.map((each) => [each.id ?? words.own, each.matched, each.decided, each.changed])} />
          {replay.changed === 0 && <p>{words.unchanged}</p>}
          {replay.moves.length > 0 && <Table caption={words.moves} heads={[words.moveFrom, words.moveTo, words.moveCount]} rows={replay.moves.map((each) => [each.from, <bdi>{each.to}</bdi>, each.count])} />}
          {replay.sample.length > 0 && <Table caption={words.sample} heads={[words.number, words.was, words.wouldBe]} rows={replay.sample.map((each) => [each.number, <bdi>{routeText(each.was)}</bdi>, <bdi>{routeText(each.wouldBe)}</bdi>])} />}
        </div>
      )}
    </>
  );
}
