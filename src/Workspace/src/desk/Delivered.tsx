import type { Delivery } from '../api/types';
import { t } from '../text/en';

const MARKS: Record<Delivery['state'], string> = {
  pending: '○', submitting: '○', unknown: '?', answered: '○', accepted: '○', scheduled: '○', queued: '○', sending: '○',
  sent: '✓', delivered: '✓✓', read: '✓✓', failed: '!', undelivered: '!', canceled: '!',
};

/** How far a message got: a mark for the eye, words for everybody, and what to do where it did not arrive. */
export function Delivered({ delivery, onResend }: { delivery: Delivery; onResend: () => void }) {
  const isBad = delivery.state === 'failed' || delivery.state === 'undelivered' || delivery.state === 'canceled';
  const words = t.delivery[delivery.state];
  return (
    <div class={`delivery ${isBad ? 'bad' : delivery.state}`}>
      <span class="mark" aria-hidden="true">{MARKS[delivery.state]}</span>
      <span class={isBad || delivery.state === 'unknown' ? '' : 'unseen'}>{words}</span>
      {isBad && <span> {explanationOf(delivery)}</span>}
      {delivery.mayBeResent === true && <button type="button" class="button small" onClick={onResend}>{t.conversation.resend}</button>}
      {delivery.resentAs != null && <span> {t.conversation.resentAs(delivery.resentAs)}</span>}
    </div>
  );
}

function explanationOf(delivery: Delivery): string {
  const why = delivery.why == null ? null : t.why[delivery.why];
  const code = delivery.errorCode == null ? null : `(${delivery.errorCode})`;
  return [why ?? delivery.explanation, code].filter((part) => part != null).join(' ');
}
