/** The second tap of a handover, and the way back for whoever made the first. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../../api/client';
import { useOrg } from '../../api/organizations';
import { useTexts } from '../../texts/Texts';
import { moment } from '../../texts/when';
import { ErrorNote } from '../../ui/ErrorNote';
import { useTell } from '../../ui/Toasts';

export function Handover() {
  const { t, lang } = useTexts();
  const tell = useTell();
  const org = useOrg();
  const queries = useQueryClient();
  const offers = useQuery({
    queryKey: ['offers', org.org_id],
    queryFn: async () =>
      (await api.GET('/api/v1/organizations/{org_id}/ownership_offers', { params: { path: org } })).data!.items,
    enabled: org.org_id !== '',
    staleTime: 60_000,
  });
  const offer = offers.data?.[0];
  const path = { ...org, offer_id: offer?.id ?? '' };
  const answer = useMutation({
    mutationFn: (isYes: boolean) =>
      isYes
        ? api.POST('/api/v1/organizations/{org_id}/ownership_offers/{offer_id}/accept', { params: { path } })
        : api.DELETE('/api/v1/organizations/{org_id}/ownership_offers/{offer_id}', { params: { path } }),
    onSuccess: (_, isYes) => {
      tell(t(isYes ? 'console-offer-accepted' : 'console-offer-withdrawn'));
      return queries.invalidateQueries();
    },
  });
  if (!offer) return null;
  const until = moment(lang, offer.expires_at);
  return (
    <section className="note warn stack tight above">
      <strong>
        {offer.is_to_me
          ? t('console-offer-to-me', { name: offer.from.name })
          : t('console-offer-by-me', { name: offer.to.name })}
      </strong>
      <span>{t(offer.is_to_me ? 'console-offer-to-me-hint' : 'console-offer-by-me-hint', { until })}</span>
      <ErrorNote error={answer.error} />
      <div className="row">
        {offer.is_to_me && (
          <button
            type="button"
            className="button primary"
            disabled={answer.isPending}
            onClick={() => answer.mutate(true)}
          >
            {t('console-offer-accept')}
          </button>
        )}
        <button type="button" className="button" disabled={answer.isPending} onClick={() => answer.mutate(false)}>
          {t(offer.is_to_me ? 'console-offer-decline' : 'console-offer-withdraw')}
        </button>
      </div>
    </section>
  );
}
