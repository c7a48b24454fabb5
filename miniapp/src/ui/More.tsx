/** The way to the next page of a list, when there is one. */
import { useT } from '../texts/Texts';

export function More({ list }: { list: { more: (() => void) | undefined; isLoadingMore: boolean } }) {
  const t = useT();
  if (!list.more) return null;
  return (
    <div className="row apart">
      <button type="button" className="button wide" disabled={list.isLoadingMore} onClick={list.more}>
        {list.isLoadingMore ? t('console-loading') : t('console-more')}
      </button>
    </div>
  );
}
