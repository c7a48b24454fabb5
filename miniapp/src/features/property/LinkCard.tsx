/** A deep link as a QR code, and to copy. */
import { useT } from '../../texts/Texts';
import { Copyable } from '../../ui/Copyable';
import { Qr } from '../../ui/Qr';

export function LinkCard({ link, label }: { link: string | null | undefined; label: string }) {
  const t = useT();
  if (!link) return <p className="note warn">{t('console-link-no-bot')}</p>;
  return (
    <div className="stack">
      <Qr value={link} label={label} />
      <Copyable label={label} value={link} />
    </div>
  );
}
