/** What a program proves itself with: shown once, to be taken along. */
import { useT } from '../../texts/Texts';
import { Copyable } from '../../ui/Copyable';

export function Secret({ id, secret }: { id: string; secret: string }) {
  const t = useT();
  return (
    <section className="card stack">
      <p className="note warn" role="status">
        {t('console-program-secret-hint')}
      </p>
      <span className="muted">client_id</span>
      <Copyable value={id} label="client_id" />
      <span className="muted">client_secret</span>
      <Copyable value={secret} label="client_secret" />
    </section>
  );
}
