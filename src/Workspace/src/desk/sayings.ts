import type { Actor, LogEntry } from '../api/types';
import { t } from '../text/en';
import { whenOf } from '../text/time';

/** Who did something: an agent by their id, everybody else by what they are. */
export function whoIs(by: Actor): string {
  return by.agent ?? t.someone[by.kind];
}

/** What happened, in a line. Messages and notes are shown as what they are, and not told. */
export function sayingOf(entry: LogEntry, now: number): string {
  const e = t.event;
  const who = whoIs(entry.by);
  const [agent, queue, task] = [entry.agent ?? '', entry.queue ?? '', `${t.task[entry.taskKind ?? 'any']} ${entry.task ?? ''}`];
  switch (entry.kind) {
    case 'opened': return e.opened(who, entry.type == null ? '' : t.type[entry.type], queue);
    case 'offerMade': return e.offerMade(agent);
    case 'offerAccepted': return e.offerAccepted(agent);
    case 'offerDeclined': return e.offerDeclined(agent);
    case 'offerTimedOut': return e.offerTimedOut(agent);
    case 'newRoundStarted': return e.newRoundStarted;
    case 'claimed': return e.claimed(agent);
    case 'assigned': return e.assigned(agent, who);
    case 'transferredToQueue': return e.transferredToQueue(who, queue);
    case 'transferredToAgent': return e.transferredToAgent(who, agent);
    case 'transferredOutside': return e.transferredOutside(who, entry.contact ?? '');
    case 'overflowed': return e.overflowed(entry.from ?? '', queue);
    case 'requeued': return e.requeued(queue);
    case 'putOnHold': return e.putOnHold(who, entry.reason == null ? '' : t.reason[entry.reason]);
    case 'resumed': return e.resumed(who);
    case 'holdLimitReached': return e.holdLimitReached;
    case 'agentPrompted': return e.agentPrompted(agent);
    case 'slaWarned': return e.slaWarned;
    case 'slaBreached': return e.slaBreached;
    case 'ended': return e.ended(who, entry.outcome == null ? '' : t.outcome[entry.outcome]);
    case 'wrapUpInterrupted': return e.wrapUpInterrupted;
    case 'closed': return entry.abandoned === true ? e.abandoned : e.closed(entry.disposition ?? '');
    case 'amended': return e.amended(who, (entry.changes ?? []).map((change) => `${fieldOf(change.field)}${change.to == null ? '' : ` (${change.to})`}`).join(', '));
    case 'typeChanged': return e.typeChanged(who, entry.type == null ? '' : t.type[entry.type]);
    case 'userLinked': return entry.user == null ? e.userUnlinked(who) : e.userLinked(who, entry.user);
    case 'profileRenamed': return e.profileRenamed(who, entry.name ?? '');
    case 'profileErased': return e.profileErased(who);
    case 'profileExported': return e.profileExported(who);
    case 'consentChanged': return e.consentChanged(entry.consent?.state === 'optedIn');
    case 'deliveryFailed': return e.deliveryFailed(entry.explanation ?? (entry.errorCode == null ? '' : String(entry.errorCode)));
    case 'deliveryUndecided': return e.deliveryUndecided;
    case 'taskCreated': return e.taskCreated(who, task);
    case 'taskViewed': return e.taskViewed(who, task);
    case 'timerExtended': return e.timerExtended(who, entry.timer == null ? '' : t.timer[entry.timer], entry.until == null ? '' : whenOf(entry.until, now));
    case 'timerCancelled': return e.timerCancelled(who, entry.timer == null ? '' : t.timer[entry.timer]);
    case 'messageReceived':
    case 'messageSent':
    case 'note': return entry.note ?? entry.message?.text ?? '';
  }
}

function fieldOf(name: string): string {
  return (t.field as Record<string, string>)[name] ?? name;
}
