import type { Agent } from '../api/types';
import { now } from '../live/now';
import { t } from '../text/en';
import { lengthOf, secondsFrom } from '../text/time';
import { standingOf, type Member } from './team';

const TYPES = ['chat', 'phone', 'walkUp', 'voicemail'] as const;
const PARTS = ['active', 'held', 'wrapUp', 'offered'] as const;

/** Who is there, since when, and how much of what they can have they have. */
export function TeamList({ queue, team }: { queue: string | null; team: readonly Member[] | null }) {
  const title = queue === null ? t.board.agents : t.board.agentsOf(queue);
  return (
    <section aria-label={title}>
      <h2><bdi>{title}</bdi></h2>
      {team === null
        ? <p class="quiet">{t.loading}</p>
        : team.length === 0
          ? <p class="nothing wide">{t.board.noAgents}</p>
          : (
            <div class="wide high" role="group" tabIndex={0} aria-label={title}>
              <ul class="agents">{team.map((member) => <One key={member.id} member={member} />)}</ul>
            </div>
          )}
    </section>
  );
}

function One({ member: { id, agent, has } }: { member: Member }) {
  const standing = agent === null ? null : standingOf(agent);
  const parts = PARTS.filter((part) => has[part] > 0).map((part) => t.board.part(has[part], t.board[part]));
  return (
    <li class={standing ?? ''}>
      <span class="who"><span class="dot" aria-hidden="true" /><bdi>{agent?.name ?? id}</bdi></span>
      <span class="stands">{[agent === null ? t.board.notListed : standsAs(agent), ...parts].join(' · ')}</span>
      {agent?.load != null && agent.capacity != null && <Room load={agent.load} capacity={agent.capacity} />}
    </li>
  );
}

function standsAs(agent: Agent): string {
  const name = t.board[standingOf(agent)];
  const { since } = agent.presence;
  return since === null ? name : t.board.standsFor(name, lengthOf(secondsFrom(since, now.value)));
}

function Room({ load, capacity }: { load: NonNullable<Agent['load']>; capacity: NonNullable<Agent['capacity']> }) {
  const share = capacity.messaging === 0 ? 1 : Math.min(load.messaging / capacity.messaging, 1);
  const more = TYPES.filter((type) => load[type] > 0).map((type) => t.board.part(load[type], t.type[type]));
  return (
    <span class="load">
      <span>{[t.board.room(load.messaging, capacity.messaging), ...more].join(' · ')}</span>
      <span class={`meter ${share >= 1 ? 'full' : ''}`} aria-hidden="true"><span style={{ inlineSize: `${share * 100}%` }} /></span>
    </span>
  );
}
