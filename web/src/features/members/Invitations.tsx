// Those who were invited and have not answered yet.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, unwrap } from '@/api/client';
import { formatDate } from '@/lib/dates';
import { ActButton } from '@/ui/ActButton';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { toast } from '@/ui/toast';
import { useLocale } from '@/ui/values';

export const invitationsKey = ['invitations'];

export function Invitations() {
  const { t } = useTranslation('members');
  const locale = useLocale();
  const client = useQueryClient();
  const invitations = useQuery({
    queryKey: invitationsKey,
    queryFn: () => unwrap(api.GET('/v1/invitations')),
  });
  async function cancel(id: string) {
    await api.DELETE('/v1/invitations/{id}', { params: { path: { id } } });
    toast.done(t('cancelled'));
    await client.invalidateQueries({ queryKey: invitationsKey });
  }
  const items = invitations.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={t('invitations')}>
      <Rows>
        {items.map((invitation) => (
          <Row
            key={invitation.id}
            title={invitation.email}
            facts={[
              t(`roles.${invitation.role as 'owner'}`),
              t('expires', { date: formatDate(invitation.expires_at, locale) }),
            ]}
            actions={
              <ActButton size="compact-md" onAct={() => cancel(invitation.id)}>
                {t('cancel')}
              </ActButton>
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
