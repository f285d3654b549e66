import { useState } from 'preact/hooks';
import type { Interaction, Profile } from '../api/types';
import { go } from '../app/route';
import { t } from '../text/en';
import { Customer } from './dialogs/Customer';
import { nameOf, shortened } from './names';

interface CustomerBarProps {
  record: Interaction;
  profile: Profile | null;
  isSearching: boolean;
  onSearch: () => void;
  /** Where there is room for one of the two only. */
  isAside: boolean;
  onAside: () => void;
}

/** Whom one speaks with, and whether anything reaches them. */
export function CustomerBar({ record, profile, isSearching, onSearch, isAside, onAside }: CustomerBarProps) {
  const [isEditing, setEditing] = useState(false);
  const consent = profile?.consent[record.line];
  const name = profile?.name ?? nameOf(record);
  const address = shortened(record.customer.address);
  return (
    <header class="customer-bar">
      <button type="button" class="button plain small back" aria-label={t.conversation.back} onClick={() => go()}><span aria-hidden="true" class="turned">‹</span></button>
      <div class="customer-who">
        <h1><bdi>{name}</bdi></h1>
        <p class="small quiet">
          {address !== null && address !== name && <><bdi>{address}</bdi> · </>}<bdi>{record.number}</bdi> · {t.state[record.state]} · <bdi>{record.queue}</bdi>
        </p>
      </div>
      {consent?.state === 'optedOut' && <span class="badge bad">{t.customer.optedOut}</span>}
      {record.customer.unreachable != null && <span class="badge warn">{t.customer.unreachable}</span>}
      <button type="button" class="button plain small" aria-haspopup="dialog" disabled={profile === null} onClick={() => setEditing(true)}>{t.customer.edit}</button>
      <button type="button" class="button plain small" aria-expanded={isSearching} onClick={onSearch}>{t.search}</button>
      <button type="button" class="button plain small aside" aria-expanded={isAside} onClick={onAside}>{isAside ? t.conversation.short : t.side.details}</button>
      {isEditing && profile !== null && <Customer record={record} profile={profile} onClose={() => setEditing(false)} />}
    </header>
  );
}
