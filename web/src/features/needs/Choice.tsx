// Who would get the need, and why; whoever is unticked does not. Nothing has left yet.
import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiForm } from '@/api/useApiForm';
import { usePlaceName } from '@/app/reference';
import { useGo } from '@/app/url-state';
import { urls } from '@/lib/urls';
import { Form } from '@/ui/Form';
import { ButtonLink, Link } from '@/ui/Link';
import { Section } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { PriceFrom } from '@/ui/ServiceRow';
import { Stars } from '@/ui/Stars';
import { EmptyState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useSending, type Match, type NeedInput } from './queries';
import { Why } from './Why';

interface ChoiceProps {
  need: NeedInput;
  matches: Match[];
  onEdit: () => void;
}

export function Choice({ need, matches, onEdit }: ChoiceProps) {
  return matches.length > 0 ? (
    <Found need={need} matches={matches} onEdit={onEdit} />
  ) : (
    <NobodyFits need={need} onEdit={onEdit} />
  );
}

function Found({ need, matches, onEdit }: ChoiceProps) {
  const { t } = useTranslation('needs');
  const go = useGo();
  const send = useSending();
  const form = useApiForm({
    initialValues: { kept: matches.map(({ provider }) => provider.handle) },
    validate: ({ kept }) => (kept.length > 0 ? {} : { kept: t('choice.nobody') }),
    send: ({ kept }, key) => send(need, kept, key),
    onDone: ({ id, recipients }) => {
      toast.done(t('choice.sent', { count: recipients.length }));
      go(urls.need(id), { replace: true });
    },
  });
  const { kept } = form.form.values;
  const tick = (handle: string) => (ticked: boolean) => {
    const others = kept.filter((one) => one !== handle);
    form.form.setFieldValue('kept', ticked ? [...others, handle] : others);
  };
  return (
    <Section title={t('choice.title', { count: matches.length })} lead={t('choice.lead')}>
      <Form
        form={form}
        submitLabel={t('choice.submit', { count: kept.length })}
        problemTitle={t('choice.failed')}
        note={t('choice.note')}
        others={
          <Button variant="default" onClick={onEdit}>
            {t('choice.edit')}
          </Button>
        }
      >
        <Rows>
          {matches.map((match) => (
            <MatchRow
              key={match.provider.id}
              match={match}
              kept={kept.includes(match.provider.handle)}
              onTick={tick(match.provider.handle)}
            />
          ))}
        </Rows>
        {form.form.errors.kept && <p role="alert">{form.form.errors.kept}</p>}
      </Form>
    </Section>
  );
}

interface MatchRowProps {
  match: Match;
  kept: boolean;
  onTick: (ticked: boolean) => void;
}

function MatchRow({ match, kept, onTick }: MatchRowProps) {
  const { t } = useTranslation('needs');
  const placeName = usePlaceName();
  const { provider, service, rating } = match;
  const name = provider.name ?? provider.handle;
  return (
    <Row
      lead={
        <Checkbox
          aria-label={t('choice.keep', { name })}
          checked={kept}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
      }
      title={<Link href={urls.provider(provider.handle)}>{name}</Link>}
      facts={[
        placeName(match.town, match.departement),
        rating.average != null && <Stars value={rating.average} count={rating.count} />,
        service.title,
      ]}
      status={<PriceFrom price={service.price_from} />}
    >
      <Why reasons={match.reasons} />
    </Row>
  );
}

function NobodyFits({ need, onEdit }: Omit<ChoiceProps, 'matches'>) {
  const { t } = useTranslation('needs');
  const { trade, departement } = need;
  return (
    <EmptyState
      title={t('choice.none')}
      action={<Button onClick={onEdit}>{t('choice.edit')}</Button>}
    >
      <p>{t('choice.noneText')}</p>
      <p>
        <ButtonLink href={urls.directory({ trade, departement })} variant="subtle">
          {t('choice.directory')}
        </ButtonLink>
        <ButtonLink href={urls.newEvent()} variant="subtle">
          {t('choice.tender')}
        </ButtonLink>
      </p>
    </EmptyState>
  );
}
