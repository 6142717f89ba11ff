// The identifiers that are barred for good (S1-023): whoever registers with one is refused.
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { itemsOf } from '@/api/pages';
import { useUrlFilters } from '@/app/url-state';
import { urls, withQuery } from '@/lib/urls';
import { ConfirmModal } from '@/ui/ConfirmModal';
import { Page, PageHeader } from '@/ui/Page';
import { Row, Rows } from '@/ui/Rows';
import { EmptyState, ListState } from '@/ui/states';
import { TabLinks } from '@/ui/Tabs';
import { toast } from '@/ui/toast';
import { DateText } from '@/ui/values';
import { ActModal } from '@/ui/ActModal';
import { BarForm } from './BarForm';
import { barsQuery, useActs, type Bar } from './queries';
import { BAR_KINDS, oneOf, type BarKind } from './words';

export default function BarsPage() {
  const { t } = useTranslation('operator');
  const kind = oneOf(BAR_KINDS, useUrlFilters().one('kind'));
  const list = useInfiniteQuery(barsQuery(kind));
  return (
    <Page>
      <PageHeader
        title={t('bars.title')}
        lead={t('bars.lead')}
        actions={
          <ActModal variant="filled" label={t('bars.add')} title={t('bars.add')}>
            {(close) => <BarForm onDone={close} />}
          </ActModal>
        }
      />
      <TabLinks
        label={t('bars.tabs')}
        tabs={[undefined, ...BAR_KINDS].map((one) => ({
          href: withQuery(urls.operatorBars, { kind: one }),
          label: one ? t(`barKinds.${one}`) : t('bars.all'),
          current: one === kind,
        }))}
      />
      <ListState
        list={list}
        items={itemsOf(list.data)}
        empty={
          <EmptyState title={t('bars.empty')} drawing="key">
            {t('bars.emptyText')}
          </EmptyState>
        }
      >
        {(bars) => (
          <Rows label={t('bars.title')}>
            {bars.map((bar) => (
              <BarRow key={bar.id} bar={bar} />
            ))}
          </Rows>
        )}
      </ListState>
    </Page>
  );
}

function BarRow({ bar }: { bar: Bar }) {
  const { t } = useTranslation('operator');
  return (
    <Row
      title={bar.value}
      facts={[
        t(`barKinds.${bar.kind as BarKind}`),
        <>
          {t('bars.since')} <DateText value={bar.created_at} as="short" />
        </>,
      ]}
      actions={<Lift bar={bar} />}
    >
      <p>{bar.reason}</p>
    </Row>
  );
}

function Lift({ bar }: { bar: Bar }) {
  const { t } = useTranslation('operator');
  const { lift } = useActs();
  const [asked, setAsked] = useState(false);
  async function confirm() {
    await lift(bar.id);
    toast.done(t('bars.lifted', { value: bar.value }));
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t('bars.liftFor', { value: bar.value })}
        onClick={() => setAsked(true)}
      >
        {t('bars.lift')}
      </Button>
      <ConfirmModal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('bars.liftQuestion', { value: bar.value })}
        consequences={[t('bars.liftText')]}
        confirmLabel={t('bars.lift')}
        onConfirm={confirm}
      />
    </>
  );
}
