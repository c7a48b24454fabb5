/** What a request can be about: kinds with their problems, each to be changed, taken away and brought back. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { categories, type Category, named, tree } from '../../api/categories';
import { api } from '../../api/client';
import { useMay } from '../../api/rights';
import { tagged } from '../../api/tagged';
import { useT, useTexts } from '../../texts/Texts';
import { Confirm } from '../../ui/Confirm';
import { ErrorNote } from '../../ui/ErrorNote';
import { Loaded } from '../../ui/Loaded';
import { useTell } from '../../ui/Toasts';
import { hours } from './draft';
import { EditCategory } from './EditCategory';

type Wanted = { category: Category } | { under: Category | undefined };

export function Categories() {
  const { t, lang } = useTexts();
  const mayManage = useMay()('settings.manage');
  const [wanted, setWanted] = useState<Wanted>();
  const [showsOld, setShowsOld] = useState(false);
  const query = useQuery(categories);
  const hasOld = query.data?.some(({ archived }) => archived);
  return (
    <div className="stack">
      <div className="row apart">
        <h1>{t('console-categories')}</h1>
        {mayManage && (
          <button type="button" className="button primary" onClick={() => setWanted({ under: undefined })}>
            {t('console-category-add-kind')}
          </button>
        )}
      </div>
      <p className="muted">{t('console-categories-hint')}</p>
      {hasOld && (
        <label className="tick">
          <input type="checkbox" checked={showsOld} onChange={(event) => setShowsOld(event.target.checked)} />
          {t('console-categories-old')}
        </label>
      )}
      <Loaded query={query}>
        {(all) =>
          tree(all, ({ archived }) => showsOld || !archived).map(({ kind, problems }) => (
            <section key={kind.id} className="card flush" aria-label={named(lang, kind.names)}>
              <ul className="list">
                <Row category={kind} isKind onEdit={() => setWanted({ category: kind })} />
                {problems.map((problem) => (
                  <Row key={problem.id} category={problem} onEdit={() => setWanted({ category: problem })} />
                ))}
                {mayManage && !kind.archived && (
                  <li>
                    <button type="button" className="link" onClick={() => setWanted({ under: kind })}>
                      {t('console-category-add-problem')}
                    </button>
                  </li>
                )}
              </ul>
            </section>
          ))
        }
      </Loaded>
      {wanted && <EditCategory wanted={wanted} onClose={() => setWanted(undefined)} />}
    </div>
  );
}

function Row({ category, isKind = false, onEdit }: { category: Category; isKind?: boolean; onEdit: () => void }) {
  const { t, lang } = useTexts();
  const mayManage = useMay()('settings.manage');
  const terms = [hours(category.respond_minutes) ?? '—', hours(category.resolve_minutes) ?? '—'];
  const name = named(lang, category.names);
  const facts = [
    (category.respond_minutes ?? category.resolve_minutes) != null &&
      t('console-category-terms', { respond: terms[0]!, resolve: terms[1]! }),
    category.photo_before && t('console-category-photo-before'),
    category.photo_after && t('console-category-photo-after'),
    category.checklist.length > 0 && t('console-category-steps', { count: category.checklist.length }),
  ].filter(Boolean);
  return (
    <li className={isKind ? 'row apart' : 'row apart under'}>
      <span className="named">
        {isKind ? (
          <strong>
            {category.icon} {name}
          </strong>
        ) : (
          <>
            {category.icon} {name}
          </>
        )}
        <span className="muted small line-words">{facts.join(' · ')}</span>
      </span>
      {category.archived && <span className="tag">{t('console-category-archived')}</span>}
      {category.priority === 'emergency' && <span className="tag bad">{t('console-request-priority-emergency')}</span>}
      {category.priority === 'high' && <span className="tag warn">{t('console-request-priority-high')}</span>}
      {mayManage &&
        (category.archived ? (
          <BringBack category={category} />
        ) : (
          <>
            <button
              type="button"
              className="button small"
              aria-label={t('console-category-edit-named', { name })}
              onClick={onEdit}
            >
              {t('console-change')}
            </button>
            <TakeAway category={category} name={name} />
          </>
        ))}
    </li>
  );
}

function TakeAway({ category, name }: { category: Category; name: string }) {
  const t = useT();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const archive = async () => {
    await api.DELETE('/api/v1/categories/{id}', { params: { path: { id: category.id } } });
    await queries.invalidateQueries({ queryKey: ['categories'] });
  };
  return (
    <>
      <button
        type="button"
        className="button small quiet"
        aria-label={t('console-category-archive-named', { name })}
        onClick={() => setAsking(true)}
      >
        ✕
      </button>
      {isAsking && (
        <Confirm
          title={t('console-category-archive-named', { name })}
          deed={t('console-archive')}
          onYes={archive}
          onClose={() => setAsking(false)}
        >
          {t('console-category-archive-hint')}
        </Confirm>
      )}
    </>
  );
}

function BringBack({ category }: { category: Category }) {
  const t = useT();
  const tell = useTell();
  const queries = useQueryClient();
  const back = useMutation({
    mutationFn: async () => {
      const path = { id: category.id };
      const { etag } = tagged(await api.GET('/api/v1/categories/{id}', { params: { path } }));
      return api.PATCH('/api/v1/categories/{id}', {
        params: { path, header: { 'If-Match': etag } },
        body: { archived: false },
      });
    },
    onSuccess: async () => {
      tell(t('console-saved'));
      await queries.invalidateQueries({ queryKey: ['categories'] });
    },
  });
  return (
    <>
      <button type="button" className="button small" disabled={back.isPending} onClick={() => back.mutate()}>
        {t('console-category-back')}
      </button>
      <ErrorNote error={back.error} />
    </>
  );
}
