import { describe, expect, it } from 'vitest';
import { documentOf, draftOf, merged, pairsOf } from './draft';
import { FIELDS, KINDS } from './kinds';
import { t } from '../text/en';

const queue = {
  id: 'support', version: 3, members: ['agent-1', 'agent-2'], offerForSeconds: 30, notReadyAfterMissedOffer: true, autoAccept: false, newRoundAfterSeconds: 20,
  holdsFreeCapacity: true, affinityForSeconds: null, firstResponseTargetSeconds: 300, firstResponseWarnSeconds: null, overflowTo: null, requeueUnresolved: false, abandonedText: 'We are\nsorry.',
};

describe('a form', () => {
  it('shows a document', () => {
    expect(draftOf(FIELDS.queues, queue)).toMatchObject({
      members: 'agent-1\nagent-2', offerForSeconds: '30 s', holdsFreeCapacity: 'true', affinityForSeconds: 'never', firstResponseTargetSeconds: '5 min', firstResponseWarnSeconds: '', overflowTo: '',
    });
  });

  it('says again what it showed', () => {
    const { document, faults } = documentOf(FIELDS.queues, draftOf(FIELDS.queues, queue), queue);
    const { id: _, version: __, firstResponseWarnSeconds: ___, overflowTo: ____, ...said } = queue;
    expect(faults).toEqual({});
    expect(document).toEqual(said);
  });

  it('leaves out what is empty, so that it is as usual, and says never where that is meant', () => {
    const draft = { ...draftOf(FIELDS.queues, null), nudgeAfterSeconds: 'Never', silenceAfterSeconds: ' ' };
    expect(documentOf(FIELDS.queues, draft).document).toEqual({ nudgeAfterSeconds: null, notReadyAfterMissedOffer: true, autoAccept: false, holdsFreeCapacity: false, requeueUnresolved: false });
  });

  it('keeps what it does not know', () => {
    expect(documentOf(FIELDS.agents, draftOf(FIELDS.agents, { id: 'a', later: 1 }), { id: 'a', later: 1 }).document).toMatchObject({ later: 1 });
  });

  it('says what cannot be read, all at once', () => {
    const draft = { ...draftOf(FIELDS.rules, null), priority: 'high', 'when.attributes': 'gold' };
    expect(Object.keys(documentOf(FIELDS.rules, draft).faults)).toEqual(['order', 'when.attributes', 'priority']);
    expect(Object.keys(documentOf(FIELDS.queues, { ...draftOf(FIELDS.queues, null), offerForSeconds: '30', newRoundAfterSeconds: 'never' }).faults)).toEqual(['offerForSeconds', 'newRoundAfterSeconds']);
  });

  it('has conditions within conditions', () => {
    const rule = { order: 10, when: { contains: ['a, b', 'c'], attributes: { tier: ['gold', 'silver'] }, inHours: false }, queue: 'support', skills: [], tags: [] };
    const draft = draftOf(FIELDS.rules, rule);
    expect(draft).toMatchObject({ 'when.contains': 'a, b\nc', 'when.attributes': 'tier = gold\ntier = silver', 'when.inHours': 'false' });
    expect(documentOf(FIELDS.rules, draft).document).toEqual({ order: 10, when: rule.when, queue: 'support' });
  });

  it('has the times of each day', () => {
    const hours = { zone: 'Europe/Berlin', week: [{ day: 'tuesday', from: '09:00', to: '12:00' }, { day: 'monday', from: '09:00', to: '00:00' }], holidays: ['2031-05-12'] };
    const draft = draftOf(FIELDS.hours, hours);
    expect(draft).toMatchObject({ 'week.monday': '09:00–00:00', 'week.tuesday': '09:00–12:00', 'week.sunday': '' });
    expect(documentOf(FIELDS.hours, draft, hours).document).toEqual({ ...hours, week: [hours.week[1], hours.week[0]] });
  });

  it.each(KINDS.map((kind) => [kind]))('has words for every field of %s', (kind) => {
    expect(FIELDS[kind].filter(({ path }) => !(path in t.console.fields[kind])).map(({ path }) => path)).toEqual([]);
  });
});

describe('what two people wrote', () => {
  it('is kept where only one of them changed it, and named where both did', () => {
    const before = { name: 'One', role: 'agent', skills: '', capacity: '3' };
    const mine = { ...before, name: 'Mine', skills: 'french' };
    const theirs = { ...before, name: 'Theirs', role: 'admin' };
    expect(merged(before, mine, theirs)).toEqual({ draft: { name: 'Mine', role: 'admin', skills: 'french', capacity: '3' }, both: ['name'] });
  });

  it('is the same where both meant the same', () => {
    expect(merged({ name: 'One' }, { name: 'Two' }, { name: 'Two' })).toEqual({ draft: { name: 'Two' }, both: [] });
  });

  it('is what was typed while it was saved, and for the rest what was stored, as the app writes it', () => {
    const sent = { name: 'One', offer: '90 s', skills: '' };
    const now = { ...sent, skills: 'french' };
    const stored = { ...sent, offer: '1 min 30 s' };
    expect(merged(sent, now, stored)).toEqual({ draft: { name: 'One', offer: '1 min 30 s', skills: 'french' }, both: [] });
  });
});

describe('names and values', () => {
  it('stand on lines of their own', () => {
    expect(pairsOf('tier = gold\n\nnote=a = b')).toEqual([['tier', 'gold'], ['note', 'a = b']]);
  });

  it.each(['tier', '= gold', 'tier ='])('are not “%s”', (text) => {
    expect(pairsOf(text)).toBeNull();
  });
});
